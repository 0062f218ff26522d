<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
  </context>
  <context>
    <name>Fixes</name>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>As the donor rectangle, for what the brush covers; the stroke's direction picks</source>
      <translation>同供体矩形，但作用于画笔涂过之处；由笔划方向选择供体帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/room.py" />
      <source>As the pass does</source>
      <translation>与自动处理相同</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Bring back the scan's own pixels, also behind clean operators</source>
      <translation>恢复扫描的原始像素，并绕过净化阶段的算子</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/room.py" />
      <source>Bring the scan back</source>
      <translation>恢复扫描原样</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Carry the keys' masks over the shot, both ways, and mend every frame as one track</source>
      <translation>把关键遮罩向前后带过整个镜头，每帧修复，成为一条轨迹</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/outlines.py" />
      <source>Click from corner to corner round the damage. {way}</source>
      <translation>逐点单击，围住损伤。{way}</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Click from corner to corner round what is damaged</source>
      <translation>逐点单击，围住损伤之处</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Click on what a pass saw, also below the threshold</source>
      <translation>单击自动处理发现的损伤，低于阈值的也可以</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/wand.py" />
      <source>Click on what a pass saw, however faintly. {way}</source>
      <translation>单击自动处理发现的损伤，再微弱也可以。{way}</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/outlines.py" />
      <source>Click the next corner; Enter or a double click closes, Backspace takes one back</source>
      <translation>单击下一个顶点；回车或双击闭合，退格撤回一个</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Clone</source>
      <translation>克隆</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Clones from {x}, {y}, frame {frame}; Ctrl+click sets another source</source>
      <translation>克隆自 {x}, {y}，帧 {frame}；Ctrl+单击另设来源</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Copy pixels from elsewhere, on any frame: Ctrl+click sets the source</source>
      <translation>从别处（任意帧）复制像素：Ctrl+单击设定来源</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Ctrl+click where the picture shall come from, on any frame; then paint</source>
      <translation>在任意帧上 Ctrl+单击画面来源，然后涂抹</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Donor brush</source>
      <translation>供体画笔</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Donor rectangle</source>
      <translation>供体矩形</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Drag a rectangle round damage: to the right takes the next frame, left the previous, up both; Ctrl two frames away, so that no grain stands still</source>
      <translation>拖出矩形围住损伤：向右取下一帧，向左取上一帧，向上取前后两帧；按住 Ctrl 取相隔两帧，以免颗粒静止不动</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/line.py" />
      <source>Drag along the line ({width} px); Shift: upright; Ctrl: over the whole shot</source>
      <translation>沿线条拖动（{width} 像素）；Shift：竖直；Ctrl：整个镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/donor.py" />
      <source>Drag right: next frame; left: previous; up: both; Ctrl: 2 frames away</source>
      <translation>向右拖：下一帧；向左：上一帧；向上：前后两帧；Ctrl：相隔 2 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/patch.py" />
      <source>Drag the outline onto the picture it shall have; Esc drops it</source>
      <translation>把轮廓拖到要取用的画面上；Esc 放弃</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Draw round damage, then drag the outline onto the picture it shall have</source>
      <translation>圈出损伤，再把轮廓拖到要取用的画面上</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/outlines.py" />
      <source>Draw round the damage. {way}</source>
      <translation>圈出损伤。{way}</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/patch.py" />
      <source>Draw round what is damaged</source>
      <translation>圈出损伤之处</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Draw round what is damaged; it is mended in the way chosen in the dock</source>
      <translation>圈出损伤之处，按面板中选定的方式修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <source>From 2 frames back</source>
      <translation>取自往前 2 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <source>From 2 frames on</source>
      <translation>取自往后 2 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <source>From 2 frames to either side</source>
      <translation>取自前后各 2 帧处</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <location filename="../../../widgets/fixes/room.py" />
      <source>From both neighbours</source>
      <translation>取自前后两帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <location filename="../../../widgets/fixes/room.py" />
      <source>From the next frame</source>
      <translation>取自下一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/direction.py" />
      <location filename="../../../widgets/fixes/room.py" />
      <source>From the previous frame</source>
      <translation>取自上一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/room.py" />
      <source>From the surroundings</source>
      <translation>取自周围画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Go to the next frame and do the last fix there again, in the same place</source>
      <translation>前进一帧，在同一位置重复上一次修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Heal</source>
      <translation>修补</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>How lasso, polygon and wand mend what they mark</source>
      <translation>套索、多边形和魔棒标出的区域如何修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Lasso</source>
      <translation>套索</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Last fix again on the next frame</source>
      <translation>在下一帧重复上次修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Line</source>
      <translation>线条</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Line tool</source>
      <translation>线条工具</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Magic wand</source>
      <translation>魔棒</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Mend a scratch or a hair from its two sides; Ctrl over the whole shot</source>
      <translation>从两侧修复划痕或毛发；Ctrl 作用于整个镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Mend what is painted from its surroundings on this frame alone</source>
      <translation>仅用本帧周围的画面修复涂抹之处</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/over_shot.py" />
      <source>Mending a line over its shot</source>
      <translation>正在整个镜头上修复线条</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>No key is set: select a repair and set its mask as a key.</source>
      <translation>没有设关键：请选中一个修复，把它的遮罩设为关键。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>No repair is selected: mark what is to be tracked first.</source>
      <translation>没有选中修复：请先标出要跟踪的内容。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>No source is set on this reel: Ctrl+click where the picture shall come from.</source>
      <translation>本卷上尚未设定来源：请 Ctrl+单击画面来源。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/room.py" />
      <source>Nothing has been fixed yet.</source>
      <translation>还没有做过修复。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Nothing was cloned</source>
      <translation>没有克隆</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>Nothing was steadied</source>
      <translation>没有稳定任何帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Original brush</source>
      <translation>原样画笔</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Outlines</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Paint over the damage; the first stroke fixes the distance to the source</source>
      <translation>涂抹损伤；第一笔确定与来源的距离</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Paint: brings back the scan's own pixels, also behind clean operators</source>
      <translation>涂抹：恢复扫描的原始像素，并绕过净化算子</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/strokes.py" />
      <source>Paint: mended from its surroundings on this frame alone</source>
      <translation>涂抹：仅用本帧周围的画面修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Patch</source>
      <translation>补片</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/patch.py" />
      <source>Patches from {x}, {y}</source>
      <translation>补片取自 {x}, {y}</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Polygon</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Replace the frame</source>
      <translation>替换本帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Replace the whole frame by what lies between its neighbours; the history says how sure</source>
      <translation>用前后两帧之间的画面替换整帧；历史中注明可靠程度</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Set tracking key</source>
      <translation>设跟踪关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Steady the splice</source>
      <translation>稳定接片</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>Steadying a splice</source>
      <translation>正在稳定接片</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/donor.py" />
      <source>Stroke right: next frame; left: previous; up: both; Ctrl: 2 frames away</source>
      <translation>笔划向右：下一帧；向左：上一帧；向上：前后两帧；Ctrl：相隔 2 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Strokes</source>
      <translation>笔划</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Take jump and flash out of the frames after a join; stand on the first of them</source>
      <translation>去除接片后各帧的跳动和闪烁；请停在其中第一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Taking back</source>
      <translation>撤除</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>The frames from here on are steady: go to the first one after the join.</source>
      <translation>从这里起的各帧是稳定的：请停在接片后的第一帧。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>The selected repair's mask is a key of the track on this frame; again: no longer</source>
      <translation>把所选修复的遮罩设为本帧的跟踪关键；再按一次取消</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>There is no frame.</source>
      <translation>没有帧。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/room.py" />
      <source>This is the last frame.</source>
      <translation>这是最后一帧。</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/commands.py" />
      <source>Track over the shot</source>
      <translation>在镜头内跟踪</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/frames.py" />
      <source>Tracking a mask over its shot</source>
      <translation>正在镜头内跟踪遮罩</translation>
    </message>
    <message>
      <location filename="../../../widgets/fixes/panel.py" />
      <source>Width of the line tool in picture pixels</source>
      <translation>线条工具的宽度（画面像素）</translation>
    </message>
  </context>
</TS>
