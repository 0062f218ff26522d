<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
  </context>
  <context>
    <name>Jobs</name>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>%n frame(s)</source>
      <translation>
        <numerusform>%n 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/passes.py" />
      <source>%n frame(s) are missing or broken.</source>
      <translation>
        <numerusform>%n 帧缺失或损坏。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/passes.py" />
      <location filename="../../../widgets/jobs/words.py" />
      <source>%n frame(s) done.</source>
      <translation>
        <numerusform>已完成 %n 帧。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>%n frame(s) have no infrared picture.</source>
      <translation>
        <numerusform>%n 帧没有红外画面。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>%n frame(s) of this film are corrected.</source>
      <translation>
        <numerusform>本片已有 %n 帧经过修正。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/passes.py" />
      <location filename="../../../widgets/jobs/words.py" />
      <source>%n shot(s)</source>
      <translation>
        <numerusform>%n 个镜头</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/running.py" />
      <source>A pass is looking for damage. What it finds comes here when it is done.</source>
      <translation>正在运行一遍处理，查找损伤。完成后，结果会显示在这里。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/running.py" />
      <source>A pass waits to look for damage. What it finds comes here when it is done.</source>
      <translation>有一遍处理正在等待运行。完成后，结果会显示在这里。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>Adapt to this film</source>
      <translation>适应本片</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Adapt to this film...</source>
      <translation>适应本片...</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Begin in the background (Return)</source>
      <translation>在后台开始（回车）</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Cancel the job</source>
      <translation>取消任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Cancelled</source>
      <translation>已取消</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Cancelled. What was finished is kept.</source>
      <translation>已取消。已完成的部分会保留。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Choose the folder that the infrared pictures are in</source>
      <translation>选择红外画面所在的文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Close without running anything (Esc)</source>
      <translation>关闭，不运行（Esc）</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>Counting corrected frames...</source>
      <translation>正在统计已修正的帧...</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Do not look for dirt in the picture besides</source>
      <translation>不再另外在画面中查找脏点</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Done.</source>
      <translation>完成。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/notices.py" />
      <source>Done: {title}</source>
      <translation>完成：{title}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Every shot there is</source>
      <translation>所有镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/notices.py" />
      <source>Failed: {title}</source>
      <translation>失败：{title}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Find dirt by the scanner's infrared channel</source>
      <translation>用扫描仪的红外通道查找脏点</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Forget what this pass has done so far</source>
      <translation>丢弃这一遍已做的部分</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Found so far: {parts}</source>
      <translation>目前找到：{parts}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>Found: {parts}.</source>
      <translation>找到：{parts}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Give up</source>
      <translation>放弃</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Go on with this pass where it stopped</source>
      <translation>从中断处继续这一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>In use from the next pass on.</source>
      <translation>将从下一次处理起使用。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>It has {share} % of the picture's contrast.</source>
      <translation>其反差为画面的 {share} %。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>Learn</source>
      <translation>学习</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>Learned from %n corrected frame(s).</source>
      <translation>
        <numerusform>已从 %n 个修正帧中学习。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Let the detector learn from what you corrected on this film, in the background</source>
      <translation>让检测器在后台从您对本片的修正中学习</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Let the machine look for damage and mend it, in the background</source>
      <translation>让机器在后台查找并修复损伤</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Measuring where the channel lies...</source>
      <translation>正在测量通道的位置……</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Nothing found so far</source>
      <translation>目前没有找到任何损伤</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>Nothing was found.</source>
      <translation>没有找到损伤。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>On colour film, infrared light shows dust and dirt and hardly any of the picture</source>
      <translation>在彩色胶片上，红外光能显出灰尘和脏点，几乎不显出画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>On corrections that it was not shown: F1 {before} before, {after} after.</source>
      <translation>在未向其展示的修正上：F1 之前为 {before}，之后为 {after}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Over</source>
      <translation>范围</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/running.py" />
      <source>Pass: {title}</source>
      <translation>处理：{title}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Passes, exports and other long work run here, beside yours.</source>
      <translation>修复遍、导出等耗时的工作在这里运行，不打断您手头的工作。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/row.py" />
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Pause or resume the job</source>
      <translation>暂停或继续任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Pictures...</source>
      <translation>画面……</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Recipe</source>
      <translation>配方</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/row.py" />
      <source>Resume</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Round {round} of {rounds}</source>
      <translation>第 {round} 轮，共 {rounds} 轮</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Run a pass</source>
      <translation>运行一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <location filename="../../../widgets/jobs/panel.py" />
      <source>Run a pass...</source>
      <translation>运行一遍…</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Run the job again</source>
      <translation>重新运行任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Run the job earlier</source>
      <translation>提前运行任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Run the job later</source>
      <translation>推后运行任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Selected shots</source>
      <translation>选中的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Shots between in and out</source>
      <translation>入点与出点之间的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>Show</source>
      <translation>查看</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Starting</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Stopping...</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Take all ended jobs off the list</source>
      <translation>清除所有已结束的任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>Take the job off the list</source>
      <translation>从列表中移除任务</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>That is no better.</source>
      <translation>并无改善。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>The channel is taken to lie on the picture: there is too little dirt to tell.</source>
      <translation>脏点太少，无法判断；按通道与画面重合处理。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>The channel lies {x}, {y} pixels beside the picture.</source>
      <translation>通道相对画面偏移 {x}，{y} 像素。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>The detector learns from the frames on which you painted, erased, accepted or rejected single repairs. Everything on such a frame counts as looked through. A third of them is kept back to see what it gains.</source>
      <translation>检测器会从您涂画、擦除、接受或拒绝过单个修复的帧中学习。这样的帧上的一切都视为已检查过。其中三分之一会留出，用来衡量收益。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>The folder of the infrared pictures</source>
      <translation>红外画面的文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>The pass {recipe} over {shots} was not finished. The film has changed since: it begins anew.</source>
      <translation>对 {shots} 运行的“{recipe}”没有完成。影片此后有改动，需要从头开始。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/words.py" />
      <source>The pass {recipe} over {shots} was not finished: {done} of {total} frame(s) done.</source>
      <translation>
        <numerusform>对 {shots} 运行的“{recipe}”没有完成：已做 {done} / {total} 帧。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>The project has no film yet</source>
      <translation>项目中还没有影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>The project is open for reading only</source>
      <translation>项目以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>The shot under the playhead</source>
      <translation>播放头所在的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>The shots selected on the timeline; they can be selected now</source>
      <translation>时间线上选中的镜头；现在仍可选择</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>The shots that lie wholly or partly between in and out</source>
      <translation>全部或部分位于入点与出点之间的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>The weights that come with the program are in use.</source>
      <translation>正在使用程序自带的权重。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>There are no shots to work on</source>
      <translation>没有可处理的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/commands.py" />
      <source>There is no job this can be done to</source>
      <translation>没有可以这样操作的任务</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>This film has weights of its own, learned from %n corrected frame(s).</source>
      <translation>
        <numerusform>本片有自己的权重，从 %n 个修正帧中学得。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>This shot</source>
      <translation>当前镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>Throw away</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>Thrown away.</source>
      <translation>已丢弃。</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <location filename="../../../widgets/jobs/adapting.py" />
      <source>Use</source>
      <translation>使用</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>Use the channel all the same</source>
      <translation>仍然使用该通道</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>Waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>Whole film</source>
      <translation>整部影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/infrared_box.py" />
      <source>in the scan itself</source>
      <translation>在扫描本身中</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>looking</source>
      <translation>检测</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>mending</source>
      <translation>修补</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>shot {number}</source>
      <translation>镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>shots {first}-{last}</source>
      <translation>镜头 {first}-{last}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>whole film</source>
      <translation>整部影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/adapt_dialog.py" />
      <source>{count} are needed.</source>
      <translation>至少需要 {count} 帧。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/words.py" />
      <source>{done} of {total} artefact(s)</source>
      <translation>
        <numerusform>{total} 个附件中的 {done} 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/words.py" />
      <source>{done} of {total} frame(s)</source>
      <translation>
        <numerusform>{done} / {total} 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/words.py" />
      <source>{done} of {total} list(s) of detections</source>
      <translation>
        <numerusform>{total} 份检测列表中的 {done} 份</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/jobs/words.py" />
      <source>{done} of {total} repair(s)</source>
      <translation>
        <numerusform>{total} 处修复中的 {done} 处</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{hours} h {minutes:02d} min</source>
      <translation>{hours} 小时 {minutes:02d} 分</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{minutes} min {seconds:02d} s</source>
      <translation>{minutes} 分 {seconds:02d} 秒</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{rate} frames/s</source>
      <translation>{rate} 帧/秒</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/passes.py" />
      <source>{recipe}: {where}</source>
      <translation>{recipe}：{where}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{round}: {doing}</source>
      <translation>{round}：{doing}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{seconds} s</source>
      <translation>{seconds} 秒</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/words.py" />
      <source>{time} left in this round</source>
      <translation>本轮剩余 {time}</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>{title}: none</source>
      <translation>{title}：无</translation>
    </message>
    <message>
      <location filename="../../../widgets/jobs/pass_dialog.py" />
      <source>{title}: {shots}, {frames}</source>
      <translation>{title}：{shots}，{frames}</translation>
    </message>
  </context>
</TS>
