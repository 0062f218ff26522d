<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
  </context>
  <context>
    <name>Masks</name>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>A tablet's pen draws thinner when it is pressed less</source>
      <translation>用数位笔轻按时，笔迹变细</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Accept all listed</source>
      <translation>接受列出的全部</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Accept on this frame alone</source>
      <translation>仅在此帧接受</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Accepted</source>
      <translation>已接受</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>Add a reel to find and mend what is damaged.</source>
      <translation>请先添加一卷胶片，再查找和修复损伤。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Bigger brush</source>
      <translation>放大画笔</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <location filename="../../../widgets/masks/commands.py" />
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/repair_list.py" />
      <source>By</source>
      <translation>由</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <location filename="../../../widgets/masks/repair_list.py" />
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>Diameter of the brush in picture pixels; Shift and drag in the picture changes it</source>
      <translation>画笔直径（画面像素）；按住 Shift 在画面上拖动可改变</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Dirt</source>
      <translation>脏点</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Hair</source>
      <translation>毛发</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Hand</source>
      <translation>手工</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Harder brush</source>
      <translation>画笔变硬</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>Hardness</source>
      <translation>硬度</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>How much of the brush covers wholly; the rest fades into the picture</source>
      <translation>画笔完全覆盖的部分；其余向画面渐隐</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>In all shots</source>
      <translation>用于所有镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>In the selected shots</source>
      <translation>用于所选镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>In this shot</source>
      <translation>用于此镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>In which shots a threshold that you set holds</source>
      <translation>所设阈值对哪些镜头有效</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Leave to the threshold</source>
      <translation>交由阈值决定</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Machine</source>
      <translation>机器</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Mould</source>
      <translation>霉斑</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Next frame with repairs</source>
      <translation>下一个有修复的帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Next repair</source>
      <translation>下一处修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>No pass has looked at this frame. Let the machine look for dirt and scratches, or paint what is to be mended with the brush ({key}).</source>
      <translation>此帧尚未经过任何一遍处理。可让机器查找脏点和划痕，或用画笔（{key}）涂出要修复的地方。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>No repair is listed.</source>
      <translation>没有列出的修复。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>No repair is selected.</source>
      <translation>没有选中修复。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>No repair of a track is selected.</source>
      <translation>没有选中属于轨迹的修复。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>Nothing here is in a state that is listed: choose others above.</source>
      <translation>没有符合所列状态的修复：请在上方选择其他状态。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>Nothing was found on this frame. Paint what was missed with the brush ({key}).</source>
      <translation>此帧未发现损伤。可用画笔（{key}）涂出遗漏之处。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/room.py" />
      <source>Nothing was painted</source>
      <translation>没有涂画</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>On this frame</source>
      <translation>此帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>One frame of a track: a verdict decides all of it; with Alt this frame alone</source>
      <translation>轨迹中的一帧：判定作用于整条轨迹；按住 Alt 仅作用于此帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Paint what is to be mended; Shift and drag changes the size</source>
      <translation>涂出要修复的地方；按住 Shift 拖动改变大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>Pen pressure</source>
      <translation>笔压</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/drawing.py" />
      <source>Pending: Enter keeps it, Esc drops it</source>
      <translation>待定：回车保留，Esc 放弃</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Perhaps a false alarm: {reasons}</source>
      <translation>可能是误报：{reasons}</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Person</source>
      <translation>人工</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Previous frame with repairs</source>
      <translation>上一个有修复的帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Previous repair</source>
      <translation>上一处修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Proposed</source>
      <translation>待定</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Reject</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Reject all listed</source>
      <translation>拒绝列出的全部</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Reject on this frame alone</source>
      <translation>仅在此帧拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Rejected</source>
      <translation>已拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/repair_list.py" />
      <source>Repairs on this frame</source>
      <translation>此帧的修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>Run a pass...</source>
      <translation>运行一遍处理...</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Scratch</source>
      <translation>划痕</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Select repairs</source>
      <translation>选择修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Select repairs by click; Ctrl+click or a double click accepts or rejects</source>
      <translation>单击选择修复；Ctrl+单击或双击接受或拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <location filename="../../../widgets/masks/repair_list.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Smaller brush</source>
      <translation>缩小画笔</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Softer brush</source>
      <translation>画笔变软</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Splice</source>
      <translation>接头</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>Stays at frame {number}</source>
      <translation>停在第 {number} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/repair_list.py" />
      <source>Sure</source>
      <translation>把握</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/commands.py" />
      <source>Take parts out of masks; Shift and drag changes the size</source>
      <translation>擦去遮罩的一部分；按住 Shift 拖动改变大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>Tear</source>
      <translation>撕裂</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/room.py" />
      <source>The film is playing: stop it to change masks.</source>
      <translation>正在播放：停止后才能修改遮罩。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/room.py" />
      <source>The project is open to be read only.</source>
      <translation>项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>Threshold of {kind}</source>
      <translation>{kind}的阈值</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>Thresholds</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/brush_box.py" />
      <source>What a new repair is called; one that grows keeps its class</source>
      <translation>新修复的类别；扩大的修复保持原类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>While the film plays, the list stays as it was; it follows when the film stands</source>
      <translation>播放时列表保持原样；停下后即随当前帧更新</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/room.py" />
      <source>You are looking at an earlier state: come back to now to change masks.</source>
      <translation>正在查看较早的状态：回到现在才能修改遮罩。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>at a bright light</source>
      <translation>位于亮光处</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>at the frame's edge</source>
      <translation>位于画面边缘</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>close to the threshold</source>
      <translation>接近阈值</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>large</source>
      <translation>面积大</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>on fast motion</source>
      <translation>位于快速运动处</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/thresholds.py" />
      <source>{kind} found by the pass {recipe} is mended from this probability on; what a person decided stays.
Arrow keys step by one per cent, Page Up and Page Down by ten.</source>
      <translation>由 {recipe} 这一遍发现的{kind}，达到此概率即修复；人工判定保持不变。
方向键每次百分之一，Page Up 和 Page Down 每次百分之十。</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>{kind}, {probability}</source>
      <translation>{kind}，{probability}</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>{state} at the threshold of {threshold}</source>
      <translation>{state}（阈值 {threshold}）</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>{state} by a person</source>
      <translation>{state}（人工判定）</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/words.py" />
      <source>{state}: drawn by hand</source>
      <translation>{state}：手工涂画</translation>
    </message>
    <message>
      <location filename="../../../widgets/masks/panel.py" />
      <source>{state}: list them and step through them</source>
      <translation>{state}：列出并逐个查看</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/masks/words.py" />
      <source>{width} x {height} at {x}, {y}; {area} pixel(s) under the mask</source>
      <translation>
        <numerusform>{width} x {height}，位于 {x}, {y}；遮罩内 {area} 像素</numerusform>
      </translation>
    </message>
  </context>
</TS>
