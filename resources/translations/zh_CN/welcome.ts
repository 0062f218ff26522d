<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Welcome</name>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>A folder with the numbered frames of one scan</source>
      <translation>存放一次扫描的编号帧的文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>A movie file, or one frame: it stands for its whole sequence</source>
      <translation>一个影片文件，或一帧：代表整个序列</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>A project file (*{suffix})</source>
      <translation>项目文件 (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>A short film that is damaged on purpose, so that you know what was there.</source>
      <translation>一段特意加上损伤的短片，原貌已知，便于对照。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/media.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Choose a folder of frames</source>
      <translation>选择帧序列文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Choose movies, or any frame of a sequence</source>
      <translation>选择影片文件，或序列中的任意一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Damages a short film and opens it as a project</source>
      <translation>给一段短片加上损伤，并作为项目打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Enter opens, Delete takes off this list</source>
      <translation>按 Enter 打开，按 Delete 从列表中移除</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Every edit the history showed as kept is there. A pass goes on where it stood.</source>
      <translation>历史记录中显示为已保存的编辑全部都在。未完成的遍会从中断处继续。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/media.py" />
      <source>Films and frames</source>
      <translation>影片和画面序列</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Folder of frames...</source>
      <translation>帧序列文件夹…</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Go on</source>
      <translation>继续工作</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>If that program was ended or its machine is off, try again: it is taken over once it was silent for two minutes.</source>
      <translation>如果那个程序已结束或那台机器已关闭，请重试：静默满两分钟后即可接管。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Let go to begin.</source>
      <translation>松开即可开始。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Make the demo reel</source>
      <translation>制作演示卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Movie, or a frame of a sequence...</source>
      <translation>影片文件，或序列中的一帧…</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>New project</source>
      <translation>新建项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Not there</source>
      <translation>已不在原处</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Nothing here yet. Projects you open stand here, with a picture of each.</source>
      <translation>这里还是空的。打开过的项目会列在这里，并附上一幅画面。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Open it again</source>
      <translation>重新打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Open project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Open project...</source>
      <translation>打开项目…</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Open to look only</source>
      <translation>以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Or drop them here.</source>
      <translation>也可以拖放到这里。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Recent projects</source>
      <translation>最近的项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Reelmend projects (*{suffix})</source>
      <translation>Reelmend 项目 (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Reelmend was ended before it could close {name}</source>
      <translation>Reelmend 上次在关闭 {name} 之前就结束了</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>System language</source>
      <translation>系统语言</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Take off this list</source>
      <translation>从列表中移除</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>The language of the window</source>
      <translation>界面语言</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>The machine makes the coarse pass, you make the fine one.</source>
      <translation>机器做粗修，您来精修。</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Today, {time}</source>
      <translation>今天 {time}</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Try it</source>
      <translation>试用</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/page.py" />
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/recents.py" />
      <source>Yesterday, {time}</source>
      <translation>昨天 {time}</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>{name} could not be opened</source>
      <translation>无法打开 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/welcome/trouble.py" />
      <source>{name} is being worked on elsewhere</source>
      <translation>{name} 正在别处编辑</translation>
    </message>
  </context>
</TS>
