<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>View</source>
      <translation>视图</translation>
    </message>
  </context>
  <context>
    <name>Scopes</name>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Histogram</source>
      <translation>直方图</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>No picture to measure yet</source>
      <translation>尚无可测量的画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>PQ</source>
      <translation>PQ</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>PQ, cd/m²</source>
      <translation>PQ，cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Parade</source>
      <translation>RGB 分列</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Scopes in native code values</source>
      <translation>示波器显示原始码值</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Scopes in per cent</source>
      <translation>示波器以百分比显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Scopes of side A</source>
      <translation>示波器显示 A 侧</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Scopes show faint traces</source>
      <translation>示波器显示微弱轨迹</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Vectorscope</source>
      <translation>矢量示波器</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>Waveform</source>
      <translation>波形</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>What the scopes measure</source>
      <translation>示波器测量什么</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>as displayed</source>
      <translation>显示值</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>native</source>
      <translation>原始值</translation>
    </message>
    <message>
      <location filename="../../../widgets/scopes/panel.py" />
      <source>region</source>
      <translation>区域</translation>
    </message>
  </context>
</TS>
