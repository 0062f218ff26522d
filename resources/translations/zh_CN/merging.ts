<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
  </context>
  <context>
    <name>Merging</name>
    <message numerus="yes">
      <location filename="../../../widgets/merging/words.py" />
      <source>%n conflict(s): this project's work counts in {ours}, the copy's in {theirs}.</source>
      <translation>
        <numerusform>%n 处冲突：{ours} 处以本项目为准，{theirs} 处以副本为准。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/merging/jobs.py" />
      <source>%n edit(s) by {people} taken over.</source>
      <translation>
        <numerusform>已并入 {people} 的 %n 次编辑。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/merging/jobs.py" />
      <source>%n edit(s) by {people} would be taken over.</source>
      <translation>
        <numerusform>将并入 {people} 的 %n 次编辑。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/jobs.py" />
      <source>A look at {name}</source>
      <translation>查看 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Bring the copy's work in; undo is in the history, the copy stays</source>
      <translation>并入副本里的工作；可在历史记录中撤销，副本不变</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>Bring the work done in another copy of this project into it, repair by repair</source>
      <translation>把本项目另一个副本里的工作逐处修复地并入</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Choose the copy</source>
      <translation>选择副本</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Choose...</source>
      <translation>选择...</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <location filename="../../../widgets/merging/settling.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>Conflicts</source>
      <translation>冲突</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Copy</source>
      <translation>副本</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/jobs.py" />
      <source>Everything done in {name} is here already.</source>
      <translation>{name} 里的全部工作这里都已经有了。</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>For every conflict that is selected; a group stands for all in it. Undo takes it back.</source>
      <translation>作用于选中的每处冲突；选中一组即包含组内全部。可撤销。</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>Frame {number}</source>
      <translation>第 {number} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>Frame {number}, at {x}, {y}</source>
      <translation>第 {number} 帧，位置 {x}, {y}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>Frames {first}-{last}</source>
      <translation>第 {first}-{last} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>Go through what a merge left open and say whose work counts</source>
      <translation>逐一查看合并留下的冲突，裁定以谁的工作为准</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Look first: nothing is written. The copy stays as it is either way.</source>
      <translation>请先查看：不会写入任何内容。无论如何副本都保持不变。</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Merge a copy</source>
      <translation>合并副本</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>Merge a copy...</source>
      <translation>合并副本...</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/jobs.py" />
      <source>Merging {name}</source>
      <translation>合并 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>Next</source>
      <translation>下一处</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>No conflict is open</source>
      <translation>没有待裁定的冲突</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>No conflict.</source>
      <translation>没有冲突。</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>Previous</source>
      <translation>上一处</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Reelmend projects (*{suffix})</source>
      <translation>Reelmend 项目 (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Say what would be joined and what conflicts; nothing is written</source>
      <translation>说明将并入什么、有哪些冲突；不写入任何内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/jobs.py" />
      <source>Settle</source>
      <translation>裁定</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>Settle conflicts</source>
      <translation>裁定冲突</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Settle conflicts...</source>
      <translation>裁定冲突...</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>Shot {number}</source>
      <translation>镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>Shots {first}-{last}</source>
      <translation>镜头 {first}-{last}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>Take the copy's</source>
      <translation>以副本为准</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/settling.py" />
      <source>Take this project's</source>
      <translation>以本项目为准</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>The copy</source>
      <translation>副本</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>The copy's work, for good</source>
      <translation>以副本为准，不再询问</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>The newer work, for good</source>
      <translation>以较新的为准，不再询问</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>The newer work; conflicts stay open to be settled</source>
      <translation>暂以较新的为准，冲突留待裁定</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>The other person's copy of this project</source>
      <translation>另一个人手中的本项目副本</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/__init__.py" />
      <source>The project is open to be read only</source>
      <translation>项目以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>The whole project</source>
      <translation>整个项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>This project</source>
      <translation>本项目</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>This project's work, for good</source>
      <translation>以本项目为准，不再询问</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>This work counts meanwhile</source>
      <translation>目前以此为准</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/dialog.py" />
      <source>Where both did something</source>
      <translation>双方都有改动之处</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>a setting that both changed</source>
      <translation>双方都改过的设置</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>cuts that do not go together</source>
      <translation>互不相容的剪切点</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>the same pixels</source>
      <translation>同一处像素</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>two passes over the same frames</source>
      <translation>同一段帧上的两遍处理</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>two verdicts on one repair</source>
      <translation>同一修复的两种裁定</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/jobs.py" />
      <source>{copy} has a reel that this project has not, {reel}: close the project, merge with `reelmend merge`, and open it again</source>
      <translation>{copy} 里有本项目没有的卷 {reel}：请关闭项目，用 `reelmend merge` 合并后再打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/tree.py" />
      <source>{group}: {count}</source>
      <translation>{group}：{count}</translation>
    </message>
    <message>
      <location filename="../../../widgets/merging/words.py" />
      <source>{who}, {when}: {what}</source>
      <translation>{who}，{when}：{what}</translation>
    </message>
  </context>
</TS>
