<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
  </context>
  <context>
    <name>Lint</name>
    <message numerus="yes">
      <location filename="../../../widgets/lint/words.py" />
      <source>%n FYI(s)</source>
      <translation>
        <numerusform>%n 条提示</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/lint/words.py" />
      <source>%n Issue(s)</source>
      <translation>
        <numerusform>%n 个问题</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/lint/words.py" />
      <source>%n frame(s) cannot be read.</source>
      <translation>
        <numerusform>%n 帧无法读取。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/lint/words.py" />
      <source>%n repair(s) looked over.</source>
      <translation>
        <numerusform>检查了 %n 处修复。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Also at those that were looked over before and have not changed</source>
      <translation>也包括以前检查过且没有变化的修复处</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/findings_list.py" />
      <source>Check</source>
      <translation>检查项</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Dead grain</source>
      <translation>颗粒缺失</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>FYI</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Find repairs that show, in the selected shots or the whole film, in the background</source>
      <translation>在后台查找所选镜头或整部影片中看得出痕迹的修复处</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Flicker</source>
      <translation>闪烁</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/findings_list.py" />
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/findings_list.py" />
      <source>From</source>
      <translation>起于</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Frozen grain</source>
      <translation>颗粒冻结</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Ghost</source>
      <translation>重影</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>How far the repairs are looked over</source>
      <translation>检查修复处的进度</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Issue</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>Issues only</source>
      <translation>只列问题</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>List Issues and leave FYIs out</source>
      <translation>只列出问题，不列提示</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Look again at all repairs</source>
      <translation>重新检查所有修复处</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <location filename="../../../widgets/lint/panel.py" />
      <source>Look over the repairs</source>
      <translation>检查修复处</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/walk.py" />
      <source>Looking over the repairs: {where}</source>
      <translation>检查修复处：{where}</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Next finding</source>
      <translation>下一条结果</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>No repair has been looked over yet. Run a pass or mend by hand, then let the linter find outlines, dead or frozen grain, ghosts and flicker.</source>
      <translation>还没有检查过任何修复处。先运行一遍处理或手工修补，再由质检查找轮廓、颗粒缺失或冻结、重影和闪烁。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Nothing is being looked over</source>
      <translation>没有正在进行的检查</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Nothing is listed that shows</source>
      <translation>没有列出任何结果</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>Nothing shows of the few that were looked over. The others have not been.</source>
      <translation>已查看的少数修复没有痕迹；其余修复尚未查看。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>Nothing shows of the repairs that were looked over.</source>
      <translation>检查过的修复处都看不出痕迹。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>Outline</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Previous finding</source>
      <translation>上一条结果</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>Stop looking</source>
      <translation>停止检查</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>The grain is that of frame {frame}</source>
      <translation>颗粒来自第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>The patch has less grain than the film round it.</source>
      <translation>修补处的颗粒比周围的胶片少。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>The patch jumps in level against the frames beside it.</source>
      <translation>修补处的亮度相对相邻帧有跳变。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>The patch shows structure that the frames beside it do not have there.</source>
      <translation>修补处显示了相邻帧在该处没有的结构。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>The patch shows the grain of a neighbouring frame.</source>
      <translation>修补处显示的是相邻帧的颗粒。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/commands.py" />
      <source>The repairs are being looked over</source>
      <translation>正在检查修复处</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>The repairs are being looked over. What shows is listed at the end.</source>
      <translation>正在检查修复处。看得出的痕迹会在结束时列出。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>There is a step along the border of the patch.</source>
      <translation>修补处的边界有一道台阶。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/panel.py" />
      <source>There is no Issue. The FYIs are not listed.</source>
      <translation>没有问题。提示没有列出。</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/findings_list.py" />
      <source>Value</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/findings_list.py" />
      <source>What shows of the repairs</source>
      <translation>修复处的痕迹</translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>{issues} and {fyis}.</source>
      <translation>{issues}，{fyis}。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/lint/words.py" />
      <source>{kind} at {x}, {y}; {area} pixel(s) under the mask</source>
      <translation>
        <numerusform>{kind}，位于 {x}, {y}；蒙版下有 {area} 个像素</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/lint/panel.py" />
      <source>{linted} of {mended} repair(s) looked over</source>
      <translation>
        <numerusform>已查看 {linted} / {mended} 处修复</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/lint/words.py" />
      <source>{value}; FYI from {fyi}, Issue from {issue}</source>
      <translation>{value}；{fyi} 起为提示，{issue} 起为问题</translation>
    </message>
  </context>
</TS>
