<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Triage</source>
      <translation>筛查</translation>
    </message>
  </context>
  <context>
    <name>Triage</name>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>All found</source>
      <translation>全部检出</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Back to one candidate at a time; Escape in the list does it too</source>
      <translation>恢复逐个判定；在列表中按 Escape 也可</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/stage.py" />
      <source>Before and after</source>
      <translation>修复前后</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Bring the list to the front, over the whole film and every class</source>
      <translation>把列表放到最前，列出全片的所有类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>By class</source>
      <translation>按类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/tiles.py" />
      <source>Candidates</source>
      <translation>待查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Candidates as a grid</source>
      <translation>以网格显示待查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/progress.py" />
      <source>Candidates judged</source>
      <translation>已判定的待查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Draw round repairs in the picture to accept or reject them together</source>
      <translation>在画面中圈出修复，一并接受或拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Edit the candidate</source>
      <translation>编辑此待查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>Every class</source>
      <translation>所有类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Film order</source>
      <translation>按影片顺序</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Found, not mended</source>
      <translation>检出未修</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Go through all that was found</source>
      <translation>逐一查看找到的全部内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>In to out</source>
      <translation>入点至出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Largest first</source>
      <translation>大的在前</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Least sure first</source>
      <translation>把握小的在前</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Leave out what no longer fits the filter, and sort again</source>
      <translation>去掉已不符合筛选的项，并重新排序</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Left as it was</source>
      <translation>保持原样</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Let go of the selection</source>
      <translation>取消所选</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Make the list anew</source>
      <translation>重新列出</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/progress.py" />
      <source>Median time from one decision to the next, keys for each decision, and how long what is left will take at this pace. Pauses of more than half a minute do not count.</source>
      <translation>两次判定之间的中位时间、每次判定的按键数，以及按此速度完成余下部分所需的时间。超过半分钟的停顿不计。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Mended</source>
      <translation>已修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Mended or nearly</source>
      <translation>已修复或接近</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Next repair in the film</source>
      <translation>影片中的下一处修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Next risky one</source>
      <translation>下一处有风险的</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>No candidate is listed.</source>
      <translation>列表中没有待查项。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>No candidate is looked at.</source>
      <translation>未选中待查项。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>No pass has looked for damage yet: run one, then go through what it found.</source>
      <translation>尚未运行检测：请先运行一遍，再逐项查看其结果。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Not judged yet</source>
      <translation>尚未判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>Nothing here fits what is chosen above.</source>
      <translation>没有符合上方所选条件的项。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Nothing is selected.</source>
      <translation>未选中任何项。</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>Of which class</source>
      <translation>哪一类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>Over which frames the list goes</source>
      <translation>列表涵盖哪些帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Previous repair in the film</source>
      <translation>影片中的上一处修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Previous risky one</source>
      <translation>上一处有风险的</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Rejected</source>
      <translation>已拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Riskiest first</source>
      <translation>风险高的在前</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Risky ones</source>
      <translation>有风险的</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select all between in and out</source>
      <translation>选中入点与出点之间的全部</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select all in the shot of the same class, size and probability at the same place; once more: anywhere in the frame. Then accept or reject them at once</source>
      <translation>选中镜头内同一位置上类别、大小、概率相同的全部项；再按一次：画面任意位置。然后一并接受或拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select all like this in the shot</source>
      <translation>选中镜头内所有同类项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select all not judged yet</source>
      <translation>选中所有尚未判定的</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select everything in the list that nobody has judged, to accept or reject it</source>
      <translation>选中列表中所有未经人工判定的项，以便接受或拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select what the list shows on the frames marked by in and out, to judge it</source>
      <translation>选中入点与出点之间各帧上符合列表条件的项，以便判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Select with a lasso</source>
      <translation>用套索选择</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Selected shots</source>
      <translation>所选镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Show the candidates as a grid of pictures, or as a list</source>
      <translation>以图片网格或列表显示待查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/commands.py" />
      <source>Take the brush to the candidate's mask; the next key goes on as before</source>
      <translation>用画笔修改此项的遮罩；下一次按键照常继续</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/stage.py" />
      <source>The frames round the candidate in motion: on the left without its mending, on the right with it</source>
      <translation>待查项前后各帧的动态画面：左侧未修复，右侧已修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>This frame</source>
      <translation>此帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>This shot</source>
      <translation>此镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/progress.py" />
      <source>Time for each decision: none made yet</source>
      <translation>每次判定用时：尚无判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>What comes first</source>
      <translation>排列次序</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>What is listed</source>
      <translation>列出哪些</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>Whole film</source>
      <translation>整部影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>frame {number}</source>
      <translation>第 {number} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>frame {number} ({by})</source>
      <translation>第 {number} 帧（{by}）</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>{area} px</source>
      <translation>{area} 像素</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} between in and out</source>
      <translation>入点与出点之间 {count} 项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} in the lasso</source>
      <translation>套索内 {count} 项</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} like this anywhere in shot {shot}</source>
      <translation>镜头 {shot} 任意位置的同类项共 {count} 个</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} like this at the same place in shot {shot}</source>
      <translation>镜头 {shot} 同一位置的同类项共 {count} 个</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>{count} min</source>
      <translation>{count} 分钟</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} not judged yet</source>
      <translation>{count} 项尚未判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>{count} s</source>
      <translation>{count} 秒</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/room.py" />
      <source>{count} selected</source>
      <translation>已选 {count} 项</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/triage/progress.py" />
      <source>{done} of {total} judged, {frames} of {all} frame(s) done</source>
      <translation>
        <numerusform>已判定 {done} / {total} 项，完成 {frames} / {all} 帧</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/words.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/progress.py" />
      <source>{time} s a decision, {keys} keys each, {left} left</source>
      <translation>每次判定 {time} 秒、{keys} 键，还需 {left}</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>{what}  ·  shot {shot}, frame {frame}</source>
      <translation>{what}  ·  镜头 {shot}，第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/triage/panel.py" />
      <source>{what}. {accept} accepts them, {reject} rejects them, Esc lets go.</source>
      <translation>{what}。按 {accept} 接受，按 {reject} 拒绝，按 Esc 取消。</translation>
    </message>
  </context>
</TS>
