<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n corrected frame(s)</source>
      <translation>
        <numerusform>%n 个已修正的帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n cut(s)</source>
      <translation>
        <numerusform>%n 个切点</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n frame(s)</source>
      <translation>
        <numerusform>%n 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/parameters.py" />
      <source>%n key(s)</source>
      <translation>
        <numerusform>%n 个关键帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n repair(s)</source>
      <translation>
        <numerusform>%n 处修复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/phrases.py" />
      <source>%n shot(s)</source>
      <translation>
        <numerusform>%n 个镜头</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n track(s)</source>
      <translation>
        <numerusform>%n 条轨迹</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>%n transition(s)</source>
      <translation>
        <numerusform>%n 处转场</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>A version is a name for a state: to look at again, to compare, to approve.</source>
      <translation>版本是给某个状态起的名字：便于再次查看、比较和批准。</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Accepted or rejected</source>
      <translation>接受或拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Accepted {what}</source>
      <translation>接受了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Accepted, rejected</source>
      <translation>接受、拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Adapted detector thrown away</source>
      <translation>丢弃自适应检测器</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Adapted detectors</source>
      <translation>自适应检测器</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Adapted the {task} detector to {frames} of this film</source>
      <translation>已用本片 {frames}让{task}检测器适应本片</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Added %n repair(s) by hand</source>
      <translation>
        <numerusform>手工添加了 %n 处修复</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Added reel {path}, {frames}</source>
      <translation>添加了卷 {path}，{frames}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Added {what} in {shots}</source>
      <translation>在{shots}中添加了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Approved by {who}</source>
      <translation>由 {who} 批准</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <location filename="../../../widgets/history/looking.py" />
      <source>Back to now</source>
      <translation>回到当前</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Bad frames of a reel</source>
      <translation>卷的坏帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Bad frames of {path} are black</source>
      <translation>{path} 的坏帧显示为黑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Bad frames of {path} show the last good one</source>
      <translation>{path} 的坏帧显示上一好帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Bad frames of {path} stop the work</source>
      <translation>{path} 遇到坏帧即停止</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Brought the scan back in %n place(s)</source>
      <translation>
        <numerusform>在 %n 处恢复了扫描原样</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Changed the mask of %n repair(s) by hand</source>
      <translation>
        <numerusform>手工修改了 %n 处修复的遮罩</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Cloned over %n repair(s) from {x}, {y} in frame {donors}</source>
      <translation>
        <numerusform>从帧 {donors} 的 {x}, {y} 处克隆了 %n 处修复</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Conflicts settled</source>
      <translation>冲突已裁定</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Copies merged</source>
      <translation>副本已合并</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Cut moved</source>
      <translation>移动切点</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Detector adapted</source>
      <translation>检测器自适应</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/panel.py" />
      <source>Edits</source>
      <translation>编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Encoding of a reel</source>
      <translation>卷的编码</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Everybody</source>
      <translation>所有人</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Filter by kind, author and shot</source>
      <translation>按种类、作者和镜头筛选</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Filter the history</source>
      <translation>筛选历史记录</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Give the present state a name</source>
      <translation>给当前状态命名</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <location filename="../../../widgets/history/looking.py" />
      <source>Go on from here</source>
      <translation>从这里继续</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/panel.py" />
      <source>Go to the shots</source>
      <translation>转到相关镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>HDR</source>
      <translation>HDR</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>HDR Vivid</source>
      <translation>HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>HDR Vivid linked</source>
      <translation>HDR Vivid 已链接</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>HDR Vivid unlinked</source>
      <translation>HDR Vivid 已取消链接</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Hand work</source>
      <translation>手工修复</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Healed %n repair(s) from the surroundings</source>
      <translation>
        <numerusform>用周围画面修补了 %n 处</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/table.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Lifted the protection of %n range(s)</source>
      <translation>
        <numerusform>解除了 %n 个范围的保护</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Light measured</source>
      <translation>亮度已测量</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Linked HDR Vivid of {shots}</source>
      <translation>链接了{shots}的 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/panel.py" />
      <source>Look at this state</source>
      <translation>查看这个状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Look at this version (Return)</source>
      <translation>查看这个版本（回车）</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/looking.py" />
      <source>Looking at an earlier state</source>
      <translation>正在查看较早的状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/looking.py" />
      <source>Looking at the film as of {time}, after:</source>
      <translation>正在查看影片在 {time} 的状态，当时刚完成：</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Masks changed by hand</source>
      <translation>手工修改遮罩</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Measured the light of {shots}</source>
      <translation>测量了{shots}的亮度</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Mended %n line(s) by hand</source>
      <translation>
        <numerusform>手工修复了 %n 条线</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Mended %n repair(s) from frame {donors}</source>
      <translation>
        <numerusform>取自帧 {donors} 修复了 %n 处</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Mended a tracked mask on %n frame(s)</source>
      <translation>
        <numerusform>在 %n 帧上修复了跟踪的遮罩</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Merges</source>
      <translation>合并</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Moved the cut before {shot} to frame {frame}</source>
      <translation>将 {shot} 之前的切点移到第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Moved {what} in {shots}</source>
      <translation>在{shots}中移动了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Name</source>
      <translation>命名</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Name a version...</source>
      <translation>命名版本…</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Name this state</source>
      <translation>给当前状态命名</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Name this state (Return)</source>
      <translation>给当前状态命名（回车）</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Named this version '{name}'</source>
      <translation>将此版本命名为“{name}”</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/panel.py" />
      <source>No edit fits the filter.</source>
      <translation>没有符合筛选条件的编辑。</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Only edits by this person</source>
      <translation>只看此人的编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Only edits of this kind</source>
      <translation>只看这一种编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Only edits that concern the shots selected on the timeline</source>
      <translation>只看与时间线上选中镜头有关的编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Operators of a stage</source>
      <translation>阶段的算子</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Parameter</source>
      <translation>参数</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Pass</source>
      <translation>修复遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Pass switched on or off</source>
      <translation>启用或停用一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Passes</source>
      <translation>修复遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Pasted HDR Vivid in {shots}</source>
      <translation>在{shots}粘贴了 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Pasted {what} in {shots}</source>
      <translation>在{shots}中粘贴了 {what}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Patched %n repair(s) from {x}, {y}</source>
      <translation>
        <numerusform>从 {x}, {y} 处补了 %n 处</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Programme</source>
      <translation>节目</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Proof signed</source>
      <translation>证明已签署</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Protected %n range(s) from passes</source>
      <translation>
        <numerusform>保护了 %n 个范围，禁止处理改动</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Protected from passes</source>
      <translation>禁止处理改动</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Protected {shots} from passes</source>
      <translation>保护了{shots}，禁止处理改动</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Protection</source>
      <translation>保护</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Protection lifted</source>
      <translation>解除保护</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Put {new} by hand in the place of {old}</source>
      <translation>手工以 {new} 取代 {old} 处</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Ran {recipe} over {shots}</source>
      <translation>对{shots} 运行了“{recipe}”</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Redid: {what}</source>
      <translation>已重做：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <location filename="../../../widgets/history/words.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Redo: {what}</source>
      <translation>重做：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Reel added</source>
      <translation>添加卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Reel relinked</source>
      <translation>重新链接卷</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Reels, programme</source>
      <translation>卷、节目</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Rejected {what}</source>
      <translation>拒绝了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Relinked a reel to {path}</source>
      <translation>将卷重新链接到 {path}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Removed {what} in {shots}</source>
      <translation>在{shots}中移除了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Repairs by hand</source>
      <translation>手工修复</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Replaced %n frame(s) by interpolation; motion failed on {doubt} % of it</source>
      <translation>
        <numerusform>用插值替换了 %n 帧；其中 {doubt} % 的画面运动估计失败</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Reset HDR Vivid in {shots}</source>
      <translation>重置了{shots}的 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Reset {what} in {shots}</source>
      <translation>在{shots}中重置了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <location filename="../../../widgets/history/versions.py" />
      <source>Row {number}</source>
      <translation>第 {number} 条</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>SDR set</source>
      <translation>SDR 组</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/filters.py" />
      <source>Selected shots</source>
      <translation>选中的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set HDR Vivid in {shots}</source>
      <translation>设置了{shots}的 HDR Vivid</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set HDR Vivid to automatic in {shots}</source>
      <translation>{shots}的 HDR Vivid 设为自动</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set HDR Vivid to the hand controls in {shots}</source>
      <translation>{shots}的 HDR Vivid 设为手动控制</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set HDR Vivid {what} in {shots}</source>
      <translation>设置了{shots}的 HDR Vivid：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set the encoding of {path} to {encoding}</source>
      <translation>将 {path} 的编码设为 {encoding}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set the operators of {shots}</source>
      <translation>设置了{shots}的操作</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Set the programme to %n piece(s)</source>
      <translation>
        <numerusform>将节目设为 %n 段</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set the {defect} threshold to {value} in {shots}</source>
      <translation>将{shots} 的{defect}阈值设为 {value}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set the {stage} stage of {shots} to {what}</source>
      <translation>将{shots} 的{stage}阶段设为{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set {cuts} and {transitions} in {path}</source>
      <translation>在 {path} 中设置 {cuts}和 {transitions}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set {name} to {value} in {shots}</source>
      <translation>将{shots} 的“{name}”设为 {value}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set {operator}: {name} to {value} in {shots}</source>
      <translation>将{shots} 的{operator}“{name}”设为 {value}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Set {what} in {shots}</source>
      <translation>在{shots}中设置了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>Shot</source>
      <translation>镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Shot split</source>
      <translation>拆分镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Shots and cuts</source>
      <translation>镜头与切点</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Shots found</source>
      <translation>查找镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Shots merged</source>
      <translation>合并镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Split {shot} at frame {frame}</source>
      <translation>在第 {frame} 帧拆分 {shot}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/words.py" />
      <source>Steadied the splice on %n frame(s)</source>
      <translation>
        <numerusform>稳定了接片处的 %n 帧</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Switched the pass {recipe} off</source>
      <translation>停用了“{recipe}”这一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Switched the pass {recipe} on</source>
      <translation>启用了“{recipe}”这一遍</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Switched {what} off in {shots}</source>
      <translation>在{shots}中关闭了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Switched {what} on in {shots}</source>
      <translation>在{shots}中打开了 {what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>The present state is shown</source>
      <translation>显示的就是当前状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <location filename="../../../widgets/history/looking.py" />
      <location filename="../../../widgets/history/versions.py" />
      <source>The project is open for reading only</source>
      <translation>项目以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/looking.py" />
      <source>The row is being read</source>
      <translation>正在读取这一条</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>There is a version of this name already</source>
      <translation>已有同名版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>There is nothing to redo</source>
      <translation>没有可重做的编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>There is nothing to undo</source>
      <translation>没有可撤销的编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/looking.py" />
      <source>This is the state as it is now</source>
      <translation>这就是当前状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/looking.py" />
      <source>This state lies on another branch: it can be looked at, not gone back to</source>
      <translation>此状态在另一分支上：可以查看，但无法返回</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Thresholds</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Threw the adapted {task} detector away</source>
      <translation>丢弃了自适应的{task}检测器</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Took HDR Vivid over in {shots}</source>
      <translation>HDR Vivid 应用到{shots}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Took back the verdict on {what}</source>
      <translation>撤回了对 {what}的判定</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Took the operators of recipe {what} over in {shots}</source>
      <translation>在{shots}中套用了配方“{what}”的操作</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Undid: {what}</source>
      <translation>已撤销：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <location filename="../../../widgets/history/words.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/history/looking.py" />
      <source>Undo %n edit(s) and go on from this state; nothing is lost</source>
      <translation>
        <numerusform>撤销 %n 次编辑并从此状态继续；任何内容都不会丢失</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Undo, redo</source>
      <translation>撤销、重做</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/commands.py" />
      <source>Undo: {what}</source>
      <translation>撤销：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Unlinked HDR Vivid of {shots}</source>
      <translation>取消了{shots}的 HDR Vivid 链接</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Version approved</source>
      <translation>批准版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>Version named</source>
      <translation>命名版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/panel.py" />
      <location filename="../../../widgets/history/versions.py" />
      <location filename="../../../widgets/history/words.py" />
      <source>Versions</source>
      <translation>版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>Who</source>
      <translation>作者</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/versions.py" />
      <source>Write down that you approve it</source>
      <translation>记录您的批准</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>a step back or forward</source>
      <translation>后退或前进一步</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/phrases.py" />
      <source>all shots</source>
      <translation>所有镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/phrases.py" />
      <source>d MMM</source>
      <translation>M月d日</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>in force</source>
      <translation>有效</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>mastering display</source>
      <translation>母版显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>not on the disk yet</source>
      <translation>尚未写入磁盘</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>on a branch: undone, and another edit was made since</source>
      <translation>在分支上：撤销后又有了新的编辑</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/phrases.py" />
      <source>shot {number}</source>
      <translation>镜头 {number}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/phrases.py" />
      <source>shots {first}-{last}</source>
      <translation>镜头 {first}-{last}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>target display</source>
      <translation>目标显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/model.py" />
      <source>undone, can be redone</source>
      <translation>已撤销，可重做</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>{operator}: {name}</source>
      <translation>{operator}“{name}”</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/parameters.py" />
      <source>{operator}: {name} to {value}</source>
      <translation>{operator}“{name}”为 {value}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{repairs} and {tracks}</source>
      <translation>{repairs}和 {tracks}</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{what} where {expression}</source>
      <translation>{what}（条件：{expression}）</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{what}, frame {frames}</source>
      <translation>{what}（第 {frames} 帧）</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{what}, frames {frames}</source>
      <translation>{what}（第 {frames} 帧）</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{who} approved the version '{name}'</source>
      <translation>{who} 批准了版本“{name}”</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{who} signed the proof of an export</source>
      <translation>{who} 签署了一份导出的证明</translation>
    </message>
    <message>
      <location filename="../../../widgets/history/words.py" />
      <source>{who} signed the proof of the version '{name}'</source>
      <translation>{who} 签署了版本“{name}”的证明</translation>
    </message>
  </context>
</TS>
