<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Bridge</name>
    <message>
      <location filename="../../../widgets/bridge/bridge.py" />
      <source>Edits could not be kept</source>
      <translation>有编辑未能保存</translation>
    </message>
    <message>
      <location filename="../../../widgets/bridge/bridge.py" />
      <source>That did not work</source>
      <translation>操作未成功</translation>
    </message>
    <message>
      <location filename="../../../widgets/bridge/bridge.py" />
      <source>The edit was not made</source>
      <translation>未做此编辑</translation>
    </message>
  </context>
</TS>
