<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message numerus="yes">
      <location filename="../../../widgets/export/proof_summary.py" />
      <location filename="../../../widgets/export/words.py" />
      <source>%n frame(s)</source>
      <translation>
        <numerusform>%n 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/proof_summary.py" />
      <location filename="../../../widgets/export/words.py" />
      <source>%n frame(s) have no scan to compare with.</source>
      <translation>
        <numerusform>%n 帧没有可比较的扫描。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/jobs.py" />
      <location filename="../../../widgets/export/vivid.py" />
      <source>%n frame(s) written.</source>
      <translation>
        <numerusform>已写出 %n 帧。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/dialog.py" />
      <source>%n selected shot(s)</source>
      <translation>
        <numerusform>选中的 %n 个镜头</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>A folder for frames, a file for a movie; nothing is overwritten</source>
      <translation>序列帧填文件夹，影片填文件；不会覆盖任何内容</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>A folder of frames, or a movie</source>
      <translation>帧序列文件夹，或一个视频文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>A proof that does not hold is not signed</source>
      <translation>不成立的证明不予签署</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>As text, or with the hash of every frame as JSON</source>
      <translation>存为文本，或连同每一帧的哈希存为 JSON</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>As the format has them</source>
      <translation>由格式决定</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>As the source</source>
      <translation>与源相同</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Bits a sample</source>
      <translation>每样本位数</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>By hand</source>
      <translation>人工</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>By machine</source>
      <translation>机器</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Carry the sound along</source>
      <translation>带上声音</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Channels are left out: {names}.</source>
      <translation>将舍去通道：{names}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Choose where to write.</source>
      <translation>请选择写到哪里。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Choose with the system's own window</source>
      <translation>用系统窗口选择</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <location filename="../../../widgets/export/proof.py" />
      <source>Choose...</source>
      <translation>选择…</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Clean: repaired, then denoised</source>
      <translation>净化：先修复，再降噪</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Close without writing (Esc)</source>
      <translation>不写出，关闭（Esc）</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Colour gets coarser: {chroma}.</source>
      <translation>色度精度降低：{chroma}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Compared: {what}</source>
      <translation>比较对象：{what}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>DNxHR 444</source>
      <translation>DNxHR 444</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>DNxHR HQX</source>
      <translation>DNxHR HQX</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>DPX</source>
      <translation>DPX</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Every frame of the programme</source>
      <translation>节目的每一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <location filename="../../../widgets/export/form.py" />
      <location filename="../../../widgets/export/proof.py" />
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>Export...</source>
      <translation>导出…</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <location filename="../../../widgets/export/vivid.py" />
      <source>Export: {name}</source>
      <translation>导出：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>FFV1 in Matroska, lossless</source>
      <translation>FFV1（Matroska），无损</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Floating point becomes {bits} bits: what lies outside is cut off.</source>
      <translation>浮点变为 {bits} 位：超出范围的值会被截去。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Folder of frames</source>
      <translation>帧序列文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Folder of frames...</source>
      <translation>帧序列文件夹...</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>From in to out</source>
      <translation>入点到出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Grade: all the way to the grade</source>
      <translation>调色：直至调色结果</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>H.264, to look at</source>
      <translation>H.264，供观看</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>HDR Vivid is of the grade: choose the stage Grade.</source>
      <translation>HDR Vivid 属于调色阶段：请选择“调色”。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HDR master: {kind} in PQ, HDR Vivid beside it</source>
      <translation>HDR 母版：{kind}，PQ，HDR Vivid 置于旁边的文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HDR: HEVC in HLG</source>
      <translation>HDR：HEVC，HLG</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HDR: HEVC with HDR Vivid and HDR10</source>
      <translation>HDR：带 HDR Vivid 和 HDR10 的 HEVC</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HDR: HEVC with HDR10 alone</source>
      <translation>HDR：HEVC，仅 HDR10</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HDR: HEVC with HDR10+ and HDR10</source>
      <translation>HDR：HEVC，HDR10+ 与 HDR10</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>HEVC, 10 bits, to look at</source>
      <translation>HEVC，10 位，供观看</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>How far along the pictures are</source>
      <translation>画面处理到哪一步</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>It is signed</source>
      <translation>已签署</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Ledger</source>
      <translation>账本</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Ledger row {row}, hash {ledger}...; export, hash {export}...</source>
      <translation>账本第 {row} 行，哈希 {ledger}...；导出文件哈希 {export}...</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/summary.py" />
      <source>Length</source>
      <translation>长度</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>Looking...</source>
      <translation>正在检查…</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Made from</source>
      <translation>来源版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Movie</source>
      <translation>视频文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Movie...</source>
      <translation>视频文件...</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/words.py" />
      <source>NOT proved: {count} sample(s) outside the repairs unlike the scan, in frames {named} of the export.</source>
      <translation>
        <numerusform>未通过验证：修复之外有 {count} 个样本与扫描不同，在导出的第 {named} 帧。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/export/vivid.py" />
      <source>NOT verified: {checks}</source>
      <translation>未通过校验：{checks}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Not signed.</source>
      <translation>未签署。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Nothing was touched.</source>
      <translation>没有改动任何像素。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Of shots</source>
      <translation>镜头范围</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>OpenEXR</source>
      <translation>OpenEXR</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>PNG</source>
      <translation>PNG</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Part</source>
      <translation>部分</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/summary.py" />
      <source>Picture</source>
      <translation>画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Pixels touched outside the masks: {count}</source>
      <translation>遮罩之外被改动的像素：{count}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>ProRes 422 HQ</source>
      <translation>ProRes 422 HQ</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>ProRes 4444</source>
      <translation>ProRes 4444</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <source>Proof of {name}</source>
      <translation>验证：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <location filename="../../../widgets/export/proof.py" />
      <source>Prove</source>
      <translation>验证</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Prove an export</source>
      <translation>验证导出</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>Prove an export...</source>
      <translation>验证导出...</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Proved: outside the repairs every sample of {frames} equals the scan.</source>
      <translation>通过验证：修复之外，{frames}的每个样本都与扫描相同。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Reads the export and the scan again, apart from the program that wrote it, and compares every code value. Only an export of the stage Repair can be proved in its own code values.</source>
      <translation>用独立于写出程序的方式重新读取导出文件和扫描，逐一比较每个码值。只有“修复”阶段的导出才能以其自身的码值得到证明。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Repair: the scan with its damage mended</source>
      <translation>修复：修补了损伤的扫描</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Save the summary</source>
      <translation>保存摘要</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Save the summary...</source>
      <translation>保存摘要...</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Saved as {name}.</source>
      <translation>已保存为 {name}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Share of all pixels of all frames under masks in force</source>
      <translation>生效遮罩下的像素占全部帧全部像素的比例</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <location filename="../../../widgets/export/vivid.py" />
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>Show that nothing outside the repairs was changed; sign the summary and save it</source>
      <translation>证明修复之外没有任何改动；签署摘要并保存</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Sign as {name}</source>
      <translation>以 {name} 的名义签署</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Signed by {name}; the history keeps it.</source>
      <translation>由 {name} 签署，已存入历史记录。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/summary.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <location filename="../../../widgets/export/summary.py" />
      <source>Sound</source>
      <translation>声音</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Sound goes into the movie, or as a WAV beside the frames</source>
      <translation>声音写入影片，或以 WAV 放在序列旁</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <source>Sound in {name}.</source>
      <translation>声音在 {name}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>Sound of several ranges cannot be joined: leave it out, or export one range.</source>
      <translation>多段范围的声音无法拼接：请不带声音，或只导出一段。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Stage</source>
      <translation>阶段</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/jobs.py" />
      <source>Summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/formats.py" />
      <source>TIFF</source>
      <translation>TIFF</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Text (*.txt)</source>
      <translation>文本 (*.txt)</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>The disk has not enough room: {bytes} are needed, {free} are free.</source>
      <translation>磁盘空间不足：需要 {bytes}，可用 {free}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>The disk may get full: about {bytes} are needed, {free} are free.</source>
      <translation>磁盘可能写满：约需 {bytes}，可用 {free}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>The history keeps the summary and your name</source>
      <translation>历史记录会保存摘要和您的名字</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>The name must end in {endings}.</source>
      <translation>名称必须以 {endings} 结尾。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>The present state</source>
      <translation>当前状态</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>The project has no film yet</source>
      <translation>项目中还没有影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>The project is open to be read only</source>
      <translation>项目以只读方式打开</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>The reels differ in size, format or rate: export each on its own.</source>
      <translation>各卷的尺寸、格式或帧率不同：请分别导出。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>The shots selected on the timeline</source>
      <translation>时间线上选中的镜头</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>The sound is left out.</source>
      <translation>不带声音。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>The whole film; or shots, as in 3-7,9</source>
      <translation>整部影片；或镜头号，如 3-7,9</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>There is no folder {path}.</source>
      <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>There is no proof yet</source>
      <translation>还没有证明</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>There is nothing in this part of the film.</source>
      <translation>这一部分没有内容。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>This codec is lossy: code values change everywhere.</source>
      <translation>此编码有损：所有码值都会改变。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>This file exists already. Nothing is overwritten: choose another name.</source>
      <translation>文件已存在。不会覆盖任何内容：请换一个名称。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>This folder already holds such frames ({name}): choose another one.</source>
      <translation>此文件夹中已有这样的帧（{name}）：请换一个。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>Touched</source>
      <translation>改动</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/vivid.py" />
      <source>Verified by reading it back: %n check(s) hold.</source>
      <translation>
        <numerusform>回读校验：%n 项检查全部成立。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof.py" />
      <source>Version {name}</source>
      <translation>版本 {name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>What files are written</source>
      <translation>写出什么文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>What is marked with in and out on the timeline</source>
      <translation>时间线上入点与出点之间的部分</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>Where to write</source>
      <translation>写到哪里</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>Whole film</source>
      <translation>整部影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>Write it, in the background (Return)</source>
      <translation>在后台写出（回车）</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/__init__.py" />
      <source>Write the film, or a part of it, as frames or as a movie</source>
      <translation>将影片或其中一部分写成序列帧或影片文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>You may not write into {path}.</source>
      <translation>没有写入 {path} 的权限。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>about {size}</source>
      <translation>约 {size}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>as a WAV beside the frames</source>
      <translation>以 WAV 放在序列旁</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>in the movie, as it is</source>
      <translation>原样写入影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <source>{bits} bits</source>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{bits}-bit</source>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/dialog.py" />
      <location filename="../../../widgets/export/words.py" />
      <source>{bits}-bit float</source>
      <translation>{bits} 位浮点</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/export/jobs.py" />
      <location filename="../../../widgets/export/vivid.py" />
      <source>{count} sample(s) lay outside what the format holds: held at its ends.</source>
      <translation>
        <numerusform>{count} 个样本超出格式范围，已限制在端值。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{frames}, {time}</source>
      <translation>{frames}，{time}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/proof_summary.py" />
      <source>{frames}; samples changed inside the masks: {count}</source>
      <translation>{frames}；遮罩之内改动的样本：{count}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{need}, {free} free</source>
      <translation>{need}，可用 {free}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/form.py" />
      <source>{part}: {length}</source>
      <translation>{part}：{length}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{path} is a file; frames need a folder.</source>
      <translation>{path} 是文件；序列帧需要文件夹。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{size}</source>
      <translation>{size}</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{source} becomes {made}: code values change everywhere.</source>
      <translation>{source} 变为 {made}：所有码值都会改变。</translation>
    </message>
    <message>
      <location filename="../../../widgets/export/words.py" />
      <source>{source} bits become {bits}: fine steps of brightness are lost.</source>
      <translation>{source} 位变为 {bits} 位：会丢失细微的亮度层次。</translation>
    </message>
  </context>
</TS>
