<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
  </context>
  <context>
    <name>Hdr</name>
    <message numerus="yes">
      <location filename="../../../widgets/hdr/jobs.py" />
      <source>%n shot(s) measured.</source>
      <translation>
        <numerusform>已测量 %n 个镜头。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>All controls of both sets back to automatic; the displays stay</source>
      <translation>两组参数的所有控制回到自动值；显示器设定不变</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/hand.py" />
      <source>An earlier state, to look at only. Go back to now to edit.</source>
      <translation>这是较早的状态，只能查看。回到现在才能编辑。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Analyse the light of all shots</source>
      <translation>分析所有镜头的亮度</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Analyse the light of the shots</source>
      <translation>分析镜头的亮度</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Automatic HDR Vivid</source>
      <translation>HDR Vivid 自动</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>B shows it; on an SDR screen that is a simulation</source>
      <translation>由 B 显示；在 SDR 屏幕上只是模拟</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>Back to the automatic value (double-click the name)</source>
      <translation>回到自动值（双击名称）</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/graph.py" />
      <source>Brightest, mean and darkest light of each frame. Thick: smoothed; dashed: what the shot's metadata carry. Click to go to a frame.</source>
      <translation>每帧的最亮、平均和最暗亮度。粗线：平滑后；虚线：镜头元数据所带的值。单击可跳到该帧。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Copy HDR Vivid</source>
      <translation>复制 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Cut</source>
      <translation>截止</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>Dark</source>
      <translation>暗部</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Dark floor</source>
      <translation>暗部起点</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Dark hillside</source>
      <translation>暗部中点</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Display beside the master</source>
      <translation>显示器与母版对比</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/displays.py" />
      <source>Display, cd/m²</source>
      <translation>显示器，cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>Drag, or double-click to type. Arrows step, Shift makes finer, Esc takes back.</source>
      <translation>拖动，或双击输入。方向键步进，Shift 更细，Esc 撤回。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Each set is a curve for displays of its kind</source>
      <translation>每组参数是给同类显示器的一条曲线</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>False colour in cd/m²</source>
      <translation>伪色（cd/m²）</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Give this grade to this shot and all that follow</source>
      <translation>把这个调整给予此镜头及其后的所有镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>HDR set</source>
      <translation>HDR 组</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <location filename="../../../widgets/hdr/words.py" />
      <source>Highlights</source>
      <translation>高光</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Into the selected shots, or the one in view; their light stays their own</source>
      <translation>粘贴到所选镜头或当前镜头；各自的亮度统计不变</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Light as colours, in A and B</source>
      <translation>A 和 B 都以颜色表示亮度</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Light hillside</source>
      <translation>亮部中点</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/hdr/jobs.py" />
      <source>Light of %n shot(s)</source>
      <translation>
        <numerusform>%n 个镜头的亮度</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/graph.py" />
      <source>Light over the shot</source>
      <translation>镜头内的亮度</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Link HDR Vivid of the shots</source>
      <translation>链接镜头的 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/displays.py" />
      <source>Master</source>
      <translation>母版</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Mastered on</source>
      <translation>母版显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Mastering display</source>
      <translation>母版显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Measure every shot of the film at the grade stage</source>
      <translation>在调色阶段测量影片的每个镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Measure the selected shots, or the one in view, at the grade stage</source>
      <translation>在调色阶段测量所选镜头，或当前镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Measured before the shot or its grade changed: analyse it again.</source>
      <translation>测量之后镜头或其调色有变化：请重新分析。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <location filename="../../../widgets/hdr/words.py" />
      <source>Mids</source>
      <translation>中间调</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/curve_view.py" />
      <source>No curve: analyse the shot, and choose a target.</source>
      <translation>没有曲线：请先分析镜头，并选择目标显示器。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>No film is open. Add a reel to begin.</source>
      <translation>没有打开的影片。添加一卷素材即可开始。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/graph.py" />
      <source>Not measured yet</source>
      <translation>尚未测量</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Nothing was copied yet</source>
      <translation>还没有复制任何内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Paste HDR Vivid</source>
      <translation>粘贴 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Peak of the display that the HDR set is made for, cd/m²</source>
      <translation>HDR 组所针对的显示器的峰值亮度，cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Peak of the screen that the film is graded on, cd/m²; one film has one</source>
      <translation>调色所用屏幕的峰值亮度，cd/m²；一部影片只有一个</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>Points of the sections, PQ signal</source>
      <translation>各段的位置，PQ 信号</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Reset HDR Vivid</source>
      <translation>重置 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Ripple HDR Vivid</source>
      <translation>波纹应用 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <location filename="../../../widgets/hdr/words.py" />
      <source>SDR set</source>
      <translation>SDR 组</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>Saturation (both sets)</source>
      <translation>饱和度（两组共用）</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>See as on a display of (cd/m²)</source>
      <translation>按显示器查看（cd/m²）</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>See as on a display: {display}</source>
      <translation>按显示器查看：{display}</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>See the master</source>
      <translation>查看母版</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/displays.py" />
      <source>See the picture as a display of any peak shows it: type cd/m²</source>
      <translation>按任意峰值的显示器查看画面：输入 cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Select shots of similar light</source>
      <translation>选择亮度相近的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Select the shots on the timeline first</source>
      <translation>请先在时间线上选择镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Send a second set, for SDR displays</source>
      <translation>另发一组给 SDR 显示器的参数</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Set the hand controls aside, and send what the light of the shot alone gives</source>
      <translation>搁置手动控制，只发送由镜头亮度得出的参数</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Set the hand controls aside, or take them up again</source>
      <translation>搁置手动控制，或重新启用</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <location filename="../../../widgets/hdr/words.py" />
      <source>Sets</source>
      <translation>参数组</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Shot {number}</source>
      <translation>镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Shots whose mean and peak lie near those of the one in view</source>
      <translation>平均和峰值亮度与当前镜头相近的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Target</source>
      <translation>目标显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/panel.py" />
      <source>Target of the HDR set</source>
      <translation>HDR 组的目标</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/curve_view.py" />
      <source>The film's light to the right, the target display's upwards, in PQ. Drag a point, Shift is finer; grey ones take hold when dragged. With the keyboard: Page Up and Page Down choose a point, arrows move it, Esc takes back.</source>
      <translation>向右为影片亮度，向上为目标显示器亮度，均为 PQ。拖动控制点，Shift 更细；灰色的点拖动后才生效。键盘：Page Up 和 Page Down 选点，方向键移动，Esc 撤回。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <location filename="../../../widgets/hdr/words.py" />
      <source>The light of this shot was not measured yet: analyse it.</source>
      <translation>此镜头的亮度尚未测量：请先分析。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>The other set</source>
      <translation>另一组</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>The project has no film yet</source>
      <translation>项目中还没有影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>The selected shots share one grade from now on: that of the one in view</source>
      <translation>所选镜头从此共用一个调整：当前镜头的</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>The shots have grades of their own again</source>
      <translation>镜头重新各有自己的调整</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>These shots are not linked</source>
      <translation>这些镜头没有链接</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/hand.py" />
      <source>This project is open to look at only.</source>
      <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/curve_view.py" />
      <source>Tone curve</source>
      <translation>色调曲线</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Unlink HDR Vivid of the shots</source>
      <translation>取消镜头的 HDR Vivid 链接</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Wipe between the master and the target display's picture</source>
      <translation>在母版与目标显示器的画面之间划像</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/commands.py" />
      <source>Work on the HDR set, or on the one for SDR displays</source>
      <translation>处理 HDR 组，或给 SDR 显示器的那一组</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/sliders.py" />
      <source>automatic: {value}</source>
      <translation>自动：{value}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/hdr/words.py" />
      <source>linked with %n other(s)</source>
      <translation>
        <numerusform>与另外 %n 个镜头链接</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>peak {peak} cd/m², mean {mean} cd/m², brightest frame {frame} cd/m²</source>
      <translation>峰值 {peak} cd/m²，平均 {mean} cd/m²，最亮帧 {frame} cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>{names}: the metadata cannot go that far, and stop before.</source>
      <translation>{names}：元数据到不了那么远，停在之前。</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/curve_view.py" />
      <source>{name}: {input} becomes {output} cd/m²</source>
      <translation>{name}：{input} 变为 {output} cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/hdr/words.py" />
      <source>{place}: {finding}</source>
      <translation>{place}：{finding}</translation>
    </message>
  </context>
</TS>
