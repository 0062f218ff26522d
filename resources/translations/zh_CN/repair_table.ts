<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
  </context>
  <context>
    <name>RepairTable</name>
    <message numerus="yes">
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>%n repair(s) written to {name}.</source>
      <translation>
        <numerusform>%n 处修复已写入 {name}。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Accepted</source>
      <translation>已接受</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/table.py" />
      <source>All repairs</source>
      <translation>全部修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>By hand</source>
      <translation>手工</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>By the machine</source>
      <translation>由机器</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>Comma-separated values (*.csv)</source>
      <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Donors</source>
      <translation>供体帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Every class</source>
      <translation>所有类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Filter the repairs</source>
      <translation>筛选修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Found, not mended</source>
      <translation>检出未修</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Frames the fill was made from: those that were chosen by hand, or how far the pass looked to either side</source>
      <translation>填补所取自的帧：手工指定的帧，或检测向前后两侧查看的范围</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>In which state</source>
      <translation>处于何种状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Judged by a person</source>
      <translation>经人工判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Leave the selected repairs out: the scan's pixels come back, all else stays</source>
      <translation>撤除所选修复：恢复扫描原像素，其余不变</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>List of repairs: {name}</source>
      <translation>修复列表：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Machine and hand</source>
      <translation>机器与手工</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Made</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Made by</source>
      <translation>来源</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Made or judged by whom</source>
      <translation>由谁修复或判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Mask</source>
      <translation>遮罩</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Mended</source>
      <translation>已修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Mended, reverted</source>
      <translation>已修复、已撤除</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>No repair is selected in the table.</source>
      <translation>表中未选中修复。</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Of which class</source>
      <translation>哪一类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Only repairs for which this holds, as in “class=dirt and area&gt;200”. Fields: “{fields}”</source>
      <translation>只列出符合此条件的修复，例如“class=dirt and area&gt;200”。字段：“{fields}”</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Put the selected repairs back</source>
      <translation>放回所选修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Repairs of which frames</source>
      <translation>哪些帧的修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>Repairs selected, and listed</source>
      <translation>所选与所列的修复数</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Revert the selected repairs</source>
      <translation>撤除所选修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>Reverted</source>
      <translation>已撤除</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Shot</source>
      <translation>镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Sure</source>
      <translation>把握</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Take the selected repairs in again, as they were made</source>
      <translation>按原样重新采用所选修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>The filter cannot be read.</source>
      <translation>无法读懂筛选条件。</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>The project has no film yet.</source>
      <translation>项目里还没有影片。</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>The project is open to be read only.</source>
      <translation>项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>The selected repairs, or all that are listed, as CSV or JSON, in the background</source>
      <translation>把选中的修复，或列出的全部修复，在后台写成 CSV 或 JSON</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/model.py" />
      <source>Verdict</source>
      <translation>判定</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>Write %n selected repair(s) to</source>
      <translation>
        <numerusform>将选中的 %n 处修复写到</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>Write the list of repairs...</source>
      <translation>导出修复列表...</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/writing.py" />
      <source>Write the listed repairs to</source>
      <translation>将列出的修复写到</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/commands.py" />
      <source>You are looking at an earlier state: come back to now to change it.</source>
      <translation>当前查看的是较早状态：请回到现在再修改。</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>cannot be read</source>
      <translation>无法识别</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/panel.py" />
      <source>{chosen} of {total}</source>
      <translation>{chosen} / {total}</translation>
    </message>
    <message>
      <location filename="../../../widgets/repair_table/words.py" />
      <source>{what}, {who}, {when}</source>
      <translation>{what}，{who}，{when}</translation>
    </message>
  </context>
</TS>
