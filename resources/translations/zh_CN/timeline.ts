<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Timeline</name>
    <message numerus="yes">
      <location filename="../../../widgets/timeline/tips.py" />
      <source>%n frame(s)</source>
      <translation>
        <numerusform>%n 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/timeline/tips.py" />
      <source>%n pixel(s)</source>
      <translation>
        <numerusform>%n 像素</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/heat.py" />
      <source>A pass is running</source>
      <translation>正在运行一遍处理</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/heat.py" />
      <source>Accepted</source>
      <translation>已接受</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/timeline/tips.py" />
      <source>Accepted: %n repair(s), {pixels}</source>
      <translation>
        <numerusform>已接受：%n 处修复，{pixels}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Cache</source>
      <translation>缓存</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Change the ruler's unit</source>
      <translation>切换标尺单位</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Count the ruler in timecode, frames, feet of 35 mm or feet of 16 mm</source>
      <translation>标尺按时间码、帧数、35 毫米英尺或 16 毫米英尺计</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Cut one frame earlier</source>
      <translation>切点前移一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Cut one frame later</source>
      <translation>切点后移一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Extend the selection to the next shot</source>
      <translation>选择扩展到下一镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Extend the selection to the previous shot</source>
      <translation>选择扩展到上一镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/menu.py" />
      <source>Feet, 16 mm</source>
      <translation>英尺（16 毫米）</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/menu.py" />
      <source>Feet, 35 mm</source>
      <translation>英尺（35 毫米）</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Film</source>
      <translation>全片</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Fit the film</source>
      <translation>全片适合窗口</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Found</source>
      <translation>检出</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/menu.py" />
      <source>Frames</source>
      <translation>帧数</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>Let passes touch the selected shots; what was found there is in force again</source>
      <translation>允许处理改动所选镜头；此前在其中找到的内容重新生效</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>Let passes touch this shot again</source>
      <translation>重新允许处理此镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Mark the selected shots as in and out</source>
      <translation>以所选镜头设入点和出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Merge the selected shots</source>
      <translation>合并所选镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Move the cut nearest to the playhead one frame earlier</source>
      <translation>将离播放头最近的切点前移一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Move the cut nearest to the playhead one frame later</source>
      <translation>将离播放头最近的切点后移一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Move the nearest cut to the playhead</source>
      <translation>将最近的切点移到播放头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>Never touch this shot</source>
      <translation>永不改动此镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/timeline.py" />
      <source>No film yet: add a reel, and its shots stand here</source>
      <translation>还没有影片：添加一卷，其镜头就会显示在这里</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/notes.py" />
      <source>No notes yet</source>
      <translation>还没有批注</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/heat.py" />
      <source>No pass has run yet</source>
      <translation>还没有运行过任何一遍处理</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>No pass looks at the selected shots or changes them; what passes found is out of force</source>
      <translation>任何处理都不检查也不改动所选镜头；处理此前找到的内容不再生效</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/sound.py" />
      <source>No sound</source>
      <translation>无声音</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Notes</source>
      <translation>批注</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/timeline.py" />
      <source>Playhead at {time}, shot {number}</source>
      <translation>播放头位于 {time}，镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/heat.py" />
      <source>Proposed</source>
      <translation>待确认</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/timeline/tips.py" />
      <source>Proposed: %n repair(s)</source>
      <translation>
        <numerusform>待确认：%n 处修复</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/tips.py" />
      <source>Protected: no pass touches it</source>
      <translation>受保护：任何处理都不会改动</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Reels</source>
      <translation>卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/menu.py" />
      <source>Ruler</source>
      <translation>标尺</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select all shots</source>
      <translation>选择全部镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select no shot</source>
      <translation>取消选择镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select the next shot</source>
      <translation>选择下一镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select the previous shot</source>
      <translation>选择上一镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select the shot at the playhead</source>
      <translation>选择播放头处的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Select two or more shots that follow each other in one reel.</source>
      <translation>请选择同一卷中两个以上相邻的镜头。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/tips.py" />
      <source>Shot {number}</source>
      <translation>镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>Shots</source>
      <translation>镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Show the whole film; again: the marked range or the shot at the playhead</source>
      <translation>显示全片；再按一次：显示入出点范围或播放头处的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/__init__.py" />
      <source>Sound</source>
      <translation>声音</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Split at the playhead</source>
      <translation>在播放头处切分</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Split the shot: the frame at the playhead begins a new one</source>
      <translation>切分镜头：播放头处的帧成为新镜头的首帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>The playhead is on the first frame of a shot: there is a cut already.</source>
      <translation>播放头位于镜头首帧：这里已有切点。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>There is no cut that could be moved.</source>
      <translation>没有可移动的切点。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>This project is open to look at only.</source>
      <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>This shot is not protected.</source>
      <translation>此镜头未受保护。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/protecting.py" />
      <source>This shot is protected already.</source>
      <translation>此镜头已受保护。</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/menu.py" />
      <source>Timecode</source>
      <translation>时间码</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <location filename="../../../widgets/timeline/timeline.py" />
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/actions.py" />
      <source>Zoom to the selected shots</source>
      <translation>缩放到所选镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/tips.py" />
      <source>{first} to {last}</source>
      <translation>{first} 至 {last}</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/progress.py" />
      <source>{job}, paused</source>
      <translation>{job}，已暂停</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/lanes/progress.py" />
      <source>{job}: {percent} %</source>
      <translation>{job}：{percent}%</translation>
    </message>
    <message>
      <location filename="../../../widgets/timeline/tips.py" />
      <source>{time} · frame {frame} of the reel</source>
      <translation>{time} · 本卷第 {frame} 帧</translation>
    </message>
  </context>
</TS>
