<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>About Reelmend</source>
      <translation>关于 Reelmend</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Close (Esc)</source>
      <translation>关闭（Esc）</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Copy versions, for a report of a fault</source>
      <translation>复制版本信息，用于报告故障</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Free software under the Apache License 2.0. It is built on these, with thanks:</source>
      <translation>自由软件，采用 Apache License 2.0。谨此感谢以下组件：</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Licence</source>
      <translation>许可证</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Part</source>
      <translation>组件</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>Version {version}. A workstation for restoring films.</source>
      <translation>版本 {version}。电影修复工作站。</translation>
    </message>
    <message>
      <location filename="../../../widgets/about/dialog.py" />
      <source>What Reelmend is built on</source>
      <translation>Reelmend 所用的组件</translation>
    </message>
  </context>
</TS>
