<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>A pass is running: {percent} %</source>
      <translation>正在运行一遍处理：{percent} %</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Adapt...</source>
      <translation>适应...</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/stage.py" />
      <source>Add an operator to {stage}</source>
      <translation>在“{stage}”中添加操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Add an operator...</source>
      <translation>添加操作…</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>All {count}</source>
      <translation>全部 {count}</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/hand.py" />
      <source>As it was in an earlier state, to look at only. Go back to now to edit.</source>
      <translation>这是较早状态下的样子，只供查看。回到当前状态才能编辑。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <source>Back to the default (double-click the name)</source>
      <translation>恢复默认值（双击名称）</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Choose an operator in the inspector</source>
      <translation>请先在检查器中选择一个操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/words.py" />
      <source>Clean</source>
      <translation>净化</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Copy all operators of the shot</source>
      <translation>复制镜头的全部操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Copy operators in the inspector first.</source>
      <translation>请先在检查器中复制操作。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Copy the operator</source>
      <translation>复制操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/curve.py" />
      <source>Curve of {name}</source>
      <translation>{name}的曲线</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/words.py" />
      <source>Deliver</source>
      <translation>交付</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/curve.py" />
      <source>Drag a key in time and value; double-click for a new one. With the keyboard: Page Up and Page Down choose a key, arrows move it, Delete takes it away.</source>
      <translation>拖动关键帧可改变时间和数值；双击新建。键盘：Page Up 和 Page Down 选择关键帧，方向键移动，Delete 删除。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>Drag to another place</source>
      <translation>拖到其他位置</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Drag to where the colour shall lean, with Shift finer; double-click takes it back.</source>
      <translation>向颜色要偏的方向拖动，按住 Shift 更精细；双击归中。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <source>Drag, or double-click to type. Arrows step, Shift makes finer, Esc takes back.</source>
      <translation>拖动，或双击输入。方向键步进，按住 Shift 更精细，Esc 撤回。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Edit all shots</source>
      <translation>编辑全部镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Edit the selected shots</source>
      <translation>编辑所选镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Edit this shot</source>
      <translation>编辑当前镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>Every number by itself, with its keyframes</source>
      <translation>逐个数值及其关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>Fold</source>
      <translation>折叠</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/words.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>Hold</source>
      <translation>保持</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>How the value goes from key to key</source>
      <translation>关键帧之间的过渡方式</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Last: {recipe}, {when}</source>
      <translation>上次：{recipe}，{when}</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Last: {recipe}, {when} (switched off)</source>
      <translation>上次：{recipe}，{when}（已关闭）</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Let the detector learn from what you corrected on this film</source>
      <translation>让检测器从您对本片的修正中学习</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Most in the highlights.</source>
      <translation>主要影响高光。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Most in the middle.</source>
      <translation>主要影响中间调。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Most in the shadows.</source>
      <translation>主要影响暗部。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Move the operator down</source>
      <translation>下移操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Move the operator up</source>
      <translation>上移操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Name of the recipe</source>
      <translation>配方名称</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/panel.py" />
      <source>No film is open. Add a reel to begin.</source>
      <translation>尚无影片。请先添加一卷素材。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/stage.py" />
      <source>No operator is installed for this stage</source>
      <translation>此阶段没有已安装的操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>No pass has looked at this shot yet</source>
      <translation>此镜头尚未运行过任何一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>No recipe has operators for whole frames yet</source>
      <translation>还没有包含整帧操作的配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>No recipe is chosen</source>
      <translation>未选择配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>No shot</source>
      <translation>无镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>No shot is selected</source>
      <translation>未选择镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/stage.py" />
      <source>Nothing here yet</source>
      <translation>暂无操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>Numbers and keyframes</source>
      <translation>数值与关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Offset</source>
      <translation>偏移</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>On or off: see the picture with and without it</source>
      <translation>开或关：对比有无此操作的画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Operator on or off</source>
      <translation>开关操作</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/inspector/stage.py" />
      <source>Other operators here in %n shot(s)</source>
      <translation>
        <numerusform>%n 个镜头在此有其他操作</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Pass</source>
      <translation>遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Paste operators over the shot's</source>
      <translation>粘贴并替换镜头的操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Paste the operators in</source>
      <translation>粘贴操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Power</source>
      <translation>幂次</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Presets</source>
      <translation>预设</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Presets (saved: {name})</source>
      <translation>预设（已保存：{name}）</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Presets...</source>
      <translation>预设…</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Recipe</source>
      <translation>配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Remove the operator</source>
      <translation>移除操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Reset the operator</source>
      <translation>重置操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>Run it in the background over %n shot(s)</source>
      <translation>
        <numerusform>在后台对 %n 个镜头运行</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Run the chosen recipe</source>
      <translation>运行所选配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Save as a recipe</source>
      <translation>存为配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Save the operators as a recipe...</source>
      <translation>将操作存为配方…</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Saved from shot {number}.</source>
      <translation>由镜头 {number} 保存。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Selected {count}</source>
      <translation>所选 {count}</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <source>Set a key at this frame</source>
      <translation>在此帧设置关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Set or take away a key</source>
      <translation>设置或删除关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>Set or take away a key of the parameter in focus</source>
      <translation>为当前参数设置或删除关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Shipped</source>
      <translation>自带</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Shot {number}  ·  frames {first}-{last}</source>
      <translation>镜头 {number}  ·  第 {first}-{last} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>Slope</source>
      <translation>斜率</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>Smooth</source>
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>Take all keys away and keep this value</source>
      <translation>删除全部关键帧并保留当前值</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <source>Take the key at this frame away</source>
      <translation>删除此帧的关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/hand.py" />
      <source>The earlier state is being read.</source>
      <translation>正在读取较早的状态。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <location filename="../../../widgets/inspector/pass_section.py" />
      <source>The project has no film yet</source>
      <translation>项目中尚无影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>There is nothing to paste</source>
      <translation>没有可粘贴的内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/panel.py" />
      <source>This frame was not in the film then.</source>
      <translation>当时影片中还没有这一帧。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/inspector/box.py" />
      <source>This operator is in {some} of the {all} shot(s); edits reach those.</source>
      <translation>
        <numerusform>{all} 个镜头中有 {some} 个带此操作；编辑只作用于这些镜头。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>This operator is not installed here. Its place and settings are kept.</source>
      <translation>此处未安装该操作。其位置和设置会保留。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/hand.py" />
      <source>This project is open to look at only.</source>
      <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>This shot</source>
      <translation>当前镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <source>To set a key, bring the playhead into the shot</source>
      <translation>要设置关键帧，请把播放头移入该镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>To the key before</source>
      <translation>到上一个关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <location filename="../../../widgets/inspector/key_strip.py" />
      <source>To the next key</source>
      <translation>到下一个关键帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>To the operator above</source>
      <translation>到上一个操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/commands.py" />
      <source>To the operator below</source>
      <translation>到下一个操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>Unfold</source>
      <translation>展开</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>What can be done with {name}</source>
      <translation>“{name}”的更多操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/bar.py" />
      <source>Yours</source>
      <translation>我的</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/curve.py" />
      <source>frame {frame}: {value}</source>
      <translation>第 {frame} 帧：{value}</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/row.py" />
      <location filename="../../../widgets/inspector/slider.py" />
      <source>several</source>
      <translation>多个值</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/words.py" />
      <source>{low} to {high}</source>
      <translation>{low} 至 {high}</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/cdl_panel.py" />
      <source>{name} of all three channels together. Drag, or double-click to type.</source>
      <translation>三个通道共同的{name}。拖动，或双击输入。</translation>
    </message>
    <message>
      <location filename="../../../widgets/inspector/box.py" />
      <source>{some} of {all}</source>
      <translation>{some}/{all}</translation>
    </message>
  </context>
</TS>
