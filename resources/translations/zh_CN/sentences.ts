<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Sentences</name>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source> (apart from parameter sets, delimiters and SEI of the decoder configuration: the containers differ)</source>
      <translation>（参数集、分隔符和解码器配置中的 SEI 除外：两者的封装格式不同）</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source> (its ICC profile '{icc_description}' is of no space known here)</source>
      <translation>（其 ICC 特性文件“{icc_description}”不属于已知的色彩空间）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source> and {NAMED} more</source>
      <translation>，另有 {NAMED} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source> and {most} more ranges</source>
      <translation> 以及另外 {most} 段</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source> where {where}</source>
      <translation>，条件：{where}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/presets.py" />
      <source> with {further}</source>
      <translation> 配 {further}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/proofs.py" />
      <source>'{hash}' is no hash (64 hex digits)</source>
      <translation>“{hash}”不是哈希值（64 位十六进制数字）</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>'{hash}' names no weights (64 hex digits)</source>
      <translation>“{hash}”不是权重的名称（64 位十六进制数字）</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>'{id}' is no id of a repair (32 hex digits)</source>
      <translation>“{id}”不是修复的编号（应为 32 位十六进制数）</translation>
    </message>
    <message>
      <location filename="../../../app/document/detections.py" />
      <source>'{key}' is no component key of 32 hex digits</source>
      <translation>“{key}”不是连通区的编号（应为 32 位十六进制数）</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>'{light}' is no artefact's name</source>
      <translation>“{light}”不是成果文件的名称</translation>
    </message>
    <message>
      <location filename="../../../app/engine/models.py" />
      <source>'{model}' is no model: give the SHA-256 of its weights, or '{SHIPPED}'</source>
      <translation>“{model}”不是模型：请给出其权重的 SHA-256，或“{SHIPPED}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>'{name}' can only be compared by = and !=</source>
      <translation>“{name}”只能用 = 和 != 比较</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe_files.py" />
      <source>'{name}' cannot be a recipe's name: use letters, numbers and spaces</source>
      <translation>“{name}”不能作为配方名：请使用字母、数字和空格</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>'{name}' is no parameter here; there are: {known}</source>
      <translation>这里没有参数“{name}”；可用的有：{known}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/exr.py" />
      <source>'{options}' is no lossless EXR compression; there are: {LOSSLESS}</source>
      <translation>“{options}”不是无损 EXR 压缩方式；可用的有：{LOSSLESS}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/tiff.py" />
      <source>'{options}' is no lossless TIFF compression; there are: none, lzw, zip, packbits</source>
      <translation>“{options}”不是无损 TIFF 压缩方式；可用的有：none、lzw、zip、packbits</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>'{part}' names no frames of 0 to {count}, which the metadata have</source>
      <translation>“{part}”不在元数据所含的第 0 至 {count} 帧之内</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/config.py" />
      <source>'{path}' cannot be used as a colour configuration: {reason}</source>
      <translation>“{path}”不能用作色彩配置：{reason}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>'{setting}': recipe '{name}' has no operator '{operator_id}'</source>
      <translation>“{setting}”：配方“{name}”中没有操作“{operator_id}”</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/statistics/picture_area.py" />
      <source>'{text}' is no area; write auto, full or WxH+X+Y, as in 1920x800+0+140</source>
      <translation>“{text}”不是区域；请写 auto、full 或 WxH+X+Y，例如 1920x800+0+140</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>'{text}' is no content light level; write MaxCLL,MaxFALL in cd/m2: 1000,400</source>
      <translation>“{text}”不是内容亮度级；请以 cd/m2 写出 MaxCLL,MaxFALL：1000,400</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>'{text}' is no mastering display: a value lies outside what a screen can have</source>
      <translation>“{text}”不是母版显示器：有数值超出显示器可能的范围</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>'{text}' is no mastering display; write p3-d65:1000:0.005 (primaries, brightest and darkest in cd/m2) or G(x,y)B(x,y)R(x,y)WP(x,y)L(max,min) in the units of ST 2086</source>
      <translation>“{text}”不是母版显示器；请写 p3-d65:1000:0.005（基色、以 cd/m2 表示的最高和最低亮度），或以 ST 2086 的单位写 G(x,y)B(x,y)R(x,y)WP(x,y)L(max,min)</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timecode.py" />
      <source>'{text}' is no timecode at {rate} frames a second</source>
      <translation>“{text}”不是每秒 {rate} 帧的时间码</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>'{text}' names no frames; write them as in 0-47,96</source>
      <translation>“{text}”不是帧范围；请写成 0-47,96 这样的形式</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>'{text}' names no shots; write them as in 3-7,9</source>
      <translation>“{text}”没有指明镜头；请写成 3-7,9 这样的形式</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <location filename="../../../app/document/detections.py" />
      <source>'{track}' is no id of a track</source>
      <translation>“{track}”不是轨迹的编号</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/grading.py" />
      <source>'{which}' names no parameter sets; there are: {WHICH}</source>
      <translation>“{which}”不是参数组；可选：{WHICH}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>; and {found} more</source>
      <translation>；另外还有 {found} 个</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>; not in frames {wrong}</source>
      <translation>；不符合的帧：{wrong}</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Accepted {what} where {where}.</source>
      <translation>接受了 {what}，条件：{where}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Accepted {what}.</source>
      <translation>接受了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>Adapted the {task} detector to {frames} of this film.</source>
      <translation>已用本片的{frames}让 {task} 检测器适应本片。</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/adapt.py" />
      <source>Adapting to this film, {lower}</source>
      <translation>正在适应本片，{lower}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>Added reel {path} ({frame_count} frames).</source>
      <translation>加入卷 {path}（{frame_count} 帧）。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>Added {repairs} by hand.</source>
      <translation>手工添加了 {repairs}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Added {what} in {where}.</source>
      <translation>在{where}中添加了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/revise.py" />
      <source>Changed the mask of {before} by hand.</source>
      <translation>手工更改了 {before} 的遮罩。</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/others.py" />
      <source>Cineon files hold printing density</source>
      <translation>Cineon 文件存放的是印片密度</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>Cleared the verdict on</source>
      <translation>清除裁定：</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Cleared the verdict on {what} where {where}.</source>
      <translation>清除了对 {what} 的裁定，条件：{where}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Cleared the verdict on {what}.</source>
      <translation>清除了对 {what} 的裁定。</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>DNxHR in MXF cannot say here that pixels are not square; choose .mov</source>
      <translation>此处的 MXF 封装 DNxHR 无法标明非方形像素；请选择 .mov</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/authoring.py" />
      <source>DPX has 8, 10, 12 or 16 bits a sample, not {bit_depth}</source>
      <translation>DPX 每个样本为 8、10、12 或 16 位，不能是 {bit_depth} 位</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/authoring.py" />
      <source>DPX has no half-float samples; choose exr, or 16-bit integers</source>
      <translation>DPX 没有半精度浮点样本；请选择 exr 或 16 位整数</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/authoring.py" />
      <source>DPX has no room for the channels {channels} with chroma {subsampling}x{subsampling2}; choose exr or a movie</source>
      <translation>DPX 容纳不了通道 {channels} 与色度 {subsampling}x{subsampling2}；请选择 exr 或影片格式</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/codec.py" />
      <source>DPX {bits}-bit{packing}, {order}</source>
      <translation>DPX {bits} 位{packing}，{order}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Dark detail</source>
      <translation>暗部细节</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Dark floor</source>
      <translation>暗部起点</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Dark hillside</source>
      <translation>暗部中点</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Dark light</source>
      <translation>暗部亮度</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Dark offset</source>
      <translation>暗部偏移</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>First saturation gain: 0 at -1, 255 at 1.</source>
      <translation>第一个饱和度增益：-1 时为 0，1 时为 255。</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>HDR Vivid is of the grade, and this master is of the stage {value}</source>
      <translation>HDR Vivid 属于调色阶段，而此母版是 {value} 阶段的</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>HDR Vivid's descriptor in {maps} programme maps</source>
      <translation>{maps} 个节目映射表中有 HDR Vivid 描述符</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>HDR10 values at every entry picture</source>
      <translation>每个入口图像都带有 HDR10 数值</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_hdr.py" />
      <source>HDR10+ metadata belongs to PQ pictures, and not beside HDR Vivid: choose one of them</source>
      <translation>HDR10+ 元数据属于 PQ 画面，且不与 HDR Vivid 并存：请选择其一</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_light.py" />
      <source>HDR10+ says how bright red, green and blue get, and this light was measured without: measure it again</source>
      <translation>HDR10+ 要说明红、绿、蓝各有多亮，而此亮度测量时未包含它们：请重新测量</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>High cut</source>
      <translation>高光截止</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>High detail</source>
      <translation>高光细节</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>High light</source>
      <translation>高光亮度</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>High offset</source>
      <translation>高光偏移</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>High saturation</source>
      <translation>高光饱和度</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>Lifted the protection of {ids}.</source>
      <translation>解除了{ids}的保护。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Lifts the middle of the bright section: by half a strength at 1.</source>
      <translation>抬高亮部区间的中点：1 时抬高半个强度。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Lifts the middle of the dark section: by half a strength at 1.</source>
      <translation>抬高暗部区间的中点：1 时抬高半个强度。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Light hillside</source>
      <translation>亮部中点</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Linked HDR Vivid of {shots}.</source>
      <translation>链接了{shots}的 HDR Vivid。</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/adapt.py" />
      <source>Looking at corrected frames</source>
      <translation>正在查看已修正的帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Loss of saturation above the display's peak: none at -1, all at 1.</source>
      <translation>显示器峰值以上的饱和度损失：-1 时没有，1 时最大。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>MaxCLL {max_cll} and MaxFALL {max_fall} must lie between 0 and 65535 cd/m2</source>
      <translation>MaxCLL {max_cll} 和 MaxFALL {max_fall} 必须在 0 到 65535 cd/m2 之间</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>MaxCLL {max_cll}, MaxFALL {max_fall} cd/m2</source>
      <translation>MaxCLL {max_cll}，MaxFALL {max_fall} cd/m2</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Measured the light of {items}.</source>
      <translation>测量了{items}的亮度。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>Merged shots {numbers}.</source>
      <translation>合并了镜头 {numbers}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>Merged the work of {people}: {rows}, {clashes} left open.</source>
      <translation>已合并 {people} 的工作：{rows}，{clashes}尚未裁定。</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>Merged the work of {people}: {rows}, {clashes}.</source>
      <translation>已合并 {people} 的工作：{rows}，{clashes}。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Mid light</source>
      <translation>中间调亮度</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>Moved the cut before shot {shot} from frame {start} to {frame}.</source>
      <translation>将镜头 {shot} 之前的切点从第 {start} 帧移到第 {frame} 帧。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Moved {what} in {where}.</source>
      <translation>在{where}中移动了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Moves the end of the bright section: its middle at -1, the peak at 1.</source>
      <translation>移动亮部区间的终点：-1 时到其中点，1 时到画面峰值。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Moves the end of the dark section: its middle at -1, 0.45 at 1.</source>
      <translation>移动暗部区间的终点：-1 时到其中点，1 时到 0.45。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Moves the start of the bright section: 0.48 at -1, its middle at 1.</source>
      <translation>移动亮部区间的起点：-1 时到 0.48，1 时到其中点。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>Named this version '{name}'.</source>
      <translation>将此版本命名为“{name}”。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Output at the end of the dark section: between shadows and highlights.</source>
      <translation>暗部区间终点的输出：在阴影与高光之间。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Output at the start of the bright section: between mids and peak.</source>
      <translation>亮部区间起点的输出：在中间调与峰值之间。</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/png.py" />
      <source>PNG has grey or RGB with an alpha at most, not {channels}; choose exr or tiff</source>
      <translation>PNG 只能存放灰度或 RGB，最多加一个 Alpha 通道，不能存放 {channels}；请选择 exr 或 tiff</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>PQ signal at which its two halves meet; below 0 it stays.</source>
      <translation>两半相接处的 PQ 信号；小于 0 则不变。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>PQ signal at which the dark section begins; below 0 it stays.</source>
      <translation>暗部区间起点的 PQ 信号；小于 0 则不变。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Pasted HDR Vivid in {where}.</source>
      <translation>在{where}粘贴了 HDR Vivid。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Pasted {what} in {where}.</source>
      <translation>在{where}中粘贴了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>Proof of {export}</source>
      <translation>{export} 的验证证明</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>Proof of {export}, version {version}</source>
      <translation>{export} 的验证证明，版本 {version}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>Protected {items}: no pass touches it.</source>
      <translation>保护了{items}：任何处理都不会改动。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/revise.py" />
      <source>Put {after} by hand in the place of {before}.</source>
      <translation>手工放入 {after}，取代 {before}。</translation>
    </message>
    <message>
      <location filename="../../../app/main.py" />
      <source>Qt lacks a library of the system ({error}): `python3 packaging/bootstrap.py demo` names its package</source>
      <translation>Qt 缺少一个系统库（{error}）：运行 `python3 packaging/bootstrap.py demo` 可知其软件包名</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>Ran {recipe} over {where}.</source>
      <translation>在{where}上运行了“{recipe}”。</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Redid: {summary}</source>
      <translation>重做：{summary}</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Rejected {what} where {where}.</source>
      <translation>拒绝了 {what}，条件：{where}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Rejected {what}.</source>
      <translation>拒绝了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>Relinked {path} to {path2}.</source>
      <translation>将 {path} 重新链接到 {path2}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Removed {what} in {where}.</source>
      <translation>在{where}中移除了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Reset HDR Vivid in {where}.</source>
      <translation>重置了{where}的 HDR Vivid。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Reset {what} in {where}.</source>
      <translation>在{where}中重置了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Set HDR Vivid in {where}.</source>
      <translation>设置了{where}的 HDR Vivid。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Set HDR Vivid to automatic in {where}.</source>
      <translation>{where}的 HDR Vivid 设为自动。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Set HDR Vivid to the hand controls in {where}.</source>
      <translation>{where}的 HDR Vivid 设为手动控制。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Set HDR Vivid {what} in {where}.</source>
      <translation>设置了{where}的 HDR Vivid：{what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>Set bad frames of {path} to {policy}.</source>
      <translation>将 {path} 的坏帧处理设为“{policy}”。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>Set the encoding of {path} to {encoding}.</source>
      <translation>将 {path} 的编码设为 {encoding}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Set the operators of {where}.</source>
      <translation>设置了{where}的操作。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/programme.py" />
      <source>Set the programme to {items}.</source>
      <translation>将节目单设为 {items}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>Set the {defect} threshold to {value} in {where}.</source>
      <translation>在{where}中将{defect}阈值设为 {value}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Set the {stage} stage of {shots} to {what}.</source>
      <translation>将{shots}的{stage}阶段设为 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>Set {cuts} and {transitions} in {path}.</source>
      <translation>在 {path} 中设置了 {cuts} 和 {transitions}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Set {operator} {name} to {value} in {shots}.</source>
      <translation>在{shots}中将 {operator} 的 {name} 设为 {value}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Set {what} in {where}.</source>
      <translation>在{where}中设置了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <source>Settled {ids} with the work of {who}.</source>
      <translation>已裁定{ids}，采用 {who} 的工作。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/controls.py" />
      <source>Slope of the shadows: 0 at -1, as in the picture at 1.</source>
      <translation>阴影的斜率：-1 时为 0，1 时与画面相同。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>Split shot {shot} at frame {frame}.</source>
      <translation>在第 {frame} 帧处拆分镜头 {shot}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>Switched the pass {recipe} {active}.</source>
      <translation>将遍“{recipe}”{active}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Switched {what} off in {where}.</source>
      <translation>在{where}中关闭了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Switched {what} on in {where}.</source>
      <translation>在{where}中打开了 {what}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>Threw the adapted {task} detector away.</source>
      <translation>丢弃了自适应的 {task} 检测器。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Took HDR Vivid over in {where}.</source>
      <translation>HDR Vivid 应用到{where}。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>Took the operators of recipe {what} over in {where}.</source>
      <translation>在{where}中套用了配方“{what}”的操作。</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>Undid: {summary}</source>
      <translation>撤销：{summary}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>Unlinked HDR Vivid of {shots}.</source>
      <translation>取消了{shots}的 HDR Vivid 链接。</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/others.py" />
      <source>a JPEG is sRGB by custom</source>
      <translation>按惯例 JPEG 为 sRGB</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/nal.py" />
      <source>a NAL unit of less than two bytes: the stream is damaged or cut off there</source>
      <translation>有一个 NAL 单元不足两个字节：码流在该处损坏或被截断</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>a PNG that says nothing is sRGB by custom</source>
      <translation>没有标明的 PNG 按惯例视为 sRGB</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>a bad frame can be hold, black or stop, not '{policy}'</source>
      <translation>坏帧可以是 hold、black 或 stop，不能是“{policy}”</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>a box of the MP4 file says a size that cannot be: the file is damaged or cut off</source>
      <translation>MP4 文件的一个 box 给出了不可能的大小：文件损坏或被截断</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <source>a conflict has sides a and b, not '{side}'</source>
      <translation>冲突只有 a、b 两方，没有“{side}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/cutlist.py" />
      <source>a cut list has one frame rate, but the reels of the programme have several: write one a reel</source>
      <translation>剪辑表只有一个帧率，而节目单中的各卷帧率不同：请每卷写一份</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>a cut must lie between frames 1 and {count}; there is one at {wrong}</source>
      <translation>切点必须位于第 1 帧与第 {count} 帧之间；有一个在第 {wrong} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/detections.py" />
      <source>a detection on frame {frame} has an empty box, no area or no probability: {d}</source>
      <translation>第 {frame} 帧上的检测结果没有范围、面积或概率：{d}</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>a floating-point TIFF is taken for linear light</source>
      <translation>浮点 TIFF 视为线性光</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>a keyframe cannot be {value}: it can be a number, true or false, or a choice</source>
      <translation>关键帧的值不能是 {value}：可以是数字、真或假、或一个选项</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>a keyframe's frame is a whole number</source>
      <translation>关键帧的帧号须为整数</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>a link needs an id</source>
      <translation>链接需要一个标识</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_repairs.py" />
      <source>a list of repairs is written as {WRITERS}: name {name} so</source>
      <translation>修复列表只能写成 {WRITERS}：请相应地命名 {name}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>a mastering display from {minimum} to {maximum} cd/m2 cannot be: black lies below white, and white at 10000 or less</source>
      <translation>不存在亮度从 {minimum} 到 {maximum} cd/m2 的母版显示器：黑位必须低于白位，白位不超过 10000</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>a model needs a task</source>
      <translation>模型需要有任务</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>a pass must cover at least one shot</source>
      <translation>一遍至少要覆盖一个镜头</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/picture_order.py" />
      <source>a picture comes before its parameter sets: the stream is damaged or begins in the middle</source>
      <translation>图像出现在其参数集之前：码流损坏或从中间开始</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/transport.py" />
      <source>a programme table fails its checksum: the transport stream is damaged</source>
      <translation>节目表校验失败：传输流已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/transport.py" />
      <source>a programme table goes over several transport packets, which is not written here</source>
      <translation>节目表跨越多个传输包，此处不支持写入</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>a project's name ends in {SUFFIX}: {SUFFIX2}</source>
      <translation>项目名须以 {SUFFIX} 结尾：{SUFFIX2}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/programme.py" />
      <source>a projection rate cannot be negative</source>
      <translation>放映速率不能为负</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>a proof</source>
      <translation>验证证明</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>a range runs from low to high, not from {low} to {high}</source>
      <translation>范围应由低到高，而不是从 {low} 到 {high}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe_files.py" />
      <source>a recipe cannot hold {value}</source>
      <translation>配方中不能存放 {value}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/demo_reel.py" />
      <source>a reel needs at least one frame of 16x16 pixels</source>
      <translation>一卷至少要有一帧 16x16 像素的画面</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>a region of {frames}</source>
      <translation>{frames}的一个区域</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/nal.py" />
      <source>a sample whose NAL unit lengths do not add up: the file is damaged or cut off there</source>
      <translation>一个样本的 NAL 单元长度不一致：文件在该处损坏或被截断</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/adaptation.py" />
      <source>a set's target is 0 cd/m2, so that its curve cannot be adapted to a display</source>
      <translation>某参数组的目标亮度为 0 cd/m2，其曲线无法适配任何显示器</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/picture_order.py" />
      <source>a slice header</source>
      <translation>条带头</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>a spline of mode {TH_enable_mode} {said}</source>
      <translation>模式 {TH_enable_mode} 的样条{said}</translation>
    </message>
    <message>
      <location filename="../../../app/document/patches.py" />
      <source>a stored patch cannot be understood: {error}</source>
      <translation>无法解读已存的补片：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/document/patches.py" />
      <source>a stored patch is longer than what it says it holds</source>
      <translation>已存的补片比其标明的长度更长</translation>
    </message>
    <message>
      <location filename="../../../app/document/codec.py" />
      <source>a stored {kind} cannot be understood: {error}</source>
      <translation>无法解读已存的 {kind}：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>a table of chunk offsets is cut short: the MP4 file is damaged</source>
      <translation>块偏移表不完整：MP4 文件已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/generation.py" />
      <source>a target of {nits} cd/m2 is asked for; it must lie above 0 and within 10000</source>
      <translation>要求的目标亮度为 {nits} cd/m2；必须大于 0 且不超过 10000</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>a threshold must lie between 0 and 1; {value} does not</source>
      <translation>阈值必须在 0 与 1 之间；{value} 不是</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>a verdict can be accept, reject or clear, not '{verdict}'</source>
      <translation>裁定可以是 accept、reject 或 clear，不能是“{verdict}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>a version needs a name</source>
      <translation>版本需要名称</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/children.py" />
      <source>a worker process was killed, most often because the memory is full; what was finished is kept: run the same command again with fewer --workers</source>
      <translation>一个工作进程被终止，多半是内存已满；已完成的部分会保留：请用较小的 --workers 再次运行同一命令</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>a {bit_depth}-bit TIFF does not say{told}; video is assumed (choose cineon_log for a log scan)</source>
      <translation>{bit_depth} 位 TIFF 没有标明{told}；按视频处理（对数扫描请选择 cineon_log）</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>a {kind} begun {created} is not finished ({chunks} chunks done): run it again to go on</source>
      <translation>于 {created} 开始的 {kind} 尚未完成（已完成 {chunks} 块）：再次运行即可继续</translation>
    </message>
    <message>
      <location filename="../../../app/document/codec.py" />
      <source>a {name} cannot be kept in a project: use numbers, text, lists and maps</source>
      <translation>{name} 不能存入项目：请使用数字、文字、列表和映射</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>after {count} frames; the unfinished file was taken away again</source>
      <translation>在 {count} 帧之后；未完成的文件已删除</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>all shots</source>
      <translation>全部镜头</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>an 8-bit TIFF does not say{told}; sRGB is assumed</source>
      <translation>8 位 TIFF 没有标明{told}；按 sRGB 处理</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>an EDL holds {MOST_EVENTS} events and the programme has more: write an .otio file</source>
      <translation>EDL 最多容纳 {MOST_EVENTS} 个事件，而节目单更多：请写成 .otio 文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>an EXR without chromaticities has Rec.709 primaries (OpenEXR's default)</source>
      <translation>没有色度坐标的 EXR 采用 Rec.709 原色（OpenEXR 的默认值）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/sei.py" />
      <source>an SEI message (type {type}) says {size} bytes and {position} are there</source>
      <translation>一条 SEI 消息（类型 {type}）声明 {size} 字节，实际只有 {position} 字节</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/sei.py" />
      <source>an SEI message has no end: the stream is damaged there</source>
      <translation>一条 SEI 消息没有结尾：码流在该处损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/sei.py" />
      <source>an SEI message is cut short: the stream is damaged there</source>
      <translation>一条 SEI 消息不完整：码流在该处损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/access_unit.py" />
      <source>an access unit without a picture: the stream is damaged or cut off there</source>
      <translation>访问单元中没有图像：码流在该处损坏或被截断</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>an unknown codec</source>
      <translation>未知编码</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <location filename="../../../app/media/sound.py" />
      <source>and taken away again</source>
      <translation>并已删除</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>another process</source>
      <translation>另一个进程</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>are missing</source>
      <translation>缺失</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/features.py" />
      <source>beyond, soft</source>
      <translation>超出，柔化</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>black is lifted to {offset}</source>
      <translation>黑位被抬高到 {offset}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>both sets have the target {first}; displays use only the first of them</source>
      <translation>两个参数组的目标都是 {first}；显示器只使用第一个</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>bottom field first</source>
      <translation>下场优先</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>cannot read '{text}' at position {position}: {expected}; fields: {FIELDS}; operators: = != &lt; &lt;= &gt; &gt;= in and or not ( )</source>
      <translation>无法在位置 {position} 解读“{text}”：{expected}；字段：{FIELDS}；运算符：= != &lt; &lt;= &gt; &gt;= in and or not ( )</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>chosen by the user</source>
      <translation>由用户选择</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/transforms.py" />
      <source>colour space</source>
      <translation>色彩空间</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>compared {report}</source>
      <translation>比较对象：{report}</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>comparing frames</source>
      <translation>比较画面帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>composite video (NTSC)</source>
      <translation>复合视频 (NTSC)</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>composite video (PAL)</source>
      <translation>复合视频 (PAL)</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>content light metadata of {payload} bytes, where there are always 4</source>
      <translation>内容亮度元数据有 {payload} 字节，应为 4 字节</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>copying artefacts</source>
      <translation>复制工件</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>cuvv boxes in the file: {said} (1 is right)</source>
      <translation>文件中的 cuvv box：{said} 个（应为 1 个）</translation>
    </message>
    <message>
      <location filename="../../../operators/lint/findings.py" />
      <source>dead grain</source>
      <translation>颗粒缺失</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>detections of ledger row {edit} were changed after they were written</source>
      <translation>账本第 {edit} 行的检测结果在写入后被改动</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>ends in '{suffix}'</source>
      <translation>以“{suffix}”结尾</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>exactly one {label} message before the first slice in {wrong} of {count}</source>
      <translation>{count} 幅图像中有 {wrong} 幅在首个条带之前恰有一条 {label} 消息</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected ')'</source>
      <translation>此处应为“)”</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected 'and', 'or' or the end</source>
      <translation>此处应为“and”“or”或结尾</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected 'in'</source>
      <translation>此处应为“in”</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected a field</source>
      <translation>此处应为字段</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected a number</source>
      <translation>此处应为数字</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected a value</source>
      <translation>此处应为一个值</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected an operator</source>
      <translation>此处应为运算符</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected one of {flags}, none</source>
      <translation>此处应为 {flags} 或 none 之一</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>expected one of {words}</source>
      <translation>此处应为下列之一：{words}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>export, hash {report}</source>
      <translation>导出文件，哈希 {report}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <source>exporting HDR</source>
      <translation>导出 HDR</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export.py" />
      <source>exporting {value}</source>
      <translation>正在导出 {value}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/preview_hdr.py" />
      <source>false colour is for eyes and is written as PNG: leave --as tiff out</source>
      <translation>伪色只供观看，以 PNG 写出：请去掉 --as tiff</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>filled, method A</source>
      <translation>填充方式 A</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>filled, method B</source>
      <translation>填充方式 B</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/find_shots.py" />
      <source>finding shots</source>
      <translation>正在检测镜头</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/analyse_light.py" />
      <source>finding the picture's area</source>
      <translation>正在查找画面区域</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>frame</source>
      <translation>第</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/smoothing.py" />
      <source>frame {at} begins no shot, so nothing can be blended there</source>
      <translation>第 {at} 帧不是镜头的开头，那里无从过渡</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/whole_frame.py" />
      <source>frame {index} cannot be read either: interpolation needs a neighbour on both sides</source>
      <translation>帧 {index} 也无法读取：插值需要前后都有相邻帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/splice.py" />
      <source>frame {index} cannot be read: replace it before steadying the splice</source>
      <translation>帧 {index} 无法读取：请先替换该帧，再稳定接片</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/ways.py" />
      <source>frame {index} has no frame {asked} in its shot to take picture from: take the other side</source>
      <translation>帧 {index} 的镜头内没有帧 {asked} 可供取用：请取另一侧</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/finder.py" />
      <source>frame {index} has the shape {shape}; shot finding takes (height, width, 3)</source>
      <translation>第 {index} 帧的形状为 {shape}；镜头检测需要（高、宽、3）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>frame {index} has {lost}, which HDR10+ JSON has no place for</source>
      <translation>第 {index} 帧含有 {lost}，HDR10+ JSON 无处存放</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/finder.py" />
      <source>frame {index} holds {dtype}; shot finding takes uint8, or float from 0 to 1</source>
      <translation>第 {index} 帧为 {dtype}；镜头检测需要 uint8，或 0 到 1 的浮点数</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/whole_frame.py" />
      <source>frame {index} is the first or last of its shot: interpolation needs a neighbour on both sides</source>
      <translation>帧 {index} 是镜头的首帧或末帧：插值需要前后都有相邻帧</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/finder.py" />
      <source>frame {index} is {shape}, the frames before are {shape2}</source>
      <translation>第 {index} 帧为 {shape}，之前各帧为 {shape2}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/spot.py" />
      <source>frame {index} of {path} cannot be read, and what is shown only stands for it: bring the frame back before mending it</source>
      <translation>无法读取 {path} 的第 {index} 帧，所显示的只是替代画面：请先恢复该帧再修复</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/reader.py" />
      <source>frame {index} of {path} {why}; choose to hold the frame before or to show black, or copy the file again from its source</source>
      <translation>{path} 的第 {index} 帧{why}；可选择保持上一帧、显示黑场，或从源头重新复制文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>frame {written} for {target} {told}</source>
      <translation>写入 {target} 的第 {written} 帧{told}</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>frames</source>
      <translation>第</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/programme.py" />
      <source>frames {start} to {end} do not lie in {path}, which has {frame_count}</source>
      <translation>第 {start} 至 {end} 帧不在 {path} 之内，它共有 {frame_count} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>frames {start} to {end} do not lie in {path}; its last is {frame_count}</source>
      <translation>第 {start} 至 {end} 帧不在 {path} 中；其最后一帧为 {frame_count}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>frames {start} to {end} of the pass do not lie in {path}</source>
      <translation>该遍的第 {start} 至 {end} 帧不在 {path} 之内</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>frames {start}-{end} of {path}</source>
      <translation>{path} 的第 {start}-{end} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>frames {unknown} are smaller than their pictures need; copy them again</source>
      <translation>第 {unknown} 帧的文件比画面所需的小；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../operators/lint/findings.py" />
      <source>frozen grain</source>
      <translation>颗粒冻结</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>has no TH_enable_MB</source>
      <translation>没有 TH_enable_MB</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>has no ending</source>
      <translation>没有扩展名</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>holds {actual} where the reel has {expected}</source>
      <translation>为 {actual}，而本卷为 {expected}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>image elements of descriptor {descriptor} are not supported</source>
      <translation>不支持描述符为 {descriptor} 的图像元素</translation>
    </message>
    <message>
      <location filename="../../../app/document/codec.py" />
      <source>infinite numbers and numbers that are none (nan) cannot be kept in a project</source>
      <translation>无穷大和非数值 (nan) 不能存入项目</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <location filename="../../../app/jobs/run_pass.py" />
      <source>infrared pictures belong to one reel: choose shots of that reel</source>
      <translation>红外画面只属于一个卷：请选择该卷的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/reader.py" />
      <source>is damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>is missing</source>
      <translation>缺失</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/reader.py" />
      <source>is {name}, which is another pixel format than the reel's</source>
      <translation>为 {name}，与本卷的像素格式不同</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>is {width} x {height} pixels where the reel has {width2} x {height2}</source>
      <translation>为 {width} x {height} 像素，而本卷为 {width2} x {height2}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/reader.py" />
      <source>is {width}x{height}, the reel is {width2}x{height2}</source>
      <translation>为 {width}x{height}，而本卷为 {width2}x{height2}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>it announces {total} frames and has {count} or more</source>
      <translation>它声明有 {total} 帧，实际有 {count} 帧或更多</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>it announces {total} frames and has {frames}</source>
      <translation>它声明有 {total} 帧，实际有 {frames} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>it has two channels of one name ({names})</source>
      <translation>有两个同名的通道（{names}）</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>it holds no pictures</source>
      <translation>其中没有画面</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>it holds sound only</source>
      <translation>其中只有声音</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/exr.py" />
      <source>it is a deep picture (many samples a pixel); flatten it first</source>
      <translation>这是深度画面（每像素多个样本）；请先合并</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/codec.py" />
      <source>it is no DPX file, {error}</source>
      <translation>这不是 DPX 文件，{error}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>it is run-length encoded, which is not supported; write it uncompressed</source>
      <translation>采用了游程编码，不受支持；请写成未压缩的</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>it must announce 1 to {MOST_FRAMES} frames</source>
      <translation>它必须声明 1 至 {MOST_FRAMES} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>it must say format '{FORMAT}' and version {VERSION}</source>
      <translation>必须写明格式“{FORMAT}”和版本 {VERSION}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/exr.py" />
      <source>its channel '{whole}' holds 32-bit whole numbers; take it out or store it as float</source>
      <translation>通道“{whole}”为 32 位整数；请去掉它或存为浮点</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>its channels {names} make no picture</source>
      <translation>通道 {names} 不能组成画面</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>its header claims {width} x {height} pixels of {nchannels} channels, which {file_size} bytes of file cannot hold or no memory should; the header is damaged</source>
      <translation>文件头声称有 {width} x {height} 像素、{nchannels} 个通道，而 {file_size} 字节的文件放不下，也不该占用这么多内存；文件头已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>its header is damaged</source>
      <translation>文件头已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>its header says it has {count} image elements; there can be 1 to 8</source>
      <translation>文件头标明有 {count} 个图像元素；应为 1 至 8 个</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>its header says the picture is {width} x {height} pixels</source>
      <translation>文件头标明画面为 {width} x {height} 像素</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>its image elements do not fit together ({names})</source>
      <translation>各图像元素互不匹配（{names}）</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>its samples are signed, which is not supported</source>
      <translation>样本带符号，不受支持</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>its samples are {format}; 8 and 16-bit integers, half and float are supported</source>
      <translation>样本为 {format}；支持 8 位和 16 位整数、半精度和浮点</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/dpx/layout.py" />
      <source>its samples have {bits} bits; 8, 10, 12, 16 and 32 (float) are supported</source>
      <translation>样本为 {bits} 位；支持 8、10、12、16 位和 32 位（浮点）</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>keyframes can be {INTERPOLATIONS}, not '{interpolation}'</source>
      <translation>关键帧插值可以是 {INTERPOLATIONS}，不能是“{interpolation}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>keyframes need at least one key, and a value for each</source>
      <translation>关键帧至少要有一个键，每个键都要有值</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/tracking.py" />
      <source>keys of a track must lie in one shot: set them anew there</source>
      <translation>一条轨迹的关键必须在同一个镜头内：请在那里重新设定</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>ledger row {report}, hash {report2}</source>
      <translation>历史第 {report} 行，哈希 {report2}</translation>
    </message>
    <message>
      <location filename="../../../app/document/ledger.py" />
      <source>ledger row {seq} ({summary}) does not follow from the rows before it</source>
      <translation>账本第 {seq} 行（{summary}）与之前各行不衔接</translation>
    </message>
    <message>
      <location filename="../../../app/document/ledger.py" />
      <source>ledger row {seq} ({summary}) was changed after it was written: its hash does not match</source>
      <translation>账本第 {seq} 行（{summary}）在写入后被改动：散列值不符</translation>
    </message>
    <message>
      <location filename="../../../app/document/ledger.py" />
      <source>ledger row {seq} follows row {missing}, which is not there</source>
      <translation>账本第 {seq} 行接在第 {missing} 行之后，而后者不存在</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>ledger rows {expected} to {seq} are missing</source>
      <translation>账本第 {expected} 至 {seq} 行缺失</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>level {level} of {WHAT}</source>
      <translation>{WHAT}的级别 {level}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>line {number} of {name}</source>
      <translation>{name} 第 {number} 行</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/lint.py" />
      <source>looking over repairs</source>
      <translation>检查修复处</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>made {report}, {report2} frames</source>
      <translation>生成于 {report}，共 {report2} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/demo_reel.py" />
      <source>making the demo reel</source>
      <translation>正在制作演示卷</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>mastering display metadata of {payload} bytes, where there are always 24</source>
      <translation>母版显示器元数据有 {payload} 字节，应为 24 字节</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>masters are written as {KINDS}, not as {kind}</source>
      <translation>母版写为 {KINDS}，不能写为 {kind}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/tags.py" />
      <source>matrix {code} as tagged</source>
      <translation>矩阵 {code}，按标记</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/tags.py" />
      <source>matrix {code} is not handled</source>
      <translation>不支持矩阵 {code}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>mattes are numbered as the scan's frames are: name the shots of one reel with --shots</source>
      <translation>蒙版按扫描画面帧的编号命名：请用 --shots 只指定一个胶片卷的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>mattes can be {KINDS}, not '{kind}'</source>
      <translation>蒙版格式可以是 {KINDS}，不能是“{kind}”</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>mdcv and clli say other values than the stream</source>
      <translation>mdcv 和 clli 的数值与码流不同</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>mdcv and clli say what the stream says</source>
      <translation>mdcv 和 clli 与码流一致</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/analyse_light.py" />
      <source>measuring light</source>
      <translation>正在测量亮度</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>measuring the infrared channel</source>
      <translation>测量红外通道</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>mending by mattes</source>
      <translation>按蒙版修补</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/fixes.py" />
      <source>mending frames</source>
      <translation>修复各帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/expression.py" />
      <source>more than {DEEPEST} brackets or nots inside each other</source>
      <translation>括号或 not 嵌套超过 {DEEPEST} 层</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>name at least one movie, folder or frame of a sequence</source>
      <translation>请至少指明一个影片文件、文件夹或序列中的一帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <location filename="../../../app/document/commands/vivid.py" />
      <source>name at least one shot</source>
      <translation>请至少指明一个镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>name at least two shots to link</source>
      <translation>请指定至少两个要链接的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>name at least two shots to merge</source>
      <translation>请至少指明两个要合并的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>name the encoding the reel is in</source>
      <translation>请指明本卷的编码</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>needs a TH_enable_MB</source>
      <translation>需要 TH_enable_MB</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>no HDR10 values in frames {silent}</source>
      <translation>以下帧没有 HDR10 数值：{silent}</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>no conflict</source>
      <translation>无冲突</translation>
    </message>
    <message>
      <location filename="../../../app/playback/sound.py" />
      <source>no device</source>
      <translation>没有设备</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>no frame is chosen</source>
      <translation>没有选中任何帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/reader.py" />
      <source>no frame of {path} can be read; the first fault: {error}</source>
      <translation>{path} 没有一帧可以读取；最先出现的问题：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>no light was measured</source>
      <translation>没有测量任何亮度</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/registry.py" />
      <source>no operator '{id}' is installed; there are: {known}</source>
      <translation>没有安装操作“{id}”；可用的有：{known}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/wand.py" />
      <source>no pass has looked at this frame: run one, or draw round the damage by hand</source>
      <translation>还没有自动处理看过本帧：请运行一次，或手工圈出损伤</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>no picture was handed in for {target}; nothing is written</source>
      <translation>没有交给 {target} 任何画面；什么也没有写入</translation>
    </message>
    <message>
      <location filename="../../../app/document/linted.py" />
      <source>no room left on the disk of {path}: free some and look again</source>
      <translation>{path} 所在的磁盘已满：请腾出空间后重新检查</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>no room left on the disk of {path}: free some and try again; nothing was lost but the last edit</source>
      <translation>{path} 所在磁盘已满：请腾出空间后重试；除最后一次编辑外没有丢失任何内容</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_masks.py" />
      <source>no room left on the disk of {path}; the masks are not complete</source>
      <translation>{path} 所在磁盘已满；遮罩不完整</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>no room left on the disk of {path}; the mattes are not complete</source>
      <translation>{path} 所在磁盘已满；蒙版不完整</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>no room left on the disk of {root} for {kind}: free some and run again</source>
      <translation>{root} 所在磁盘已满，无法存放 {kind}：请腾出空间后再次运行</translation>
    </message>
    <message>
      <location filename="../../../app/playback/sound.py" />
      <source>no sound</source>
      <translation>没有声音</translation>
    </message>
    <message>
      <location filename="../../../app/training/shards.py" />
      <source>no training samples were asked for from {folder}</source>
      <translation>没有要求从 {folder} 读取任何训练样本</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>none of the infrared pictures that were looked at can be read</source>
      <translation>查看过的红外画面都无法读取</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>none of these shots is linked</source>
      <translation>这些镜头都没有链接</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>not signed</source>
      <translation>未签署</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/config.py" />
      <source>of Reelmend</source>
      <translation>Reelmend 自带</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>of unknown field order</source>
      <translation>场序未知</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>off</source>
      <translation>停用</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>on</source>
      <translation>启用</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>on this machine</source>
      <translation>本机上</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>on {host}</source>
      <translation>{host} 上</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/splice.py" />
      <source>only {left} frames of the shot follow the splice: steadying needs {needed}</source>
      <translation>接片之后镜头内只剩 {left} 帧：稳定需要 {needed} 帧</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/registry.py" />
      <source>operator '{id}' finds defects, it makes no pictures</source>
      <translation>操作“{id}”用于查找缺陷，不生成画面</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/registry.py" />
      <source>operator '{id}' makes pictures, it finds no defects</source>
      <translation>操作“{id}”用于生成画面，不查找缺陷</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>parameter sets</source>
      <translation>参数组</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>picture {count} for {target} is of another format than the movie: {format}</source>
      <translation>交给 {target} 的第 {count} 幅画面与影片格式不同：{format}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <source>picture {index} is in {encoding} and the movie is {encoding2}: convert it first</source>
      <translation>第 {index} 幅图像的编码是 {encoding}，影片是 {encoding2}：请先转换</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <source>picture {index} is of another size than the first</source>
      <translation>第 {index} 幅图像的尺寸与第一幅不同</translation>
    </message>
    <message>
      <location filename="../../../app/engine/showing.py" />
      <source>pictures are shown at 1/1, 1/2, 1/4 or 1/8 of their size, not 1/{scale}</source>
      <translation>画面按 1/1、1/2、1/4 或 1/8 显示，不能是 1/{scale}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>pictures of {bit_depth} bits were announced for {kind} frames of {bit_depth2}; convert them before they are written</source>
      <translation>为 {bit_depth2} 位的 {kind} 帧申报了 {bit_depth} 位画面；请先转换再写入</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>pixels touched outside the masks: {report}</source>
      <translation>遮罩之外被改动的像素：{report}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/preview_hdr.py" />
      <source>previewing HDR</source>
      <translation>预览 HDR</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>printing density</source>
      <translation>印片密度</translation>
    </message>
    <message>
      <location filename="../../../app/document/maps.py" />
      <source>probability maps</source>
      <translation>概率图</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/rounds.py" />
      <source>quick {what}</source>
      <translation>快速 {what}</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>reading</source>
      <translation>读取</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>reel {path} cannot be opened: {error}. Where has it gone? `reelmend set PROJECT --relink '{path}=NEW PATH'` says so to the project</source>
      <translation>无法打开卷 {path}：{error}。它移到哪里了？请用 `reelmend set PROJECT --relink '{path}=NEW PATH'` 告知项目</translation>
    </message>
    <message>
      <location filename="../../../app/document/snapshot.py" />
      <source>reel {path} has no frame {frame}; its last is {end}</source>
      <translation>卷 {path} 没有第 {frame} 帧；最后一帧是 {end}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>reel {path} has no frames, no size or no frame rate</source>
      <translation>卷 {path} 没有帧、尺寸或帧率</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>reel {path} is in the project already</source>
      <translation>卷 {path} 已在项目中</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>row {seq} of the history was made in another copy of the project, before the two were merged: the state after it can be seen in that copy</source>
      <translation>历史第 {seq} 行是在合并之前于项目的另一份副本中产生的：其后的状态可在那份副本中查看</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>run {number}</source>
      <translation>第 {number} 段</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>run {number} must begin at frame {frames} and have one frame or more</source>
      <translation>第 {number} 段必须从第 {frames} 帧开始，且至少有一帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>samples changed inside the masks: {report}</source>
      <translation>遮罩之内被改动的采样值：{report}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>saturation gains</source>
      <translation>饱和度增益</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>saturation is switched on without any gain</source>
      <translation>饱和度已启用，但没有任何增益</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>say who approves</source>
      <translation>请说明由谁批准</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/proofs.py" />
      <source>say who signs the proof</source>
      <translation>请说明由谁签署此证明</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>set {number}</source>
      <translation>参数组 {number}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export.py" />
      <source>shot {first} leaves {value} in {one} and shot {second} in {other}: one film needs one encoding; give all shots the same, or export them apart</source>
      <translation>镜头 {first} 在 {value} 阶段输出 {one}，镜头 {second} 输出 {other}：一部影片只能有一种编码；请让所有镜头一致，或分别导出</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timeline.py" />
      <source>shot {id}</source>
      <translation>镜头 {id}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>shot {id} begins its reel: there is no cut to move</source>
      <translation>镜头 {id} 是该卷的开头：没有可移动的切点</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>shot {id} can be split at frames {start} to {end}, not at {frame}</source>
      <translation>镜头 {id} 可在第 {start} 至 {end} 帧处拆分，不能在第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/base.py" />
      <source>shot {numbers}</source>
      <translation>镜头 {numbers}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>shot {shot} has {stack} operators in its {stage} stage; there is none at place {index}</source>
      <translation>镜头 {shot} 的{stage}阶段有 {stack} 个操作；位置 {index} 上没有</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <source>shots that have changed since their light was measured: {stale}; analyse them again</source>
      <translation>测量亮度之后有变化的镜头：{stale}；请重新分析</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <source>shots without HDR Vivid metadata: {missing}; analyse their light first</source>
      <translation>没有 HDR Vivid 元数据的镜头：{missing}；请先分析其亮度</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>shots {id} and {id2} cannot be merged: they are not neighbours in one reel</source>
      <translation>镜头 {id} 与 {id2} 不能合并：它们不是同一卷中相邻的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/base.py" />
      <source>shots {numbers}-{numbers2}</source>
      <translation>镜头 {numbers}-{numbers2}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>signed by {signed}</source>
      <translation>签署人：{signed}</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/courses.py" />
      <source>sketch {offset}</source>
      <translation>草图 {offset}</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>somebody has gone on working in one of the copies meanwhile: merge again</source>
      <translation>期间有人在其中一份副本中继续工作：请重新合并</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_hdr.py" />
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <location filename="../../../app/jobs/export.py" />
      <source>sound across several ranges cannot be joined yet: export one range at a time</source>
      <translation>暂不能拼接多个区段的声音：请一次导出一个区段</translation>
    </message>
    <message>
      <location filename="../../../app/media/sound.py" />
      <source>sound of sample format {kind} is not written as WAV here</source>
      <translation>样本格式为 {kind} 的声音不能在此写成 WAV</translation>
    </message>
    <message>
      <location filename="../../../app/media/sound.py" />
      <source>sound track {stream} of {path} is of an unknown kind</source>
      <translation>{path} 的声轨 {stream} 类型未知</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/sound_feed.py" />
      <source>sound track {stream} of {path} is of an unknown kind; export without sound</source>
      <translation>{path} 的声轨 {stream} 类型未知；请不带声音导出</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>splines in a set</source>
      <translation>一个参数组中的样条</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/measure_shots.py" />
      <source>statistics of light</source>
      <translation>亮度统计</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/courses.py" />
      <source>step {here} {there}</source>
      <translation>步 {here} {there}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>stream {index} ({type})</source>
      <translation>流 {index}（{type}）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>stream {index} of {path} ({type}, {name}) does not go into {muxer}; choose .mkv</source>
      <translation>{path} 的流 {index}（{type}，{name}）不能放入 {muxer}；请选择 .mkv</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/learned.py" />
      <source>sure {weights} {offsets} {device}</source>
      <translation>确信度 {weights} {offsets} {device}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>system_start_code is {system_start_code}; codes 1 to 7 have a known syntax</source>
      <translation>system_start_code 为 {system_start_code}；只有 1 至 7 的语法是已知的</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>taking over detections</source>
      <translation>接收检测结果</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header does not say; 10-bit DPX is film density by long custom (Cineon)</source>
      <translation>DPX 文件头没有标明；10 位 DPX 按惯例为胶片密度 (Cineon)</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header does not say; a {bit_depth}-bit DPX is taken for a film scan</source>
      <translation>DPX 文件头没有标明；{bit_depth} 位 DPX 视为胶片扫描</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header does not say; an 8-bit DPX is taken for video</source>
      <translation>DPX 文件头没有标明；8 位 DPX 视为视频</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header says linear, but linear light does not fit in {bit_depth} bits: scanners write this on film scans, so printing density is assumed</source>
      <translation>DPX 文件头标为线性，但 {bit_depth} 位放不下线性光：扫描仪常在胶片扫描中这样写，故按印片密度处理</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header's colorimetric specification is {name}; its transfer says nothing</source>
      <translation>DPX 文件头的色度规范为 {name}；传递特性未标明</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the DPX header's transfer characteristic is {name}</source>
      <translation>DPX 文件头的传递特性为 {name}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>the Dolby Vision RPU</source>
      <translation>Dolby Vision RPU</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the EXR header names the colour space '{colour_space}'</source>
      <translation>EXR 文件头标明色彩空间“{colour_space}”</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the EXR header's chromaticities are of no space known here; Rec.709 primaries are assumed</source>
      <translation>EXR 文件头的色度坐标不属于已知色彩空间；按 Rec.709 原色处理</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the EXR header's chromaticities say so</source>
      <translation>EXR 文件头的色度坐标如此标明</translation>
    </message>
    <message>
      <location filename="../../../app/engine/vivid.py" />
      <source>the HDR Vivid controls of shot {number} do not fit: {error}</source>
      <translation>镜头 {number} 的 HDR Vivid 控制不适用：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <source>the HDR Vivid metadata of shot {number} cannot be delivered: {sentence}</source>
      <translation>镜头 {number} 的 HDR Vivid 元数据不能交付：{sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the HDR Vivid payload is cut short: {name} needs {bits} bits after bit {left} of its fields, {left2} are left</source>
      <translation>HDR Vivid 负载不完整：{name} 在字段的第 {left} 位之后需要 {bits} 位，只剩 {left2} 位</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the HDR Vivid payload is damaged: its padding is not zero</source>
      <translation>HDR Vivid 负载已损坏：填充位不为零</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the HDR Vivid payload is damaged: {error}</source>
      <translation>HDR Vivid 负载已损坏：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the HDR Vivid payload is too long: {left} bytes follow its last field</source>
      <translation>HDR Vivid 负载过长：最后一个字段之后还有 {left} 个字节</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus.py" />
      <source>the HDR10+ metadata</source>
      <translation>HDR10+ 元数据</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>the MP4 file has no HEVC track (hvc1 or hev1)</source>
      <translation>MP4 文件没有 HEVC 轨道（hvc1 或 hev1）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>the MP4 file has no index (moov): the recording or copy was cut off; copy it again</source>
      <translation>MP4 文件没有索引（moov）：录制或复制被中断；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>the MP4 file is cut off, or a box of it says a size that cannot be; copy it again</source>
      <translation>MP4 文件被截断，或其中一个 box 给出了不可能的大小；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>the MP4 file is fragmented; remux it to a plain one first</source>
      <translation>MP4 文件是分片的；请先重新封装为普通文件</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/isobmff.py" />
      <source>the MP4 file is too long for its 32-bit offsets; remux it first</source>
      <translation>MP4 文件过长，超出其 32 位偏移；请先重新封装</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the PNG's cICP chunk says primaries {cicp}, transfer {cicp2}</source>
      <translation>PNG 的 cICP 块标明原色 {cicp}、传递特性 {cicp2}</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the PNG's gAMA chunk says linear</source>
      <translation>PNG 的 gAMA 块标明为线性</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the PNG's sRGB chunk says so</source>
      <translation>PNG 的 sRGB 块如此标明</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>the PQ signal {signal} lies outside 0 to 1</source>
      <translation>PQ 信号 {signal} 超出 0 至 1</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/statistics/picture_area.py" />
      <source>the area {text} does not lie inside the frame, which is {width}x{height}</source>
      <translation>区域 {text} 不在画幅之内，画幅为 {width}x{height}</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>the artefact {hash} cannot be read: {strerror}</source>
      <translation>无法读取产物 {hash}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>the artefact {hash} is missing: bring the artefacts folder back from your backup</source>
      <translation>产物 {hash} 缺失：请从备份中恢复产物文件夹</translation>
    </message>
    <message>
      <location filename="../../../app/document/packs.py" />
      <source>the artefact {pack} is damaged: bring it back from your backup</source>
      <translation>产物 {pack} 已损坏：请从备份中恢复</translation>
    </message>
    <message>
      <location filename="../../../app/document/packs.py" />
      <source>the artefact {pack} is damaged: it has no index</source>
      <translation>产物 {pack} 已损坏：没有索引</translation>
    </message>
    <message>
      <location filename="../../../app/document/packs.py" />
      <source>the artefact {pack} is not of the kind that was expected</source>
      <translation>产物 {pack} 不是所期望的种类</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>the artefact {path} cannot be read ({strerror}): bring it back from your backup</source>
      <translation>无法读取工件 {path}（{strerror}）：请从备份中恢复</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>the artefact {path} is damaged (its bytes do not match its name): bring it back from your backup</source>
      <translation>产物 {path} 已损坏（内容与名称不符）：请从备份中恢复</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>the artefact {path} is missing</source>
      <translation>产物 {path} 缺失</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the average {average} lies outside the range {low} to {high}</source>
      <translation>平均值 {average} 超出 {low} 至 {high} 的范围</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/base_curve.py" />
      <source>the base curve does not rise, so that no peak can be set on it</source>
      <translation>基础曲线不上升，无法在其上设定峰值</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/base_curve.py" />
      <source>the base curve has no finite value everywhere: its denominator goes from {bottom} at 0 to {bottom2} at 1 and must stay above 0</source>
      <translation>基础曲线并非处处有限：其分母从 0 处的 {bottom} 变到 1 处的 {bottom2}，必须始终大于 0</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/base_curve.py" />
      <source>the base curve is infinitely steep at 0, where a section of the curve ends</source>
      <translation>基础曲线在 0 处无限陡峭，而曲线的一个区间在那里结束</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the bright section begins at {th1}, before the dark one ends at {th3}</source>
      <translation>亮部区间始于 {th1}，早于暗部区间的终点 {th3}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the bright section comes before the dark one; displays expect them from dark to bright</source>
      <translation>亮部区间排在暗部区间之前；显示器要求由暗到亮</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/transforms.py" />
      <source>the colour configuration {source} cannot do this conversion: {reason}</source>
      <translation>色彩配置 {source} 不能做此转换：{reason}</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/config.py" />
      <source>the colour configuration {source} has no {kind} '{name}'; there are: {known}</source>
      <translation>色彩配置 {source} 中没有名为“{name}”的{kind}；可用的有：{known}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/dragging.py" />
      <source>the curve has no point '{handle}'; there are: {DRAGS}</source>
      <translation>曲线没有点“{handle}”；可选：{DRAGS}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the curve is not monotone between {start} and {end}</source>
      <translation>曲线在 {start} 与 {end} 之间不单调</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the curve lies below black between {start} and {last}</source>
      <translation>曲线在 {start} 与 {last} 之间低于黑位</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the curve lifts the picture by up to {most} between {start} and {end}</source>
      <translation>曲线在 {start} 与 {end} 之间把画面提亮了最多 {most}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>the cut can lie at frames {start} to {end}, not at {frame}</source>
      <translation>切点可位于第 {start} 至 {end} 帧，不能在第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/nal.py" />
      <source>the decoder configuration (hvcC) is cut short: the file is damaged</source>
      <translation>解码器配置（hvcC）不完整：文件已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/document/effects.py" />
      <source>the detections of job {job_id} were recorded already, by ledger row {edit}</source>
      <translation>任务 {job_id} 的检测结果已由账本第 {edit} 行记录</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>the disk is full while writing {path}; free some space and run again</source>
      <translation>写入 {path} 时磁盘已满；请腾出空间后再次运行</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>the disk is full while {doing} {path}; free some space and run again</source>
      <translation>{doing} {path} 时磁盘已满；请腾出空间后再次运行</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>the disk is full: {count} frames of {target} were completed; free some space</source>
      <translation>磁盘已满：{target} 已完成 {count} 帧；请腾出空间</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>the disk is full: {path} was given up {done}; free some space and run again</source>
      <translation>磁盘已满：{path} 已放弃{done}；请腾出空间后再次运行</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/adaptation.py" />
      <source>the display's black of {black_nits} cd/m2 must lie below its peak</source>
      <translation>显示器的黑位 {black_nits} cd/m2 必须低于其峰值</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the embedded ICC profile is '{icc_description}'</source>
      <translation>嵌入的 ICC 特性文件为“{icc_description}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/proofs.py" />
      <source>the export</source>
      <translation>导出文件</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/verify.py" />
      <source>the export's own code values, read back, against the scan's</source>
      <translation>将导出文件读回的码值与扫描逐一比对</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>the file</source>
      <translation>该文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>the file carries no usable frame times: frames are told apart by counting, and going back is slow</source>
      <translation>文件没有可用的帧时间：只能靠计数区分各帧，倒退会很慢</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>the file is damaged or of another kind</source>
      <translation>文件已损坏或属于其他类型</translation>
    </message>
    <message>
      <location filename="../../../app/document/linted.py" />
      <source>the findings of the linter cannot be kept in {path}: {error}</source>
      <translation>检查结果无法保存到 {path}：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/whole_file.py" />
      <source>the folder {parent} does not exist; make it first</source>
      <translation>文件夹 {parent} 不存在；请先创建</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>the frame number</source>
      <translation>帧号</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>the frame numbers in {folder} run from {first} to {last}; take the stray file away and open it again</source>
      <translation>{folder} 中的帧号从 {first} 到 {last}；请移走多余的文件后重新打开</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/finder.py" />
      <source>the frame rate is {rate}; it must be above 0</source>
      <translation>帧率为 {rate}；必须大于 0</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>the frame rate varies: frames last from {shortest} to {longest} ms, {rate} frames per second on the mean; every frame is kept once, and an export at a constant rate moves them in time</source>
      <translation>帧率不固定：每帧持续 {shortest} 至 {longest} 毫秒，平均每秒 {rate} 帧；每帧各保留一次，按恒定帧率导出时各帧的时间会移动</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>the frames of keyframes must rise</source>
      <translation>关键帧的帧号必须递增</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_hdr.py" />
      <source>the grade is HLG, and HDR10 is PQ: choose PQ as the transfer function of SDR to HDR</source>
      <translation>调色结果是 HLG，而 HDR10 是 PQ：请在 SDR 转 HDR 中选择 PQ 作为传递函数</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>the grade is HLG, and this master is PQ: choose PQ as the transfer function of SDR to HDR</source>
      <translation>调色结果是 HLG，而此母版是 PQ：请在 SDR 转 HDR 中选择 PQ 作为传递函数</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <location filename="../../../app/jobs/measure_shots.py" />
      <source>the grade is in {encoding}, which is no HDR: add SDR to HDR to the grade of all shots first</source>
      <translation>调色结果为 {encoding}，不是 HDR：请先给所有镜头的调色加上 SDR 到 HDR</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>the header promises {promised} frames and {table} are there: the last {missing} were cut off or do not decode; copy the file again from its source</source>
      <translation>文件头声明有 {promised} 帧，实有 {table} 帧：末尾 {missing} 帧被截断或无法解码；请从源头重新复制文件</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/generation.py" />
      <source>the histogram of a scene needs 64 or more bins and at least one pixel</source>
      <translation>场景的直方图需要至少 64 格和至少一个像素</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>the infrared channel lies {REACH} pixels or more beside the picture: it belongs to another scan, or must be brought onto the picture first</source>
      <translation>红外通道与画面相差 {REACH} 像素或更多：它属于另一次扫描，或须先与画面对齐</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>the infrared channel shows something else than the picture, at {contrast} of its contrast: it belongs to other frames or another reel</source>
      <translation>红外通道显示的不是这个画面，反差为画面的 {contrast}：它属于其他帧或另一卷</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>the infrared channel shows the picture itself, at {contrast} of its contrast, as on black-and-white film, whose silver stops infrared as dirt does: it cannot tell dirt from picture here</source>
      <translation>红外通道显示的就是画面本身，反差为画面的 {contrast}，如黑白胶片：银像与脏点一样阻挡红外光，在此无法区分脏点与画面</translation>
    </message>
    <message>
      <location filename="../../../app/document/effects.py" />
      <source>the job found {defect} by '{detector}', which is no step of the pass</source>
      <translation>该任务用“{detector}”找到了{defect}，但它不是这一遍的步骤</translation>
    </message>
    <message>
      <location filename="../../../app/document/effects.py" />
      <source>the job {job_id} was given up: run it again</source>
      <translation>任务 {job_id} 已放弃：请再次运行</translation>
    </message>
    <message>
      <location filename="../../../app/document/jobs.py" />
      <source>the job {kind} is {state}: nothing can be added to it</source>
      <translation>任务 {kind} 的状态为 {state}：不能再加入内容</translation>
    </message>
    <message>
      <location filename="../../../app/document/ledger.py" />
      <source>the ledger has no row {seq}</source>
      <translation>账本没有第 {seq} 行</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>the ledger has rows 1 to {seq}; there is no row {seq2}</source>
      <translation>账本有第 1 至 {seq} 行；没有第 {seq2} 行</translation>
    </message>
    <message>
      <location filename="../../../app/document/snapshot.py" />
      <source>the ledger holds a '{key}', which this Reelmend does not know: update it</source>
      <translation>账本中有“{key}”，此版 Reelmend 不认识：请更新</translation>
    </message>
    <message>
      <location filename="../../../app/engine/vivid.py" />
      <source>the light of shot {number} was not measured yet: analyse it first</source>
      <translation>镜头 {number} 的亮度尚未测量：请先分析</translation>
    </message>
    <message>
      <location filename="../../../app/document/maps.py" />
      <source>the map of {defect} on frame {frame} does not have the size it says</source>
      <translation>第 {frame} 帧的{defect}图与其标明的尺寸不符</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/tags.py" />
      <source>the matrix is not tagged</source>
      <translation>矩阵未标记</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>the mattes in {folder} mark nothing: there is nothing to mend</source>
      <translation>{folder} 中的蒙版没有标记任何内容：无可修补</translation>
    </message>
    <message>
      <location filename="../../../app/engine/decoders.py" />
      <source>the media are closed</source>
      <translation>媒体已关闭</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>the message is a SEI unit of its own; without it the stream's SHA-256 is {digest}</source>
      <translation>该消息独占一个 SEI 单元；去掉它后码流的 SHA-256 为 {digest}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>the metadata</source>
      <translation>元数据</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/grading.py" />
      <source>the metadata have no parameter set for these controls; generate one first</source>
      <translation>元数据中没有这些控制可作用的参数组；请先生成</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/files.py" />
      <source>the metadata have {frames} entries and {what} has {wanted} frames; each frame needs exactly one</source>
      <translation>元数据有 {frames} 条，而 {what} 有 {wanted} 帧；每一帧恰好需要一条</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/display_curve.py" />
      <source>the metadata make a curve that is not finite everywhere</source>
      <translation>这些元数据得出的曲线并非处处有限</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the minimum {low} lies above the maximum {high}</source>
      <translation>最小值 {low} 大于最大值 {high}</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the movie has no colour tags; BT.709 is assumed</source>
      <translation>影片没有色彩标记；按 BT.709 处理</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the movie has no colour tags; video of {height} lines is taken for BT.601</source>
      <translation>影片没有色彩标记；{height} 行的视频视为 BT.601</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>the movie runs at {rate} frames per second and its sound belongs to {rate2}: they would drift apart; export at the source's rate or without sound</source>
      <translation>影片每秒 {rate} 帧，而其声音属于每秒 {rate2} 帧：二者会逐渐错位；请按源帧率导出或不带声音</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/probe.py" />
      <source>the movie's own tag says '{kept}'</source>
      <translation>影片自身的标记为“{kept}”</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>the movie's tags say primaries '{primaries_text}', transfer '{transfer_text}'</source>
      <translation>影片标记的原色为“{primaries_text}”，传递特性为“{transfer_text}”</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>the name '{pattern}' has no place for the frame number; use %06d in it</source>
      <translation>名称“{pattern}”中没有帧号的位置；请使用 %06d</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>the other copy is damaged: detections were changed after they were written; check it first</source>
      <translation>另一份副本已损坏：检测结果在写入后被改动；请先检查它</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>the other copy's work</source>
      <translation>另一份副本的工作</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>the pass {id} was recorded already</source>
      <translation>遍 {id} 已经记录过</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>the pass {recipe} finds no '{defect}'; it finds: {found}</source>
      <translation>遍“{recipe}”不查找“{defect}”；它查找：{found}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/revise.py" />
      <source>the pass {recipe} was not made by hand: reject what it found instead</source>
      <translation>遍“{recipe}”不是手工做的：请改为拒绝其检测结果</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/wand.py" />
      <source>the passes saw nothing there: draw round it by hand</source>
      <translation>自动处理在那里没有发现什么：请手工圈出</translation>
    </message>
    <message>
      <location filename="../../../app/document/detections.py" />
      <source>the patches {hash} must be in the artefact store before a row names them</source>
      <translation>补片 {hash} 须先存入产物库，账本行才能引用</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the payload has the provider oriented code 0x{oriented}; only 0x{ORIENTED_V1}, which is version 1, has a published syntax</source>
      <translation>负载的 provider oriented code 为 0x{oriented}；只有 0x{ORIENTED_V1}（即版本 1）的语法是公开的</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the payload has the system start code {payload}; codes 1 to 7 have a known syntax</source>
      <translation>负载的 system start code 为 {payload}；只有 1 至 7 的语法是已知的</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the payload has {payload} bytes; in an HDR Vivid payload fields follow a header of {HEADER}</source>
      <translation>负载有 {payload} 个字节；HDR Vivid 负载在 {HEADER} 个字节的头之后还有字段</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/payload.py" />
      <source>the payload is not HDR Vivid: it begins with {hex} in place of {hex2}</source>
      <translation>负载不是 HDR Vivid：开头是 {hex}，而不是 {hex2}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/showing.py" />
      <source>the picture has no pixel ({x}, {y}): it is {width}x{height}</source>
      <translation>画面没有像素 ({x}, {y})：画面为 {width}x{height}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/picture_order.py" />
      <source>the picture parameter set</source>
      <translation>图像参数集</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/infrared.py" />
      <source>the picture shows nothing of the dirt in the infrared channel, within {REACH} pixels of where it lies: the channel belongs to other frames or another reel</source>
      <translation>在 {REACH} 像素范围内，画面中看不到红外通道里的任何脏点：该通道属于其他帧或另一卷</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the picture's peak lands {PQ_SCALE} codes above the target and is clipped</source>
      <translation>画面峰值高出目标 {PQ_SCALE} 个码值，会被截断</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>the pictures are interlaced, which {kind} cannot hold; choose prores-hq, ffv1 or h264</source>
      <translation>画面为隔行，{kind} 不能存放；请选择 prores-hq、ffv1 或 h264</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>the pictures are interlaced, {field_order}; fields are kept woven</source>
      <translation>画面为隔行，{field_order}；两场保持交织</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>the pictures are paletted; they are read as the RGBA of their palette</source>
      <translation>画面使用调色板；按调色板的 RGBA 读取</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/verify.py" />
      <source>the pictures before encoding against the scan: the export is lossy or of another pixel format, so its own code values cannot equal the scan's</source>
      <translation>将编码前的画面与扫描比对：导出为有损或像素格式不同，其码值不可能与扫描相同</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/pixels.py" />
      <source>the pixel format {name} is not read here, because it would need a conversion; convert the movie to a planar format first (FFV1 keeps every code value)</source>
      <translation>此处不读取像素格式 {name}，因为需要转换；请先将影片转换为平面格式（FFV1 可保留每个码值）</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>the pixels of {path} cannot be read whole: {path2}; copy it again</source>
      <translation>无法完整读取 {path} 的像素：{path2}；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/apart.py" />
      <source>the process that did this job was killed, most often because the memory is full: free some and try again</source>
      <translation>执行此任务的进程被终止，多半是内存已满：请腾出内存后重试</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/transport.py" />
      <source>the programme map has no room for HDR Vivid's descriptor in its transport packet</source>
      <translation>节目映射表的传输包中放不下 HDR Vivid 描述符</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>the project has no protection '{id}'</source>
      <translation>项目中没有保护“{id}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/__init__.py" />
      <source>the project has no shots to write</source>
      <translation>项目没有可写出的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/named_versions.py" />
      <source>the project has no version '{name}'; there are: {names}</source>
      <translation>项目中没有版本“{name}”；现有：{names}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>the project has no version '{version}'</source>
      <translation>项目没有版本“{version}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>the project has no {task} model of its own</source>
      <translation>项目没有自己的 {task} 模型</translation>
    </message>
    <message>
      <location filename="../../../app/document/snapshot.py" />
      <source>the project has no {what} '{id}'</source>
      <translation>项目没有{what}“{id}”</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>the project uses these {task} weights already</source>
      <translation>项目已在使用这些 {task} 权重</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/copying.py" />
      <source>the project {out} cannot be made: {strerror}</source>
      <translation>无法创建项目 {out}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/document/files.py" />
      <source>the project {path} cannot be made: {strerror}</source>
      <translation>无法创建项目 {path}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>the quality (crf) is {crf} and must lie between 0 and 51</source>
      <translation>质量（crf）为 {crf}，必须在 0 到 51 之间</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/probe.py" />
      <source>the range is not tagged, {full} is assumed</source>
      <translation>范围未标记，按 {full} 处理</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe_files.py" />
      <source>the recipe cannot be written to {path}: {error}</source>
      <translation>无法将配方写入 {path}：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>the recipe file {path} cannot be read ({error})</source>
      <translation>无法读取配方文件 {path}（{error}）</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>the recipe looks at the scanner's infrared channel, and nothing says where that is: name it with --infrared</source>
      <translation>配方要用扫描仪的红外通道，但没有说明它在哪里：请用 --infrared 指定</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/pass_spec.py" />
      <source>the recipe of an unfinished pass</source>
      <translation>未完成的遍所用的配方</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>the region {x0},{y0},{x1},{y1} does not lie in a picture of {width} x {height}</source>
      <translation>区域 {x0},{y0},{x1},{y1} 不在 {width} x {height} 的画面内</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the section at {th1} has a half without width</source>
      <translation>始于 {th1} 的区间有一半没有宽度</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the section ends at {th3}, beyond 1</source>
      <translation>区间终于 {th3}，超过 1</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>the selection matches no repair</source>
      <translation>所选内容中没有修复</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/picture_order.py" />
      <source>the sequence parameter set</source>
      <translation>序列参数集</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the set has sections without a base curve; readers before FFmpeg 6 misread it</source>
      <translation>该参数组有区间而没有基础曲线；FFmpeg 6 之前的读取程序会误读</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_vivid.py" />
      <source>the shots are mastered on displays of {told} cd/m2; a stream names one: set it for all shots</source>
      <translation>各镜头的母版显示器为 {told} cd/m2；一个码流只能写一个：请对所有镜头统一设置</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/run_pass.py" />
      <source>the shots are protected: lift the protection first, or choose others</source>
      <translation>所选镜头受保护：请先解除保护，或选择其他镜头</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/smoothing.py" />
      <source>the shots do not cover frame {start}: each frame must lie in exactly one</source>
      <translation>镜头没有覆盖第 {start} 帧：每一帧必须恰好属于一个镜头</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/smoothing.py" />
      <source>the shots end at frame {position}, the statistics at frame {count}</source>
      <translation>镜头止于第 {position} 帧，统计止于第 {count} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/sound.py" />
      <source>the sound of {path} holds not one sample in these frames</source>
      <translation>{path} 在这些帧中没有任何声音样本</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/sound_feed.py" />
      <source>the sound of {path} is {codec} at {sample_rate} Hz, which a {suffix} file cannot carry as it is; choose .mkv, which carries it, or export without sound</source>
      <translation>{path} 的声音为 {codec}、{sample_rate} Hz，{suffix} 文件不能原样存放；请选择可以存放的 .mkv，或不带声音导出</translation>
    </message>
    <message>
      <location filename="../../../app/media/sound.py" />
      <source>the sound tracks of {path} have several sample rates ({found}); one WAV holds one</source>
      <translation>{path} 的各声轨采样率不同（{found}）；一个 WAV 只能有一种</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/ways.py" />
      <source>the source lies outside the picture: choose one inside it</source>
      <translation>来源在画面之外：请在画面内选择</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the spread {spread} is greater than the maximum {high}</source>
      <translation>离散度 {spread} 大于最大值 {high}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/statistics/packing.py" />
      <source>the statistics of a shot are not whole: {frames} frames for {start} to {end}</source>
      <translation>镜头的统计不完整：{start} 到 {end} 只有 {frames} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/statistics/packing.py" />
      <source>the statistics of a shot cannot be read: {error}</source>
      <translation>镜头的统计无法读取：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>the stored state is not what the ledger says: {snapshot}</source>
      <translation>已存状态与账本不符：{snapshot}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>the stream says {text}, {text2} is wanted</source>
      <translation>码流给出 {text}，要求 {text2}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/fixes.py" />
      <location filename="../../../app/jobs/hand_repair.py" />
      <source>the stroke lies outside the picture: there is nothing to mend there</source>
      <translation>笔触在画面之外：那里没有可修复的内容</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the target is 0 cd/m2, which no display has</source>
      <translation>目标亮度为 0 cd/m2，没有这样的显示器</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>the target {first} comes before {second}; the brighter goes first</source>
      <translation>目标 {first} 排在 {second} 之前；较亮的应在前</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>the top level</source>
      <translation>顶层</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>the transition {start}-{end} does not lie in the reel</source>
      <translation>转场 {start}-{end} 不在该卷之内</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>the values of keyframes must all be of one kind</source>
      <translation>关键帧的值必须同属一类</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/proofs.py" />
      <source>the version '{version}'</source>
      <translation>版本“{version}”</translation>
    </message>
    <message>
      <location filename="../../../app/engine/models.py" />
      <source>the weights {path} did not come with this Reelmend: install it anew</source>
      <translation>本 Reelmend 未附带权重 {path}：请重新安装</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>the {label} message shares its SEI unit with others in frames {unlike}</source>
      <translation>以下帧的 {label} 消息与其他消息共用一个 SEI 单元：{unlike}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>the {label} values equal the metadata's in {same} of {count} frames</source>
      <translation>{count} 帧中有 {same} 帧的 {label} 数值与元数据相同</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <location filename="../../../app/hdr/vivid/adaptation.py" />
      <source>the {name} has a peak of {nits} cd/m2; it must lie above 0 and within 10000</source>
      <translation>{name} 的峰值为 {nits} cd/m2；必须大于 0 且不超过 10000</translation>
    </message>
    <message>
      <location filename="../../../app/engine/models.py" />
      <source>the {task} model of this project cannot be used: {damage}</source>
      <translation>无法使用本项目的 {task} 模型：{damage}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_hdr.py" />
      <source>the {value} stage is in {encoding}, which is no HDR: add SDR to HDR to the grade of all shots first</source>
      <translation>{value} 阶段的编码是 {encoding}，不是 HDR：请先在所有镜头的调色中加入“SDR 转 HDR”</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>there are no controls for '{unknown}'; the sets are: {SETS}</source>
      <translation>没有“{unknown}”的控制；参数组有：{SETS}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>there are no mattes in {folder}: files that end in a frame number, as matte.0001001.png</source>
      <translation>{folder} 中没有蒙版：文件名应以帧号结尾，如 matte.0001001.png</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/static_hdr.py" />
      <source>there are no primaries '{primaries}'; choose one of: {PRIMARIES}</source>
      <translation>没有名为“{primaries}”的基色；可选：{PRIMARIES}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>there are two {kind} sections; displays keep the second</source>
      <translation>有两个同类区间（{kind}）；显示器保留第二个</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>there are {found} {what}; the syntax has room for {most}</source>
      <translation>有 {found} 个 {what}；语法最多容纳 {most} 个</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>there are {gains} saturation gains; only the first two have a published meaning</source>
      <translation>有 {gains} 个饱和度增益；只有前两个的含义是公开的</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>there is HDR Vivid metadata for {payloads} frames and {target} has {frames}; give exactly one entry a frame</source>
      <translation>HDR Vivid 元数据有 {payloads} 帧，而 {target} 有 {frames} 帧；每帧必须恰好一条</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>there is a version '{name}' already</source>
      <translation>已有版本“{name}”</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>there is no HDR signal '{transfer}'; choose pq or hlg</source>
      <translation>没有名为“{transfer}”的 HDR 信号；请选择 pq 或 hlg</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/base.py" />
      <source>there is no command '{kind}'; there are: {KINDS}</source>
      <translation>没有命令“{kind}”；可用的有：{KINDS}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <source>there is no conflict to settle</source>
      <translation>没有可裁定的冲突</translation>
    </message>
    <message>
      <location filename="../../../app/engine/engine.py" />
      <source>there is no device called '{name}'; use cpu, cuda or mps</source>
      <translation>没有名为“{name}”的设备；请使用 cpu、cuda 或 mps</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>there is no encoding '{encoding}'; choose one of: {ENCODINGS}</source>
      <translation>没有编码“{encoding}”；请从中选择：{ENCODINGS}</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/__init__.py" />
      <source>there is no file {path}</source>
      <translation>没有文件 {path}</translation>
    </message>
    <message>
      <location filename="../../../app/document/files.py" />
      <location filename="../../../app/document/merging/copying.py" />
      <source>there is no folder {parent} to put the project into</source>
      <translation>没有可放置项目的文件夹 {parent}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/fixes.py" />
      <source>there is no frame to mend: mark something first</source>
      <translation>没有要修复的帧：请先标出</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/ways.py" />
      <source>there is no frame {index} to clone from: choose another source</source>
      <translation>没有帧 {index} 可供克隆：请另选来源</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>there is no frame {outside}; the metadata have frames 0 to {count}</source>
      <translation>没有第 {outside} 帧；元数据含第 0 至 {count} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/jobs.py" />
      <source>there is no job {id}</source>
      <translation>没有任务 {id}</translation>
    </message>
    <message>
      <location filename="../../../app/document/effects.py" />
      <source>there is no job {job_id} whose detections could be recorded</source>
      <translation>没有任务 {job_id} 可供记录检测结果</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/presets.py" />
      <source>there is no movie kind '{kind}'; choose one of: {PRESETS}</source>
      <translation>没有影片类型“{kind}”；请从中选择：{PRESETS}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <source>there is no open conflict '{id}'</source>
      <translation>没有未裁定的冲突“{id}”</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>there is no parameter set in which {name} could be set</source>
      <translation>没有可设置 {name} 的参数组</translation>
    </message>
    <message>
      <location filename="../../../app/engine/render.py" />
      <source>there is no project here that could have brought pixels of frame {index} back</source>
      <translation>这里没有项目，不会恢复过帧 {index} 的像素</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/frames.py" />
      <source>there is no project here that could have the weights {sha256}</source>
      <translation>此处没有可能含有权重 {sha256} 的项目</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>there is no project {path}</source>
      <translation>没有项目 {path}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>there is no protection to lift</source>
      <translation>没有可解除的保护</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>there is no recipe '{name_or_file}'; there are: {shipped}, or name a .toml file</source>
      <translation>没有配方“{name_or_file}”；可用的有：{shipped}，也可指定一个 .toml 文件</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>there is no repair to add</source>
      <translation>没有可添加的修复</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/revise.py" />
      <source>there is no repair to change</source>
      <translation>没有可更改的修复</translation>
    </message>
    <message>
      <location filename="../../../app/main.py" />
      <source>there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the command line does all</source>
      <translation>这里没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 均未设置）：命令行可完成全部工作</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>there is no shot {number}; the project has shots 1 to {shots}</source>
      <translation>没有镜头 {number}；项目有镜头 1 至 {shots}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/stacks.py" />
      <source>there is no stage '{stage}'; there are: {STAGES}</source>
      <translation>没有阶段“{stage}”；可用的有：{STAGES}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export.py" />
      <source>there is nothing to export: the selection is empty</source>
      <translation>没有可导出的内容：选择为空</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/measure_shots.py" />
      <source>there is nothing to measure: no shot is chosen</source>
      <translation>没有可测量的内容：没有选择镜头</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/analyse_light.py" />
      <source>there is nothing to measure: the selection is empty</source>
      <translation>没有可测量的内容：选择为空</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/preview_hdr.py" />
      <source>there is nothing to preview: name at least one frame and one display</source>
      <translation>没有可预览的内容：请至少指定一帧和一个显示器</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>there is nothing to protect</source>
      <translation>没有要保护的内容</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>there is nothing to {lower}</source>
      <translation>没有可{lower}的内容</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <source>there is {label} metadata for {payloads} frames and {target} will have {frames}; give exactly one entry a frame</source>
      <translation>{label} 元数据有 {payloads} 帧，而 {target} 将有 {frames} 帧；每帧必须恰有一条</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>these are no keyframes: {value}</source>
      <translation>这些不是关键帧：{value}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/hdr_look.py" />
      <source>these pictures are in {encoding}, which is no HDR: add SDR to HDR to the grade, then look at a display</source>
      <translation>画面为 {encoding}，不是 HDR：请先在调色中加上 SDR 到 HDR，再按显示器查看</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>these pictures cannot be written as {kind}: {objection}</source>
      <translation>这些画面不能写成 {kind}：{objection}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>this OpenImageIO cannot write {format_name} files</source>
      <translation>此版 OpenImageIO 不能写 {format_name} 文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/presets.py" />
      <source>this build of FFmpeg has no encoder {codec}, which {kind} needs; choose ffv1 or prores-hq</source>
      <translation>此版 FFmpeg 没有 {kind} 所需的编码器 {codec}；请选择 ffv1 或 prores-hq</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus.py" />
      <source>this is no HDR10+ metadata: its T.35 codes are of another kind</source>
      <translation>这不是 HDR10+ 元数据：其 T.35 代码属于另一种</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/nal.py" />
      <source>this is no HEVC byte stream: it does not begin with a start code</source>
      <translation>这不是 HEVC 字节流：它不以起始码开头</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/transport.py" />
      <source>this is no transport stream of 188-byte packets, or it is cut off</source>
      <translation>这不是 188 字节包的传输流，或者它被截断</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/carrier.py" />
      <source>this is no {label} payload (it begins {hex})</source>
      <translation>这不是 {label} 载荷（以 {hex} 开头）</translation>
    </message>
    <message>
      <location filename="../../../app/engine/engine.py" />
      <source>this machine has no usable {type} device; use --device cpu</source>
      <translation>本机没有可用的 {type} 设备；请使用 --device cpu</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/easel.py" />
      <source>this region is protected: lift its protection first</source>
      <translation>此区域受保护：请先解除保护</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/revise.py" />
      <source>this repair is not in force any more: somebody has changed it since</source>
      <translation>此修复已不再生效：之后有人更改过</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/easel.py" />
      <source>this shot is protected: lift its protection first</source>
      <translation>此镜头受保护：请先解除保护</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timecode.py" />
      <source>timecode cannot count {rate} frames a second: write an .otio file, which needs none</source>
      <translation>时间码不能按每秒 {rate} 帧计数：请写成不需要时间码的 .otio 文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>top field first</source>
      <translation>上场优先</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/tracking.py" />
      <source>tracking a mask</source>
      <translation>跟踪遮罩</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>transfer {transfer}</source>
      <translation>传输特性 {transfer}</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/features.py" />
      <source>two after</source>
      <translation>后两帧</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/features.py" />
      <source>two before</source>
      <translation>前两帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/picture_order.py" />
      <source>two pictures of the stream claim the same place in time: the stream is damaged</source>
      <translation>码流中有两幅图像占用同一时间位置：码流已损坏</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <location filename="../../../app/jobs/verify.py" />
      <source>verifying</source>
      <translation>正在验证</translation>
    </message>
    <message>
      <location filename="../../../app/media/colour/transforms.py" />
      <location filename="../../../app/media/colour/view.py" />
      <source>view for display '{display}':</source>
      <translation>显示设备“{display}”的视图：</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>what ledger row {seq} ({summary}) owns is not what it was</source>
      <translation>账本第 {seq} 行（{summary}）所属的内容与原来不同</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>where undo stands is not what the ledger says</source>
      <translation>撤销所处的位置与账本不符</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>without the message {wrong} of {count} pictures equal the original's{how}</source>
      <translation>去掉该消息后，{count} 幅图像中有 {wrong} 幅与原始文件相同{how}</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>writing</source>
      <translation>写入</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_masks.py" />
      <source>writing masks</source>
      <translation>正在写遮罩</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>writing mattes</source>
      <translation>写出蒙版</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_repairs.py" />
      <source>writing the list of repairs</source>
      <translation>正在写修复列表</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>x265 has no preset '{preset}'; choose one of: {PRESET_NAMES}</source>
      <translation>x265 没有预设“{preset}”；可选：{PRESET_NAMES}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/probe.py" />
      <source>{FULL} range as tagged</source>
      <translation>{FULL} 范围，按标记</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} does not begin with 19 and end with 80: the stream is damaged there</source>
      <translation>{WHAT}不是以 19 开头、80 结尾：码流在该处损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} fails its checksum: the stream is damaged there</source>
      <translation>{WHAT}校验失败：码流在该处损坏</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus.py" />
      <source>{WHAT} goes on after its last field: it is damaged or of a newer kind</source>
      <translation>{WHAT}在最后一个字段之后还有内容：它已损坏或属于更新的类型</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} has a polynomial of order {order}, where 2 is the most</source>
      <translation>{WHAT}含有 {order} 阶多项式，最多为 2 阶</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} has a reshaping method {method}, which there is not</source>
      <translation>{WHAT}使用重整形方法 {method}，该方法不存在</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus.py" />
      <source>{WHAT} has application version {version} and {count} windows, which is not known here</source>
      <translation>{WHAT}的应用版本为 {version}，窗口数为 {count}，此处不识别</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} has bit depths that cannot be</source>
      <translation>{WHAT}的位深不可能存在</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} has coefficients of type {coefficients}, which there is not</source>
      <translation>{WHAT}的系数类型 {coefficients} 不存在</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} has {pivots} pivots, where 9 are the most</source>
      <translation>{WHAT}有 {pivots} 个节点，最多为 9 个</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} interpolates linearly in a way that is not published</source>
      <translation>{WHAT}使用了未公开的线性插值方式</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} is of a type that is not known here</source>
      <translation>{WHAT}属于此处不识别的类型</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} quantises its residual in a way that is not published</source>
      <translation>{WHAT}的残差量化方式未公开</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/dolby.py" />
      <source>{WHAT} refers to the sequence information of an earlier one, which is not read here</source>
      <translation>{WHAT}引用了先前的序列信息，此处不读取</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>{author} on {host} (process {pid})</source>
      <translation>{host} 上的 {author}（进程 {pid}）</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>{bit_depth} bits were asked for and the pictures have {bit_depth2}; they must be converted before they are written</source>
      <translation>要求 {bit_depth} 位，而画面为 {bit_depth2} 位；须先转换再写入</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{bit_depth}-bit {is_float} {channels}</source>
      <translation>{bit_depth} 位 {is_float} {channels}</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/versions.py" />
      <source>{by} approved the version '{version}'.</source>
      <translation>{by} 批准了版本“{version}”。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/proofs.py" />
      <source>{by} signed the proof of {what}: nothing outside the masks was changed.</source>
      <translation>{by} 签署了{what}的证明：遮罩之外没有任何改动。</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/wav.py" />
      <source>{channels} channels</source>
      <translation>{channels} 个声道</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>{container} files are read, not written; choose dpx, tiff, exr or png</source>
      <translation>{container} 文件只读不写；请选择 dpx、tiff、exr 或 png</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>{corrupt} frames are marked as damaged by the container</source>
      <translation>有 {corrupt} 帧被容器标为损坏</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <location filename="../../../app/document/merging/join.py" />
      <source>{count} conflict</source>
      <translation>{count} 处冲突</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/merging.py" />
      <location filename="../../../app/document/merging/join.py" />
      <source>{count} conflicts</source>
      <translation>{count} 处冲突</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>{count} corrected frame</source>
      <translation>{count} 个已修正的帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/models.py" />
      <source>{count} corrected frames</source>
      <translation>{count} 个已修正的帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/adapt.py" />
      <source>{count} corrected frames are too few to learn from, {LEAST} are needed: paint or erase on a frame, or accept or reject single repairs on it, and everything on it counts as looked through</source>
      <translation>已修正 {count} 帧，不足以学习，至少需要 {LEAST} 帧：在一帧上涂画或擦除，或接受或拒绝其上的单个修复，该帧上的一切即视为已检查过</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>{count} cut</source>
      <translation>{count} 个切点</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>{count} cuts</source>
      <translation>{count} 个切点</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>{count} edit</source>
      <translation>{count} 次编辑</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>{count} edits</source>
      <translation>{count} 次编辑</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} frame</source>
      <translation>{count} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} frames</source>
      <translation>{count} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} line</source>
      <translation>{count} 条线</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} lines</source>
      <translation>{count} 条线</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>{count} pictures, {bit_depth} bits, tagged {signal}</source>
      <translation>{count} 幅图像，{bit_depth} 位，标记为 {signal}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/verification.py" />
      <source>{count} pictures, {wanted} entries in the metadata</source>
      <translation>{count} 幅图像，元数据有 {wanted} 条</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/programme.py" />
      <source>{count} piece</source>
      <translation>{count} 段</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/programme.py" />
      <source>{count} pieces</source>
      <translation>{count} 段</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} place</source>
      <translation>{count} 处</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{count} places</source>
      <translation>{count} 处</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>{count} range</source>
      <translation>{count} 个范围</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>{count} ranges</source>
      <translation>{count} 个范围</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <location filename="../../../app/document/commands/revise.py" />
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>{count} repair</source>
      <translation>{count} 处修复</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>{count} repair and {count2} track</source>
      <translation>{count} 处修复和 {count2} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>{count} repair and {count2} tracks</source>
      <translation>{count} 处修复和 {count2} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <location filename="../../../app/document/commands/revise.py" />
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>{count} repairs</source>
      <translation>{count} 处修复</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>{count} repairs and {count2} track</source>
      <translation>{count} 处修复和 {count2} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <source>{count} repairs and {count2} tracks</source>
      <translation>{count} 处修复和 {count2} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/base.py" />
      <source>{count} shot</source>
      <translation>{count} 个镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/base.py" />
      <source>{count} shots</source>
      <translation>{count} 个镜头</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>{count} track</source>
      <translation>{count} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>{count} tracks</source>
      <translation>{count} 条轨迹</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>{count} transition</source>
      <translation>{count} 个转场</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/cuts.py" />
      <source>{count} transitions</source>
      <translation>{count} 个转场</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{doing} {path} failed: {error}</source>
      <translation>{doing} {path} 失败：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{doing} {path} failed: {split}</source>
      <translation>{doing} {path} 失败：{split}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export_hdr.py" />
      <source>{done} pictures came for {target}, where {frames} were announced</source>
      <translation>{target} 收到 {done} 幅图像，预告为 {frames} 幅</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{doubles} files repeat a frame number and are left aside: {names}</source>
      <translation>有 {doubles} 个文件帧号重复，已略过：{names}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/reader.py" />
      <source>{error}; frame {other} is held</source>
      <translation>{error}；以第 {other} 帧顶替</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>{export} cannot be read: {strerror}</source>
      <translation>无法读取 {export}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/verify.py" />
      <source>{export} has {frame_count} frames, the part of the programme to compare has {wanted}; name the shots it was exported from with --shots</source>
      <translation>{export} 有 {frame_count} 帧，要比对的节目部分有 {wanted} 帧；请用 --shots 指明导出时的镜头</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{folder} has {width} x {height} pixels, the reel {width2} x {height2}: infrared pictures lie on the scan as it is</source>
      <translation>{folder} 为 {width} x {height} 像素，卷为 {width2} x {height2}：红外画面须与扫描原样重合</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{folder} holds no frames; looked for files that end in {endings}</source>
      <translation>{folder} 中没有帧；查找的是以 {endings} 结尾的文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{folder} holds {found} sequences: {told}. Name one frame of the one you mean</source>
      <translation>{folder} 中有 {found} 个序列：{told}。请指定所要序列的一帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{folder} is not empty: name another folder for the mattes</source>
      <translation>{folder} 不是空文件夹：请为蒙版指定另一个文件夹</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>{frames} frames in the master, {written} were written</source>
      <translation>母版中有 {frames} 帧，写入了 {written} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>{hash}; nothing was merged</source>
      <translation>{hash}；没有合并任何内容</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{here}, splines</source>
      <translation>{here}，样条</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{index} and {path} are of one frame: leave one of them</source>
      <translation>{index} 与 {path} 属于同一帧：请只保留一个</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/reader.py" />
      <source>{index} is missing; put it back or hold the frame before</source>
      <translation>{index} 缺失；请放回，或保持上一帧</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/protection.py" />
      <source>{item} is protected already</source>
      <translation>{item}已受保护</translation>
    </message>
    <message>
      <location filename="../../../app/document/artefacts.py" />
      <source>{kind} cannot be written into {root}: {strerror}</source>
      <translation>无法将 {kind} 写入 {root}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/presets.py" />
      <source>{kind} cannot hold {format} as it is; it would hold {fitting}</source>
      <translation>{kind} 不能原样存放 {format}；可存放 {fitting}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/presets.py" />
      <source>{kind} holds limited-range Y'CbCr only, and the pictures are full range</source>
      <translation>{kind} 只能存放有限范围的 Y'CbCr，而画面为全范围</translation>
    </message>
    <message>
      <location filename="../../../app/engine/target.py" />
      <source>{kind} holds {names} bits a sample, not {bit_depth}</source>
      <translation>{kind} 每个样本为 {names} 位，不能是 {bit_depth} 位</translation>
    </message>
    <message>
      <location filename="../../../app/engine/plan.py" />
      <source>{label} cannot work on pictures in {made_in}; it takes {takes}. Take it off the shot, or say what the reel is in</source>
      <translation>{label} 不能处理 {made_in} 编码的画面；它接受 {takes}。请从镜头上移除它，或指明卷的编码</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>{name} cannot be moved: it is not sent in this mode</source>
      <translation>{name} 无法移动：该模式下不传输它</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>{name} cannot be set: the set has no base curve</source>
      <translation>无法设置 {name}：该参数组没有基础曲线</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>{name} cannot be set: the set has no {section} section</source>
      <translation>无法设置 {name}：该参数组没有 {section} 区间</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/editing.py" />
      <source>{name} cannot be set: there are {held} gains</source>
      <translation>无法设置 {name}：共有 {held} 个增益</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>{name} frames hold RGB or grey, not Y'CbCr; choose dpx or a movie, or convert the pictures first</source>
      <translation>{name} 帧存放 RGB 或灰度，不能存放 Y'CbCr；请选择 dpx 或影片格式，或先转换画面</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>{name} gives back what was meant for {payloads} frames</source>
      <translation>{name} 读回的内容与 {payloads} 帧所应有的一致</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/join.py" />
      <source>{name} has everything that was done in {name2} already.</source>
      <translation>{name} 已包含 {name2} 中的全部工作。</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{name} has no line of metadata</source>
      <translation>{name} 没有任何元数据行</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>{name} has {told} samples, not {bit_depth}-bit {kind} ones</source>
      <translation>{name} 的样本为 {told}，不能是 {bit_depth} 位 {kind}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_codec.py" />
      <source>{name} holds several pictures; the first one is used</source>
      <translation>{name} 含有多幅画面；使用第一幅</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is '{value}'; it can be true or false</source>
      <translation>{name} 为“{value}”；可以是真或假</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is '{value}'; it can be: {choices}</source>
      <translation>{name} 为“{value}”；可以是：{choices}</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is '{value}'; it must be a number</source>
      <translation>{name} 为“{value}”；必须是数字</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is '{value}'; it must be a {name2}</source>
      <translation>{name} 为“{value}”；必须是 {name2}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{name} is a colour of the picture in {path}, not its infrared channel</source>
      <translation>{name} 是 {path} 中画面的颜色通道，不是红外通道</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{name} is no JSON: {error}</source>
      <translation>{name} 不是 JSON：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{name} is not as it must be: {error}</source>
      <translation>{name} 不符合要求：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is {value}; it must be a whole number</source>
      <translation>{name} 为 {value}；必须是整数</translation>
    </message>
    <message>
      <location filename="../../../operators/contract/params.py" />
      <source>{name} is {value}; it must lie between {low} and {high}</source>
      <translation>{name} 为 {value}；必须在 {low} 与 {high} 之间</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>{name} is {value}; values above {values} are reserved</source>
      <translation>{name} 为 {value}；大于 {values} 的值是保留的</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/fields.py" />
      <source>{name} is {value}; {bits} bits hold 0 to {bits2}</source>
      <translation>{name} 为 {value}；{bits} 位可容纳 0 至 {bits2}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>{name} reads otherwise</source>
      <translation>{name} 读回的内容不一致</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/exr.py" />
      <source>{name} stores {width} x {height} pixels from ({x}, {y}) of a display window of {full_width} x {full_height}; the stored pixels are the picture, and both windows are kept</source>
      <translation>{name} 存有从 ({x}, {y}) 起的 {width} x {height} 像素，显示窗口为 {full_width} x {full_height}；以所存像素为画面，两个窗口都保留</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>{name} {ends}, but {kind} goes into {suffixes}</source>
      <translation>{name} {ends}，但 {kind} 应存入 {suffixes}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>{name}: HDR movies go into {suffixes}</source>
      <translation>{name}：HDR 影片写入 {suffixes}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>{name}: HEVC is written to {suffixes}; name it so</source>
      <translation>{name}：HEVC 写入 {suffixes}；请如此命名</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/run_pass.py" />
      <source>{name}: {doing} (round {value} of 2)</source>
      <translation>{name}：{doing}（第 {value} 轮，共 2 轮）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{name}: {label} metadata is written to {kind}; name it so</source>
      <translation>{name}：{label} 元数据写入 {kind}；请如此命名</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{noun} {missing} {verb} from {folder} ({missing2} of {span})</source>
      <translation>{folder} 中{verb}{noun} {missing} 帧（{span} 帧中的 {missing2} 帧）</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/vivid.py" />
      <source>{numbers} are linked and cannot have different HDR Vivid grades: unlink first</source>
      <translation>{numbers}已链接，不能有不同的 HDR Vivid 调整：请先取消链接</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>{orphans} artefacts ({size} bytes) are named by nothing: 'reelmend gc' frees them</source>
      <translation>有 {orphans} 个产物（{size} 字节）未被引用：运行 'reelmend gc' 可释放</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/demo_reel.py" />
      <source>{out} exists already: name another folder, or remove it first</source>
      <translation>{out} 已存在：请换一个文件夹，或先删除</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{parent} cannot be made: {strerror}</source>
      <translation>无法创建 {parent}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/copies.py" />
      <source>{path} and {path2} are not copies of one project: only work that began from the same project can be merged</source>
      <translation>{path} 与 {path2} 不是同一项目的副本：只有从同一项目开始的工作才能合并</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{path} cannot be counted: the project's reels have several frame rates</source>
      <translation>{path} 无法计数：项目的各卷帧率不同</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/independent_reading.py" />
      <source>{path} cannot be decoded to the end: {error}</source>
      <translation>{path} 无法解码到结尾：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_masks.py" />
      <source>{path} cannot be encoded</source>
      <translation>{path} 无法编码</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/copies.py" />
      <source>{path} cannot be merged with itself: name the other person's copy</source>
      <translation>{path} 不能与自身合并：请指定另一个人的副本</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>{path} cannot be opened or written: look at the rights of the file and its folder ({text})</source>
      <translation>无法打开或写入 {path}：请检查文件及其文件夹的权限（{text}）</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} cannot be read as a picture: {cleaned}</source>
      <translation>无法将 {path} 读作画面：{cleaned}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} cannot be read: {geterror}</source>
      <translation>无法读取 {path}：{geterror}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/files.py" />
      <source>{path} cannot be read: {strerror}</source>
      <translation>无法读取 {path}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/training/shards.py" />
      <source>{path} cannot be read; delete it to have it made anew</source>
      <translation>无法读取 {path}；删除它即可重新生成</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} cannot be written: {said}</source>
      <translation>无法写入 {path}：{said}</translation>
    </message>
    <message>
      <location filename="../../../app/document/files.py" />
      <location filename="../../../app/jobs/write_masks.py" />
      <source>{path} cannot be written: {strerror}</source>
      <translation>无法写入 {path}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/oiio_files.py" />
      <source>{path} could not be written: {path2}</source>
      <translation>未能写入 {path}：{path2}</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} does not exist; check the name and whether the disk is mounted</source>
      <translation>{path} 不存在；请检查名称以及磁盘是否已挂载</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} does not say when its pictures are shown; remux it to .mkv or .mp4 first</source>
      <translation>{path} 没有说明图像的显示时间；请先重新封装为 .mkv 或 .mp4</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/deliver_master.py" />
      <source>{path} exists already: name another output or remove it first</source>
      <translation>{path} 已存在：请换一个输出名称，或先将其移除</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source>{path} has Dolby Vision RPUs, but none in frames {missing}</source>
      <translation>{path} 有 Dolby Vision RPU，但以下帧没有：{missing}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} has a stream that appears in the middle: it is damaged; copy it again</source>
      <translation>{path} 中途出现新的流：文件已损坏；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <location filename="../../../app/document/writer.py" />
      <source>{path} has been closed</source>
      <translation>{path} 已关闭</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{path} has infrared pictures of frames {start} to {end}, and frames {first} to {last} are asked for: choose shots within, or find the others</source>
      <translation>{path} 有第 {start} 至 {end} 帧的红外画面，而所需为第 {first} 至 {last} 帧：请选择范围内的镜头，或找到其余画面</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path} has metadata for {coded} frames and the film has {order}</source>
      <translation>{path} 有 {coded} 帧的元数据，而影片有 {order} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source>{path} has no Dolby Vision RPU in its {count} pictures</source>
      <translation>{path} 的 {count} 幅图像中没有 Dolby Vision RPU</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{path} has no channel that is called infrared (channels: {channels}): name the channel, or the folder of the infrared pictures</source>
      <translation>{path} 没有名为红外的通道（通道：{channels}）：请指定通道，或红外画面的文件夹</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/passes.py" />
      <source>{path} has no frame {frame}</source>
      <translation>{path} 没有第 {frame} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{path} has no video stream: {has_sound}; choose a file with pictures</source>
      <translation>{path} 没有视频流：{has_sound}；请选择含有画面的文件</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timeline.py" />
      <source>{path} has no video track</source>
      <translation>{path} 没有视频轨</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source>{path} has no {label} metadata in its {count} pictures</source>
      <translation>{path} 的 {count} 幅图像中没有 {label} 元数据</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source>{path} has {label} metadata, but not exactly one message in frames {wrong}</source>
      <translation>{path} 有 {label} 元数据，但以下帧并非恰有一条消息：{wrong}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} has {name} pictures; this metadata travels in HEVC only: encode it so</source>
      <translation>{path} 的图像编码是 {name}；此类元数据只能随 HEVC 传输：请以 HEVC 编码</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} has {width} x {height} pixels, the reel {width2} x {height2}: mattes lie on the scan as it is</source>
      <translation>{path} 为 {width} x {height} 像素，胶片卷为 {width2} x {height2}：蒙版须与扫描画面一致</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} hides {hidden} of its {times} pictures by an edit list; write the wanted part as a file of its own first</source>
      <translation>{path} 用编辑列表隐藏了 {times} 幅图像中的 {hidden} 幅；请先将需要的部分写成单独的文件</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timeline.py" />
      <source>{path} holds a {name}, not a timeline</source>
      <translation>{path} 中是 {name}，不是时间线</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path} holds no HDR Vivid or HDR10+ payloads</source>
      <translation>{path} 中没有 HDR Vivid 或 HDR10+ 载荷</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} holds no HEVC picture that can be decoded; copy it again from its source</source>
      <translation>{path} 中没有可解码的 HEVC 图像；请从来源重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <location filename="../../../app/media/movie/index.py" />
      <source>{path} holds no picture at all; it was cut off before the first frame</source>
      <translation>{path} 中没有任何画面；在第一帧之前就被截断了</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/index.py" />
      <location filename="../../../app/media/movie/probe.py" />
      <location filename="../../../app/media/movie/verified.py" />
      <source>{path} holds no picture that can be decoded; copy it again from its source</source>
      <translation>{path} 中没有可解码的画面；请从源头重新复制</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/model.py" />
      <source>{path} holds no weights of the dirt detector: {error}</source>
      <translation>{path} 不含污渍检测器的权重：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} holds values that are no numbers</source>
      <translation>{path} 含有不是数字的值</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>{path} is HLG, and HDR10+ metadata belongs to PQ pictures only</source>
      <translation>{path} 是 HLG，而 HDR10+ 元数据只属于 PQ 图像</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{path} is a folder where a movie file was expected</source>
      <translation>{path} 是文件夹，而此处应为影片文件</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} is a folder where a picture file was expected</source>
      <translation>{path} 是文件夹，而此处应为画面文件</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>{path} is a raw stream without times; say its frames per second with --rate</source>
      <translation>{path} 是没有时间信息的裸码流；请用 --rate 说明每秒帧数</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>{path} is being written by {author}, {where} (process {pid}, last seen {seen} s ago): close it there, or open it for reading only</source>
      <translation>{path} 正由{where}的 {author} 写入（进程 {pid}，{seen} 秒前有活动）：请在那边关闭，或以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>{path} is busy: another program has had it locked for {BUSY_SECONDS} seconds</source>
      <translation>{path} 正忙：另一个程序已将其锁定 {BUSY_SECONDS} 秒</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{path} is coded with a codec that this build of FFmpeg does not decode; convert it to FFV1 or ProRes</source>
      <translation>{path} 所用的编解码器，此版 FFmpeg 不能解码；请转换为 FFV1 或 ProRes</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} is cut off: its index tells of {frames} pictures and {times} are there; copy it again</source>
      <translation>{path} 被截断：索引声明 {frames} 幅图像，实际有 {times} 幅；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path} is cut short or damaged: record {payloads} says {length} bytes</source>
      <translation>{path} 不完整或已损坏：第 {payloads} 条记录声明 {length} 字节</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} is cut short: it has {has} bytes where its header asks for {needs}; copy it again</source>
      <translation>{path} 不完整：实有 {has} 字节，文件头要求 {needs} 字节；请重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>{path} is damaged or no project ({text}): take a copy from your backup</source>
      <translation>{path} 已损坏或不是项目（{text}）：请使用备份</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>{path} is damaged: a row of '{table}' names a row of '{parent}' that is not there</source>
      <translation>{path} 已损坏：“{table}”的一行引用了“{parent}”中不存在的行</translation>
    </message>
    <message>
      <location filename="../../../app/document/verify.py" />
      <source>{path} is damaged: {broken}; 'reelmend check' says more</source>
      <translation>{path} 已损坏：{broken}；运行 'reelmend check' 可知详情</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>{path} is damaged: {text}</source>
      <translation>{path} 已损坏：{text}</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} is empty (0 bytes); copy it again from its source</source>
      <translation>{path} 是空文件（0 字节）；请从源头重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/reader.py" />
      <source>{path} is missing; put it back or hold the frame before</source>
      <translation>{path} 缺失；请放回，或保持上一帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>{path} is no HDR10+ JSON: it has no list SceneInfo with one entry a frame</source>
      <translation>{path} 不是 HDR10+ JSON：没有每帧一条的 SceneInfo 列表</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>{path} is no Reelmend project</source>
      <translation>{path} 不是 Reelmend 项目</translation>
    </message>
    <message>
      <location filename="../../../app/training/trainer.py" />
      <source>{path} is no checkpoint of this training: move it away to begin anew</source>
      <translation>{path} 不是本次训练的检查点：将其移走即可重新开始</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/__init__.py" />
      <source>{path} is no cut list that is known; there are: {KINDS}</source>
      <translation>{path} 不是已知的剪辑表；可用的有：{KINDS}</translation>
    </message>
    <message>
      <location filename="../../../app/training/card.py" />
      <source>{path} is no model card: {error}</source>
      <translation>{path} 不是模型卡：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{path} is no movie that can be read, or its index is missing because the recording or copy was cut off; copy it again from its source</source>
      <translation>{path} 不是可读的影片，或因录制、复制中断而缺少索引；请从源头重新复制</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/probing.py" />
      <source>{path} is no picture file; frames end in {PICTURE_SUFFIXES}</source>
      <translation>{path} 不是画面文件；帧文件以 {PICTURE_SUFFIXES} 结尾</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/files.py" />
      <source>{path} is no text: byte {start} is not UTF-8</source>
      <translation>{path} 不是文本：第 {start} 个字节不是 UTF-8</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path} is no text: it is damaged, or of another kind than its ending says</source>
      <translation>{path} 不是文本：它已损坏，或与扩展名所示的类型不同</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timeline.py" />
      <source>{path} is no timeline that OpenTimelineIO can read: {error}</source>
      <translation>{path} 不是 OpenTimelineIO 能读取的时间线：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/reader.py" />
      <source>{path} is not the file that was opened before: its frame count has changed</source>
      <translation>{path} 不是先前打开的那个文件：帧数已变</translation>
    </message>
    <message>
      <location filename="../../../app/session.py" />
      <source>{path} is not the reel it was when the project last saw it (another fingerprint): bring the old one back, or take the new one with `reelmend set PROJECT --relink '{path2}={path}'`</source>
      <translation>{path} 已不是项目上次见到的那一卷（指纹不同）：请恢复旧的，或用 `reelmend set PROJECT --relink '{path2}={path}'` 改用新的</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{path} is not what it was when it was measured (another fingerprint): measure it again</source>
      <translation>{path} 已不是测量时的样子（指纹不同）：请重新测量</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/export.py" />
      <source>{path} is of another size, format or rate than {path2}: export each reel on its own</source>
      <translation>{path} 的尺寸、格式或帧率与 {path2} 不同：请逐卷导出</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} is of no frame: the reel has {first_number} to {last}</source>
      <translation>{path} 不对应任何帧：胶片卷的帧号为 {first_number} 至 {last}</translation>
    </message>
    <message>
      <location filename="../../../app/document/upgrades.py" />
      <source>{path} is of schema {version}, for which this Reelmend has no upgrade</source>
      <translation>{path} 的结构版本为 {version}，此版 Reelmend 无法升级它</translation>
    </message>
    <message>
      <location filename="../../../app/document/history.py" />
      <location filename="../../../app/jobs/easel.py" />
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} is open for reading only: open it for writing to change it</source>
      <translation>{path} 以只读方式打开：要更改请以可写方式打开</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} is tagged as neither PQ nor HLG (transfer {transfer} of H.273): HDR metadata would be wrong there; convert the pictures to HDR first</source>
      <translation>{path} 既未标记为 PQ 也未标记为 HLG（H.273 传输特性 {transfer}）：在那里 HDR 元数据是错误的；请先将图像转换为 HDR</translation>
    </message>
    <message>
      <location filename="../../../app/training/card.py" />
      <source>{path} is the card of other weights than those in {name}</source>
      <translation>{path} 是另一组权重的模型卡，与 {name} 中的权重不符</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path} is {bit_depth}-bit HEVC; HDR metadata belongs to 10-bit PQ or HLG pictures: encode it again as Main10</source>
      <translation>{path} 是 {bit_depth} 位 HEVC；HDR 元数据属于 10 位 PQ 或 HLG 图像：请重新编码为 Main10</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} lies on a read-only disk; choose another target</source>
      <translation>{path} 位于只读磁盘上；请另选目标</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/mattes.py" />
      <source>{path} marks what is protected: lift its protection first</source>
      <translation>{path} 标记了受保护的内容：请先解除保护</translation>
    </message>
    <message>
      <location filename="../../../app/media/failures.py" />
      <source>{path} may not be opened for {doing}: permission denied; check its rights</source>
      <translation>无权{doing} {path}：请检查其权限</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/files.py" />
      <source>{path} must end in .json (Reelmend's) or .txt (UWA's text lines)</source>
      <translation>{path} 的扩展名必须是 .json（Reelmend 的格式）或 .txt（UWA 文本行）</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/container.py" />
      <source>{path} needs a codec or container that this build of FFmpeg lacks ({error})</source>
      <translation>{path} 需要此版 FFmpeg 没有的编解码器或容器（{error}）</translation>
    </message>
    <message>
      <location filename="../../../app/document/linted.py" />
      <source>{path} was damaged and has been thrown away: look again</source>
      <translation>{path} 已损坏并被丢弃：请重新检查</translation>
    </message>
    <message>
      <location filename="../../../app/document/upgrades.py" />
      <source>{path} was made by a newer Reelmend (schema {version}; this one reads up to {current}): update Reelmend to open it</source>
      <translation>{path} 由较新的 Reelmend 创建（结构版本 {version}；本版最高可读 {current}）：请更新 Reelmend 后打开</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/reader.py" />
      <source>{path} {text}; take it away or convert it</source>
      <translation>{path} {text}；请移走或转换它</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>{path}, frame {index}: a value is not what HDR10+ can hold ({error})</source>
      <translation>{path}，第 {index} 帧：有数值超出 HDR10+ 的容许范围（{error}）</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>{path}, frame {index}: more than one window is not read from JSON</source>
      <translation>{path}，第 {index} 帧：不从 JSON 读取多个窗口</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>{path}, frame {index}: {missing} is missing</source>
      <translation>{path}，第 {index} 帧：缺少 {missing}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path}, frame {wrong}: this is no {label} payload as the ones before it are</source>
      <translation>{path}，第 {wrong} 帧：这不是 {label} 载荷，与之前的不同</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{path}, line {number}</source>
      <translation>{path} 第 {number} 行</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{path}, line {number}: '{strip}' is no event that can be understood</source>
      <translation>{path} 第 {number} 行：“{strip}”不是可解读的事件</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{path}, line {number}: the list changes the speed of a piece, which cuts cannot say</source>
      <translation>{path} 第 {number} 行：剪辑表改变了某一段的速度，切点无法表达</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path}, line {number}: this is no payload in hexadecimal: {content}</source>
      <translation>{path}，第 {number} 行：这不是十六进制载荷：{content}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/source.py" />
      <source>{path}, picture {picture} of the stream</source>
      <translation>{path}，码流的第 {picture} 幅图像</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/hdr10plus_json.py" />
      <source>{path}: SequenceFrameIndex goes from {place} to {index}; every frame must be there</source>
      <translation>{path}：SequenceFrameIndex 从 {place} 跳到 {index}；每一帧都必须存在</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/timeline.py" />
      <source>{path}: clip '{name}' changes its speed, which cuts cannot say</source>
      <translation>{path}：片段“{name}”改变了速度，切点无法表达</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/metadata_files.py" />
      <source>{path}: metadata is read from {k}</source>
      <translation>{path}：元数据可从以下类型读取：{k}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/extraction.py" />
      <source>{path}: the HDR10 values change within the stream; they must be the same throughout</source>
      <translation>{path}：HDR10 数值在码流中发生变化；必须始终一致</translation>
    </message>
    <message>
      <location filename="../../../app/document/database.py" />
      <source>{path}: the database answered '{text}'</source>
      <translation>{path}：数据库答复“{text}”</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/adapt.py" />
      <source>{place} cannot be written: {strerror}</source>
      <translation>无法写入 {place}：{strerror}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{place} has the unknown {unknown}</source>
      <translation>{place} 含有未知的 {unknown}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{place} has {left} numbers more than its flags announce</source>
      <translation>{place} 比其标志声明的多出 {left} 个数</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{place} is cut short: {field} is missing</source>
      <translation>{place} 不完整：缺少 {field}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{place} is frame {found}; frame {expected} is due there</source>
      <translation>{place} 是第 {found} 帧；那里应是第 {expected} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{place} lacks {missing}</source>
      <translation>{place} 缺少 {missing}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{place} must be a list</source>
      <translation>{place} 必须是列表</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{place} must be an object with {names}</source>
      <translation>{place} 必须是含有 {names} 的对象</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/checks.py" />
      <source>{place}, section {number}</source>
      <translation>{place}，区间 {number}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/json_text.py" />
      <source>{place}, set {number}</source>
      <translation>{place}，参数组 {number}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{place}: {field} is {value}; it goes from 0 to {bits}</source>
      <translation>{place}：{field} 为 {value}；范围是 0 至 {bits}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/vivid/uwa_text.py" />
      <source>{place}: {what} must be a whole number, '{token}' is none</source>
      <translation>{place}：{what} 必须是整数，“{token}”不是</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/proof_report.py" />
      <source>{report} pixels were changed outside the masks: a proof that does not hold is not signed</source>
      <translation>遮罩之外有 {report} 个像素被改动：不成立的证明不予签署</translation>
    </message>
    <message>
      <location filename="../../../app/document/detections.py" />
      <source>{risk} is no set of risks</source>
      <translation>{risk} 不是一组风险标记</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{seconds_left} left</source>
      <translation>剩余 {seconds_left}</translation>
    </message>
    <message>
      <location filename="../../../app/document/keyframes.py" />
      <source>{shown} more</source>
      <translation>另外 {shown} 个</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/cutlist.py" />
      <source>{source} speaks of frames {start} to {end} of {path}, which has {count}: is it the same reel, at the same rate and start timecode?</source>
      <translation>{source} 提到 {path} 的第 {start} 至 {end} 帧，而它有 {count} 帧：是同一卷、同样的帧率和起始时间码吗？</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/cutlist.py" />
      <source>{source} speaks of none of the project's reels: {values}</source>
      <translation>{source} 没有提到项目中的任何一卷：{values}</translation>
    </message>
    <message>
      <location filename="../../../app/document/merging/copying.py" />
      <source>{taken} exists already: choose another name</source>
      <translation>{taken} 已存在：请另选名称</translation>
    </message>
    <message>
      <location filename="../../../app/document/files.py" />
      <source>{taken} exists already: choose another name, or open it</source>
      <translation>{taken} 已存在：请另取名称，或打开它</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/preview_hdr.py" />
      <source>{taken} is there already: name another folder</source>
      <translation>{taken} 已存在：请换一个文件夹</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>{target} already holds frames of this name ({taken}); choose another folder or remove them</source>
      <translation>{target} 中已有同名的帧（{taken}）；请另选文件夹或将其删除</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/writer.py" />
      <source>{target} cannot be written as {kind}: {said}</source>
      <translation>无法将 {target} 写成 {kind}：{said}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/embedding.py" />
      <source>{target} cannot be written: {split}</source>
      <translation>无法写入 {target}：{split}</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/whole_file.py" />
      <source>{target} exists already; choose another name or move it away</source>
      <translation>{target} 已存在；请另取名称或将其移走</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/write_masks.py" />
      <source>{target} holds masks already: name another folder or clear it first</source>
      <translation>{target} 中已有遮罩：请另选文件夹或先清空</translation>
    </message>
    <message>
      <location filename="../../../app/media/sequence/writer.py" />
      <source>{target} is a file; frames need a folder of their own</source>
      <translation>{target} 是文件；帧需要单独的文件夹</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/target.py" />
      <source>{target} needs 10-bit 4:2:0 pictures in {encoding}, limited range: not {format}</source>
      <translation>{target} 需要 {encoding} 的 10 位 4:2:0 有限范围图像，而不是 {format}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{task}: {done} of {total} frames</source>
      <translation>{task}：{total} 帧中的 {done} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{task}: {done} of {total} frames, {rate} frames/s</source>
      <translation>{task}：{total} 帧中的 {done} 帧，{rate} 帧/秒</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{task}: {done} of {total} frames, {rate} frames/s, {left}</source>
      <translation>{task}：{total} 帧中的 {done} 帧，{rate} 帧/秒，{left}</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{task}: {done} of {total} {unit}</source>
      <translation>{task}：{done} / {total} {unit}</translation>
    </message>
    <message>
      <location filename="../../../app/document/check.py" />
      <source>{temporaries} half-written files of interrupted work lie in {root}: 'reelmend gc' frees them</source>
      <translation>{root} 中有 {temporaries} 个中断工作留下的半成品文件：运行 'reelmend gc' 可释放</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/tags.py" />
      <source>{told}, {guess} is assumed for {height} lines</source>
      <translation>{told}，{height} 行按 {guess} 处理</translation>
    </message>
    <message>
      <location filename="../../../app/media/movie/findings.py" />
      <source>{undecodable} pictures at the ends of the file do not decode (their references are cut off) and are left out</source>
      <translation>文件首尾有 {undecodable} 幅画面无法解码（参考帧被截断），已略去</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/bits.py" />
      <source>{what} is cut short: it ends after {length} bits and more are announced</source>
      <translation>{what}不完整：在 {length} 位后结束，而声明的更多</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/bits.py" />
      <source>{what} is damaged: it has a number of more than 32 bits</source>
      <translation>{what}已损坏：含有超过 32 位的数</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where} gives the recipe no name</source>
      <translation>{where} 没有给出配方名称</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/companion.py" />
      <source>{where} has no channel '{name}'; there are: {channels}</source>
      <translation>{where} 没有通道“{name}”；现有：{channels}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where} has unknown parts: {unknown}</source>
      <translation>{where} 含有未知部分：{unknown}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/carrier.py" />
      <source>{where} has {label} metadata for {payloads} frames and more are encoded; give exactly one entry a frame</source>
      <translation>{where} 有 {payloads} 帧的 {label} 元数据，而编码的帧更多；每帧必须恰有一条</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/carrier.py" />
      <source>{where} has {label} metadata for {payloads} frames and {target} has {frames}; give exactly one entry a frame</source>
      <translation>{where} 有 {payloads} 帧的 {label} 元数据，而 {target} 有 {frames} 帧；每帧必须恰有一条</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where} is no valid TOML: {error}</source>
      <translation>{where} 不是有效的 TOML：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/hdr/stream/carrier.py" />
      <source>{where}, frame {index}: {error}</source>
      <translation>{where}，第 {index} 帧：{error}</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where}: every step needs an operator</source>
      <translation>{where}：每一步都需要一个操作</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where}: operator '{operator}' cannot stand in that place of a recipe</source>
      <translation>{where}：操作“{operator}”不能放在配方的这个位置</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where}: step '{entry}' has unknown parts: {unknown}</source>
      <translation>{where}：步骤“{entry}”含有未知部分：{unknown}</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{where}: the piece is {source_in} frames long, its place {record_in}</source>
      <translation>{where}：该段长 {source_in} 帧，其位置长 {record_in} 帧</translation>
    </message>
    <message>
      <location filename="../../../app/engine/recipe.py" />
      <source>{where}: threshold of '{operator}' is {threshold}; it must lie between 0 and 1</source>
      <translation>{where}：“{operator}”的阈值为 {threshold}；必须在 0 与 1 之间</translation>
    </message>
    <message>
      <location filename="../../../app/document/interchange/edl.py" />
      <source>{where}: wipes and keys cannot be taken over, only cuts and dissolves</source>
      <translation>{where}：不能接收划变和键控，只接收硬切和叠化</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{whole} h {whole2} min</source>
      <translation>{whole} 小时 {whole2} 分</translation>
    </message>
    <message>
      <location filename="../../../app/jobs/progress.py" />
      <source>{whole} min {whole2} s</source>
      <translation>{whole} 分 {whole2} 秒</translation>
    </message>
    <message>
      <location filename="../../../app/document/lease.py" />
      <source>{who} has taken over {path}: this edit was not kept; open the project again</source>
      <translation>{who} 已接管 {path}：这次编辑没有保存；请重新打开项目</translation>
    </message>
  </context>
</TS>
