<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/commands/standing.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <location filename="../../../widgets/commands/palette.py" />
      <source>All commands</source>
      <translation>全部命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/standing.py" />
      <source>All commands...</source>
      <translation>全部命令…</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/standing.py" />
      <source>All keys at a glance</source>
      <translation>一览全部快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Changed by you</source>
      <translation>由您更改</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/recorder.py" />
      <source>Click here, then press a key</source>
      <translation>点击此处，然后按键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Commands and their keys</source>
      <translation>命令及其快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Default keys</source>
      <translation>默认快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/standing.py" />
      <source>Find and run any command by a few letters</source>
      <translation>输入几个字即可查找并执行任何命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Give every command its default keys again</source>
      <translation>将所有命令恢复为默认快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Give this command its default keys again</source>
      <translation>将此命令恢复为默认快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/sheet.py" />
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <location filename="../../../widgets/commands/standing.py" />
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/sheet.py" />
      <source>Keys are changed in the preferences. A text field keeps its own keys.</source>
      <translation>快捷键可在偏好设置中更改。输入文字时，文本框保留自己的按键。</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Leave it</source>
      <translation>保持不变</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/recorder.py" />
      <source>New key</source>
      <translation>新快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/palette.py" />
      <source>No command is called so. Try another word.</source>
      <translation>没有这样的命令。请换个词试试。</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/recorder.py" />
      <source>Press a key...</source>
      <translation>请按键…</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/recorder.py" />
      <source>Press the key that is to run the command. Escape gives up.</source>
      <translation>按下用于执行此命令的键。按 Esc 放弃。</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Search commands or keys</source>
      <translation>搜索命令或快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Take it from there</source>
      <translation>改用于此命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>Take {key} away</source>
      <translation>移除 {key}</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>The key goes on running the other command</source>
      <translation>此键仍用于原来的命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>The key runs this command from now on, and the other no more</source>
      <translation>此键从现在起用于本命令，不再用于原来的命令</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/palette.py" />
      <source>What do you want to do?</source>
      <translation>您想做什么？</translation>
    </message>
    <message>
      <location filename="../../../widgets/commands/shortcut_editor.py" />
      <source>{key} runs '{title}' ({category}) now.</source>
      <translation>{key} 目前用于“{title}”（{category}）。</translation>
    </message>
  </context>
</TS>
