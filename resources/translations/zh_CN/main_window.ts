<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Compare</source>
      <translation>对比</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/menus.py" />
      <location filename="../../../widgets/main_window/welcome_window.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Picture</source>
      <translation>画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Playback</source>
      <translation>播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Shots</source>
      <translation>镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Triage</source>
      <translation>筛查</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/menus.py" />
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/menus.py" />
      <source>Window</source>
      <translation>窗口</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message numerus="yes">
      <location filename="../../../widgets/main_window/shell.py" />
      <source>%n job(s) are not finished</source>
      <translation>
        <numerusform>有 %n 个任务尚未完成</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/main_window/window.py" />
      <source>%n pass(es) were not finished</source>
      <translation>
        <numerusform>有 %n 遍处理没有完成</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/main_window/commands.py" />
      <source>%n shot(s) found</source>
      <translation>
        <numerusform>找到 %n 个镜头</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>About Reelmend</source>
      <translation>关于 Reelmend</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>All repairs</source>
      <translation>全部修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>An edit could not be kept</source>
      <translation>有一次编辑未能保存</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/status.py" />
      <source>Cache {held} of {budget} GB   {device}</source>
      <translation>缓存 {held} / {budget} GB   {device}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/waiting.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Close project</source>
      <translation>关闭项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/banner.py" />
      <source>Close this message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Cuts can be dragged, split and merged on the timeline; undo brings the old ones back.</source>
      <translation>可在时间线上拖动切点、拆分和合并镜头；撤销即可恢复原样。</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/status.py" />
      <source>Every edit is on the disk</source>
      <translation>所有编辑均已保存到磁盘</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Find shots</source>
      <translation>检测镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Find the cuts of every reel anew, in the background</source>
      <translation>在后台重新查找每一卷的切点</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Finding shots</source>
      <translation>正在检测镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/window.py" />
      <source>Go on with it</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Go on working</source>
      <translation>继续工作</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/workspaces.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>HDR</source>
      <translation>HDR</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Hide every panel, and show them again</source>
      <translation>隐藏所有面板，再按则恢复</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Inspector</source>
      <translation>检查器</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Linter</source>
      <translation>质检</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Looking at {name}</source>
      <translation>正在查看 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Making a damaged reel to try Reelmend on</source>
      <translation>正在制作供试用的受损演示卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Making {name}</source>
      <translation>正在创建 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/welcome_window.py" />
      <source>New project...</source>
      <translation>新建项目…</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>New project: choose a movie, or any frame of a sequence</source>
      <translation>新建项目：选择影片文件，或序列中的任意一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/status.py" />
      <source>No film yet</source>
      <translation>还没有影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>No project can be made of this</source>
      <translation>无法用它建立项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Not as the preferences want it</source>
      <translation>未能按偏好设置执行</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Only the picture</source>
      <translation>仅显示画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Open a project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/welcome_window.py" />
      <source>Open project...</source>
      <translation>打开项目…</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Opening {name}</source>
      <translation>正在打开 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Panel: {name}</source>
      <translation>面板：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Panels as they were at first</source>
      <translation>恢复默认面板布局</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/second_screen.py" />
      <source>Picture - Reelmend</source>
      <translation>画面 - Reelmend</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Picture on the second screen</source>
      <translation>在第二屏幕上显示画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Preferences...</source>
      <translation>偏好设置…</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <location filename="../../../widgets/main_window/welcome_window.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/status.py" />
      <source>Read only</source>
      <translation>只读</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Reelmend projects (*{suffix})</source>
      <translation>Reelmend 项目 (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Repairs</source>
      <translation>修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/workspaces.py" />
      <source>Restore</source>
      <translation>修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/workspaces.py" />
      <source>Review</source>
      <translation>审看</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/main_window/status.py" />
      <source>Saving %n edit(s)</source>
      <translation>
        <numerusform>正在保存 %n 次编辑</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Scopes</source>
      <translation>示波器</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/status.py" />
      <source>Shot {number} of {count}   {reel}   {width} x {height}   {encoding}</source>
      <translation>镜头 {number} / {count}   {reel}   {width} × {height}   {encoding}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/window.py" />
      <source>Show them</source>
      <translation>显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/crash.py" />
      <source>Something unforeseen went wrong</source>
      <translation>发生了意外错误</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Stop them and close</source>
      <translation>停止任务并关闭</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>The demo reel could not be made</source>
      <translation>未能制作演示卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>The project could not be made</source>
      <translation>未能创建项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>The project is open to be read only</source>
      <translation>项目以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>To the picture</source>
      <translation>转到画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/panels.py" />
      <source>Triage</source>
      <translation>筛查</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>What they have finished is kept, and a pass goes on from there next time.</source>
      <translation>已完成的部分会保留，未完成的遍下次从中断处继续。</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/shell.py" />
      <source>Where the project file is to lie</source>
      <translation>选择项目文件的保存位置</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/commands.py" />
      <source>Work space: {name}</source>
      <translation>工作区：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/crash.py" />
      <source>{error}. You can go on; every edit told as kept is on the disk. The details are in {file}</source>
      <translation>{error}。您可以继续工作；已提示保存的编辑都在磁盘上。详情见 {file}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/banner.py" />
      <source>{headline}. {sentence}</source>
      <translation>{headline}。{sentence}</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/window.py" />
      <source>{name} (read only)</source>
      <translation>{name}（只读）</translation>
    </message>
    <message>
      <location filename="../../../widgets/main_window/dock.py" />
      <source>{panel}: drag to put it elsewhere, double-click to let it float</source>
      <translation>{panel}：拖动可换位置，双击可使其浮动</translation>
    </message>
  </context>
</TS>
