<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Category</name>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Compare</source>
      <translation>对比</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>Picture</source>
      <translation>画面</translation>
    </message>
  </context>
  <context>
    <name>Viewer</name>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>A and B next to each other</source>
      <translation>A 与 B 并排</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>A and B parted by a line: drag it, turn it by its knob</source>
      <translation>以一条线分开 A 与 B：拖动线可移动，拖动圆钮可旋转</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Accepted</source>
      <translation>已接受</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Action 93 %, title 90 %, and the centre</source>
      <translation>动作安全框 93 %、字幕安全框 90 % 与画面中心</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Amber</source>
      <translation>琥珀色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Centre the wipe</source>
      <translation>划像居中</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Clean</source>
      <translation>净化</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Colour of these masks</source>
      <translation>这类遮罩的颜色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Colours and opacity of the masks</source>
      <translation>遮罩的颜色与不透明度</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Deliver</source>
      <translation>交付</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Difference</source>
      <translation>差异</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>Difference of displayed values, times {gain}</source>
      <translation>显示值之差，放大 {gain} 倍</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>Display</source>
      <translation>显示器</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Drag a region of interest; the scopes measure it</source>
      <translation>拖出关注区域，示波器只测量该区域</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Even lines only</source>
      <translation>仅偶数行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Exchange A and B</source>
      <translation>对调 A 与 B</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>False colour in cd/m²</source>
      <translation>伪色（cd/m²）</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Field view: lines 0, 2, 4...</source>
      <translation>场视图：第 0、2、4… 行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Field view: lines 1, 3, 5...</source>
      <translation>场视图：第 1、3、5… 行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Filling</source>
      <translation>填充</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <location filename="../../../widgets/viewer/header.py" />
      <source>Fit</source>
      <translation>适合窗口</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Frame line</source>
      <translation>帧信息条</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>Gain of the difference</source>
      <translation>差异增益</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>Let passes touch what was protected on this frame</source>
      <translation>允许处理改动此帧上受保护的区域</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Look further down</source>
      <translation>向下平移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Look further left</source>
      <translation>向左平移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Look further right</source>
      <translation>向右平移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Look further up</source>
      <translation>向上平移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Loupe</source>
      <translation>放大镜</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Loupe under the pointer: tap the key, or hold it</source>
      <translation>指针处的放大镜：轻按切换，按住则暂时显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>Make a new project from a scan or a movie (File menu).</source>
      <translation>请用扫描序列或影片文件新建项目（“文件”菜单）。</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Mark a region</source>
      <translation>框选区域</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>Mark a region first.</source>
      <translation>请先框选区域。</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Mask overlay</source>
      <translation>遮罩叠加</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <location filename="../../../widgets/viewer/words.py" />
      <source>Masks</source>
      <translation>遮罩</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>Masks: white accepted, grey proposed</source>
      <translation>遮罩：白为已接受，灰为待确认</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Master</source>
      <translation>母版</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Next gain of the difference</source>
      <translation>切换差异增益</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>No film yet</source>
      <translation>尚无影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>No pass touches the marked region, from in to out or in this shot</source>
      <translation>在入点到出点之间（或此镜头内），任何处理都不会改动框选区域</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>No region of this frame is protected.</source>
      <translation>此帧没有受保护的区域。</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>Now</source>
      <translation>当前</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Odd lines only</source>
      <translation>仅奇数行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>One picture: what is worked on (B)</source>
      <translation>单画面：正在处理的一侧（B）</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Opacity of the filling, per cent</source>
      <translation>填充不透明度（百分比）</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Outline</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/surface.py" />
      <source>Picture</source>
      <translation>画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Pixel aspect ratio</source>
      <translation>像素宽高比</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Pixel grid from 800 %</source>
      <translation>像素网格（800 % 起）</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/readout.py" />
      <source>Pixel under the pointer: column, row, code values, and after the view</source>
      <translation>指针处像素：列、行、原生码值，以及经显示变换后的值</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Pixel values</source>
      <translation>像素读数</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/readout.py" />
      <source>Point at the picture to read its values</source>
      <translation>将指针移到画面上以读取数值</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Proposed</source>
      <translation>待确认</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Red</source>
      <translation>红色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>Region: lift the protection</source>
      <translation>区域：解除保护</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Region: none</source>
      <translation>区域：清除</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>Region: protect from passes</source>
      <translation>区域：禁止处理改动</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Region: what is seen</source>
      <translation>区域：当前可见部分</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Rejected</source>
      <translation>已拒绝</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Repair</source>
      <translation>修复</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Safe areas</source>
      <translation>安全框</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Scan</source>
      <translation>扫描原片</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Show pixels as wide as the reel says</source>
      <translation>按卷的像素宽高比显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Show the masks: accepted solid, proposed dashed, rejected dotted</source>
      <translation>显示遮罩：已接受为实线，待确认为虚线，已拒绝为点线</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Show these masks</source>
      <translation>显示这类遮罩</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Side by side</source>
      <translation>并排</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Single</source>
      <translation>单画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Swap A and B in place</source>
      <translation>原位切换 A 与 B</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>The difference times 1, 2, 4, 8, 16, 32</source>
      <translation>差异放大 1、2、4、8、16、32 倍</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>The masks alone: accepted white, proposed grey</source>
      <translation>只看遮罩：白为已接受，灰为待确认</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>The picture is on its way</source>
      <translation>画面正在生成</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>This frame cannot be shown</source>
      <translation>无法显示此帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/protecting.py" />
      <source>This project is open to look at only.</source>
      <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Timecode, frame, stage, and what is not exact about the picture</source>
      <translation>时间码、帧号、阶段，以及画面不精确之处</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Toggle</source>
      <translation>切换</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Turn the wipe anticlockwise</source>
      <translation>划像逆时针旋转</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Turn the wipe clockwise</source>
      <translation>划像顺时针旋转</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>Violet</source>
      <translation>紫色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>What differs between A and B as displayed</source>
      <translation>A 与 B 显示值的差异</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>What is drawn over the picture</source>
      <translation>画面上的辅助显示</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>What {pane} shows: a stage, now or at a version</source>
      <translation>{pane} 显示什么：某个阶段，当前或某个版本</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/overlay_panel.py" />
      <source>White</source>
      <translation>白色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>Wipe</source>
      <translation>划像</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Wipe to the left</source>
      <translation>划像左移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Wipe to the right</source>
      <translation>划像右移</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/header.py" />
      <source>Zoom (wheel over the picture)</source>
      <translation>缩放（在画面上滚动滚轮）</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>approximate</source>
      <translation>近似</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>even lines</source>
      <translation>偶数行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>false colour</source>
      <translation>伪色</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/readout.py" />
      <source>float</source>
      <translation>浮点</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>frame {number}</source>
      <translation>第 {number} 帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>held frame: the scan has no picture here</source>
      <translation>定格：扫描在此无画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/painting.py" />
      <source>odd lines</source>
      <translation>奇数行</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>on its way</source>
      <translation>生成中</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>row {row}</source>
      <translation>第 {row} 条记录</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/readout.py" />
      <source>shown {values}</source>
      <translation>显示值 {values}</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>simulated on an SDR screen: light above 100 cd/m² is rolled off</source>
      <translation>SDR 屏幕上的模拟：100 cd/m² 以上的亮度被压缩</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/words.py" />
      <source>simulated: this screen's white stands for 100 cd/m²</source>
      <translation>模拟：本屏幕的白代表 100 cd/m²</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/readout.py" />
      <source>{bits} bit</source>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>{pane} shows {stage}</source>
      <translation>{pane} 显示{stage}</translation>
    </message>
    <message>
      <location filename="../../../widgets/viewer/actions.py" />
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
  </context>
</TS>
