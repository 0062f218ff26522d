<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Operators</name>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>0 is grey, 1 changes nothing.</source>
      <translation>0 为灰度，1 为不变。</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>1 takes out the noise that is measured; 0 changes nothing.</source>
      <translation>1 去除测得的噪声；0 为不变。</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>A cut changes the picture this many times more than its neighbouring frames do.</source>
      <translation>切点处的画面变化至少是相邻帧变化的这么多倍。</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>A line that lasts at least so long counts in full.</source>
      <translation>至少持续这么长的竖线才完全计入。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>ASC CDL</source>
      <translation>ASC CDL</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Added to blue after slope.</source>
      <translation>在斜率之后加到蓝色上。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Added to green after slope.</source>
      <translation>在斜率之后加到绿色上。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Added to red after slope.</source>
      <translation>在斜率之后加到红色上。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>BT.2390 roll-off</source>
      <translation>BT.2390 高光滚降</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>BT.2390: the brightest light of the HDR picture; it becomes SDR white.</source>
      <translation>BT.2390：HDR 画面中最亮的亮度；它成为 SDR 白。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>BT.2446 method A</source>
      <translation>BT.2446 方法 A</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>BT.2446 method C</source>
      <translation>BT.2446 方法 C</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>BT.2446 method C: how much the channels are mixed while luminance is mapped.</source>
      <translation>BT.2446 方法 C：映射亮度时各通道相互混合的程度。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Banding guard</source>
      <translation>色带防护</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Black to white</source>
      <translation>黑到白之间</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Both</source>
      <translation>两者结合</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Brings a standard picture to high dynamic range, PQ or HLG with BT.2020 primaries (BT.2408, BT.2446).</source>
      <translation>将标准动态范围画面变换为高动态范围：PQ 或 HLG，BT.2020 原色（BT.2408、BT.2446）。</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>C is the ITU's, and undoes SDR to HDR by C. The roll-off of BT.2390 bends highlights to the display's peak. Direct divides by reference white and undoes direct mapping.</source>
      <translation>方法 C 出自 ITU，可还原由方法 C 做的 SDR 转 HDR。BT.2390 的滚降把高光压弯到显示器峰值。直接方式按参考白相除，可还原直接映射。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Calm grain</source>
      <translation>稳住颗粒</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/none.toml" />
      <source>Changes nothing: proves that what goes in comes out.</source>
      <translation>不做任何改变：用来证明输入与输出一致。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Channel</source>
      <translation>通道</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Chroma</source>
      <translation>色度</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Classical</source>
      <translation>经典方法</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Crosstalk</source>
      <translation>串扰</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Cut threshold</source>
      <translation>切点阈值</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Denoise</source>
      <translation>降噪</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>Direct</source>
      <translation>直接</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Direct mapping changes no contrast: SDR white becomes reference white. A and C are the ITU's expansions. Film is direct mapping with highlights that grow and grain that does not.</source>
      <translation>直接映射不改变对比度：SDR 白成为参考白。A 与 C 是 ITU 的扩展方法。胶片方式是直接映射，但高光增长而颗粒不增长。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Direct, BT.2408</source>
      <translation>BT.2408 直接映射</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>Direct: the HDR light that becomes SDR white.</source>
      <translation>直接：成为 SDR 白的 HDR 亮度。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Dirt</source>
      <translation>脏点</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Dissolves and fades</source>
      <translation>叠化与淡变</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Exponent of blue, after offset.</source>
      <translation>蓝色的指数，在偏移之后应用。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Exponent of green, after offset.</source>
      <translation>绿色的指数，在偏移之后应用。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Exponent of red, after offset.</source>
      <translation>红色的指数，在偏移之后应用。</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>Fill</source>
      <translation>填补</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Film</source>
      <translation>胶片</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Film: 1 keeps grain and texture in highlights at their size, 0 lets them grow with the light.</source>
      <translation>胶片：1 使高光中的颗粒与纹理保持原有幅度，0 让它们随亮度增长。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Film: SDR signal above which highlights grow; all below is direct mapping.</source>
      <translation>胶片：SDR 信号高于此值时高光增长；其下均为直接映射。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Film: how far skin, sky and foliage are kept from growing with the highlights.</source>
      <translation>胶片：肤色、天空与植被在多大程度上不随高光增长。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Film: no light goes beyond it. SDR white comes within a tenth of it, what the source holds beyond white closer.</source>
      <translation>胶片：任何亮度都不会超过它。SDR 白与它相差在十分之一以内，源中超过白的部分更接近它。</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Find gradual transitions, and let the network judge doubtful cuts. Without it, shot finding is faster.</source>
      <translation>查找渐变转场，并由网络判断可疑的切点。关闭时镜头检测更快。</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/standard.toml" />
      <source>Finds dirt, hairs and line scratches and mends what it is fairly sure of; the usual coarse pass.</source>
      <translation>查找脏点、毛发和竖划痕，修复较有把握的部分；通常的粗修遍。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Finds dust, dirt and hairs: spots that are on one frame and on none beside it.</source>
      <translation>查找灰尘、脏点和毛发：只出现在一帧而相邻帧没有的斑点。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Finds dust, dirt and scratches by a scanner's infrared channel, on colour film.</source>
      <translation>在彩色胶片上，用扫描仪的红外通道查找灰尘、脏点和划痕。</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>Finds thin upright lines that stay in place for many frames.</source>
      <translation>查找在多帧中位置不变的细竖线。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Fingerprint</source>
      <translation>指纹</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Frames each side</source>
      <translation>每侧帧数</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>Frames to either side that may lend picture.</source>
      <translation>前后各可借用画面的帧数。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Grow</source>
      <translation>扩大</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>HDR to SDR</source>
      <translation>HDR 转 SDR</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>HLG</source>
      <translation>HLG</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Higher finds fainter dirt, and takes more of the film's own movement for dirt.</source>
      <translation>越高越能找到更淡的脏点，但也更容易把影片自身的运动当作脏点。</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>Higher finds fainter lines, and more that belong to the scene.</source>
      <translation>越高越能找到更淡的竖线，但也会找到更多属于场景的线条。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Higher finds thinner dust, and more of the channel's noise.</source>
      <translation>越高能找到越薄的灰尘，也更易把通道的噪声当成灰尘。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>How far below the picture the channel lies.</source>
      <translation>通道比画面低多少。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>How far right of the picture the channel lies.</source>
      <translation>通道比画面偏右多少。</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>How many neighbours are averaged on each side.</source>
      <translation>每侧参与平均的相邻帧数。</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>How much of the grain that a mended place lacks is added.</source>
      <translation>修复处缺少的颗粒补回多少。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Infrared</source>
      <translation>红外</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Its name, where there are several.</source>
      <translation>有多个通道时的名称。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Keep values beyond black and white, or hold them within, as the ASC specification has it. Where they are kept, power leaves negative values as they are.</source>
      <translation>保留超出黑白的数值，或按 ASC 规范限制在黑白之间。保留时，幂次不改变负值。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Knee</source>
      <translation>拐点</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/infrared/operator.py" />
      <source>Larger spots, in thousandths of the frame's area, are only proposed; 0 sets no limit.</source>
      <translation>面积超过此值（占画面的千分比）的斑点仅列为待确认；0 表示不限。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/infrared/operator.py" />
      <source>Largest</source>
      <translation>最大面积</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Least change</source>
      <translation>最小变化</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Light of SDR white: direct mapping and film. BT.2408 has 203.</source>
      <translation>SDR 白的亮度：用于直接映射与胶片。BT.2408 为 203。</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>Line scratches</source>
      <translation>竖划痕</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>Master's peak</source>
      <translation>母版峰值</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Mean change of a pixel below which nothing is a cut, in 8-bit code values of the display picture.</source>
      <translation>像素平均变化低于此值即不算切点，以显示画面的 8 位码值计。</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>Mends damaged places from neighbouring frames, then from their surroundings.</source>
      <translation>先用相邻帧、再用周围画面修补损伤处。</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/thorough.toml" />
      <source>Mends doubtful marks too: for badly damaged shots that somebody will look through afterwards.</source>
      <translation>也修复可疑的痕迹：用于损伤严重、事后有人复查的镜头。</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/scratches-only.toml" />
      <source>Mends line scratches and touches nothing else.</source>
      <translation>只修复竖划痕，不动其他任何内容。</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/gentle.toml" />
      <source>Mends only what is certainly dirt or a scratch; leaves doubtful marks to the restorer.</source>
      <translation>只修复确定的脏点和划痕；可疑的痕迹留给修复师。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Multiplies blue.</source>
      <translation>与蓝色相乘。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Multiplies green.</source>
      <translation>与绿色相乘。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Multiplies red.</source>
      <translation>与红色相乘。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>Network</source>
      <translation>神经网络</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Network threshold</source>
      <translation>网络阈值</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Of the infrared pictures, as they were when they were measured.</source>
      <translation>测量时红外画面的指纹。</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Of two cuts nearer to each other than this, only the clearer one counts.</source>
      <translation>两个切点间距小于此值时，只取较明显的一个。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Off</source>
      <translation>关</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Offset blue</source>
      <translation>偏移（蓝）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Offset green</source>
      <translation>偏移（绿）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Offset red</source>
      <translation>偏移（红）</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>On</source>
      <translation>开</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>PQ</source>
      <translation>PQ</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Peak</source>
      <translation>峰值</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>Persistence</source>
      <translation>持续性</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Pictures</source>
      <translation>画面</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Pixels by which spots are made wider, for their soft rims.</source>
      <translation>斑点向外扩大的像素数，以包含其柔和边缘。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Power blue</source>
      <translation>幂次（蓝）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Power green</source>
      <translation>幂次（绿）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Power red</source>
      <translation>幂次（红）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Primary grade: slope, offset, power and saturation of the ASC Color Decision List 1.2.</source>
      <translation>一级调色：ASC 色彩决策表（CDL）1.2 的斜率、偏移、幂次和饱和度。</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Probability from which the network's opinion counts.</source>
      <translation>网络判断达到此概率才计入。</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Range</source>
      <translation>范围</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>Reach</source>
      <translation>借用距离</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Reference white</source>
      <translation>参考白</translation>
    </message>
    <message>
      <location filename="../../../operators/fill/operator.py" />
      <source>Regrain</source>
      <translation>补颗粒</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>SDR to HDR</source>
      <translation>SDR 转 HDR</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/infrared/operator.py" />
      <location filename="../../../operators/scratch/operator.py" />
      <source>Sensitivity</source>
      <translation>灵敏度</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Shift across</source>
      <translation>横向偏移</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Shift down</source>
      <translation>纵向偏移</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <source>Shortest shot</source>
      <translation>最短镜头</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Slope blue</source>
      <translation>斜率（蓝）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Slope green</source>
      <translation>斜率（绿）</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Slope red</source>
      <translation>斜率（红）</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Smallest</source>
      <translation>最小</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Smooths and dithers the steps of flat slopes, and only those. Automatic: where the source has 8 bits.</source>
      <translation>只平滑并抖动平缓渐变中的台阶。自动：源为 8 位时启用。</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Spatial</source>
      <translation>空域</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>Spots of fewer pixels are left out.</source>
      <translation>像素更少的斑点不计。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Steady colours</source>
      <translation>稳住记忆色</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Strength</source>
      <translation>强度</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Strength of the second stage, on noise the neighbours leave.</source>
      <translation>第二级的强度，处理相邻帧平均后残留的噪声。</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Strength on colour, relative to strength.</source>
      <translation>对色度的强度，相对于总强度。</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <source>Takes a PQ or HLG picture to standard dynamic range, to see what an SDR screen will show of it.</source>
      <translation>将 PQ 或 HLG 画面变换为标准动态范围，以查看 SDR 屏幕能显示出什么。</translation>
    </message>
    <message>
      <location filename="../../../operators/denoise/operator.py" />
      <source>Takes grain and noise out along motion, by as much as is measured to be there, without ghosts.</source>
      <translation>沿运动方向去除颗粒和噪声，测得多少去多少，不留重影。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>The classical method weighs facts of each spot; a trained network judges each pixel in its surroundings; both together find more small spots, and take longer.</source>
      <translation>经典方法衡量每个斑点的几项特征；训练好的网络结合周围画面判断每个像素；两者结合能找到更多小斑点，但耗时更长。</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>The folder or movie of the infrared pictures; empty: in the scan itself.</source>
      <translation>红外画面所在的文件夹或影片；留空：在扫描本身中。</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <source>The network's weights by SHA-256, 'shipped' for the program's; empty: the film's own where it has some.</source>
      <translation>网络权重的 SHA-256；“shipped”表示程序自带的权重；留空则使用本片自己的权重（若有）。</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/full.toml" />
      <source>The standard coarse pass, then a light temporal denoise over the whole frame.</source>
      <translation>标准粗修遍，然后对整帧做轻度时域降噪。</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>Transfer function</source>
      <translation>传递函数</translation>
    </message>
    <message>
      <location filename="../../../operators/cdl/operator.py" />
      <source>Unlimited</source>
      <translation>不限</translation>
    </message>
    <message>
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>What the HDR picture is written in.</source>
      <translation>HDR 画面所用的编码。</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>black</source>
      <translation>黑场</translation>
    </message>
    <message>
      <location filename="../../../operators/hdr_to_sdr/operator.py" />
      <location filename="../../../operators/sdr_to_hdr/operator.py" />
      <source>cd/m²</source>
      <translation>cd/m²</translation>
    </message>
    <message>
      <location filename="../../../app/engine/request.py" />
      <source>clean</source>
      <translation>净化</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../../app/engine/request.py" />
      <source>deliver</source>
      <translation>交付</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/infrared/operator.py" />
      <source>dirt</source>
      <translation>脏点</translation>
    </message>
    <message>
      <location filename="../../../operators/cuts/params.py" />
      <location filename="../../../operators/fill/operator.py" />
      <location filename="../../../operators/scratch/operator.py" />
      <source>frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/full.toml" />
      <source>full</source>
      <translation>完整</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/gentle.toml" />
      <source>gentle</source>
      <translation>温和</translation>
    </message>
    <message>
      <location filename="../../../app/engine/request.py" />
      <source>grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>hold</source>
      <translation>保持上一帧</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>log</source>
      <translation>对数</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/none.toml" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../../operators/infrared/operator.py" />
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>raw</source>
      <translation>原始</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/verdicts.py" />
      <source>reject</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <location filename="../../../app/engine/request.py" />
      <source>repair</source>
      <translation>修复</translation>
    </message>
    <message>
      <location filename="../../../operators/scratch/operator.py" />
      <source>scratch</source>
      <translation>划痕</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/scratches-only.toml" />
      <source>scratches-only</source>
      <translation>仅划痕</translation>
    </message>
    <message>
      <location filename="../../../app/engine/request.py" />
      <source>source</source>
      <translation>源素材</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/standard.toml" />
      <source>standard</source>
      <translation>标准</translation>
    </message>
    <message>
      <location filename="../../../app/document/commands/reels.py" />
      <source>stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../../resources/recipes/thorough.toml" />
      <source>thorough</source>
      <translation>彻底</translation>
    </message>
    <message>
      <location filename="../../../app/media/encoding.py" />
      <source>video</source>
      <translation>视频</translation>
    </message>
    <message>
      <location filename="../../../operators/dirt/operator.py" />
      <location filename="../../../operators/infrared/operator.py" />
      <source>‰</source>
      <translation>‰</translation>
    </message>
  </context>
</TS>
