<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Preferences</name>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source> GB</source>
      <translation> GB</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>A quarter of the memory</source>
      <translation>内存的四分之一</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>An OpenColorIO configuration</source>
      <translation>OpenColorIO 配置</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Apple GPU</source>
      <translation>Apple GPU</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Apple GPU (none here)</source>
      <translation>Apple GPU（本机没有）</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/preferences/machine.py" />
      <source>CPU, {number} core(s)</source>
      <translation>
        <numerusform>CPU，{number} 核</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Cache folder</source>
      <translation>缓存文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Choose a folder for the cache</source>
      <translation>选择缓存文件夹</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Choose an OpenColorIO file</source>
      <translation>选择 OpenColorIO 文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Choose another folder, best on a fast disk</source>
      <translation>选择其他文件夹，最好在高速磁盘上</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Choose...</source>
      <translation>选择…</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Colour</source>
      <translation>色彩</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Compute on</source>
      <translation>计算设备</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Counting...</source>
      <translation>正在统计…</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Delete what is kept there; it is made again when needed</source>
      <translation>删除其中的内容；需要时会重新生成</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Empty. All of it can be made again; projects keep nothing there.</source>
      <translation>为空。其中的内容都可重新生成，项目不在此保存任何东西。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/dialog.py" />
      <source>Every change holds already (Esc)</source>
      <translation>所有更改均已生效（Esc）</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>From the next opening of a project.</source>
      <translation>下次打开项目时生效。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>From the next opening of a project. Pictures are computed anew with it.</source>
      <translation>下次打开项目时生效，届时画面将重新计算。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>From the next start of Reelmend.</source>
      <translation>下次启动 Reelmend 时生效。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>General</source>
      <translation>常规</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Go back to the configuration that comes with Reelmend</source>
      <translation>恢复为 Reelmend 自带的配置</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>How much memory pictures may take to be quick again</source>
      <translation>为快速重现画面最多可占用的内存</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/dialog.py" />
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Machine and playback</source>
      <translation>设备与播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Make and play proxies where the machine is too slow</source>
      <translation>机器速度不够时制作并播放代理</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Memory for pictures</source>
      <translation>画面缓存内存</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>NVIDIA GPU (none here)</source>
      <translation>NVIDIA GPU（本机没有）</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>NVIDIA GPU: {name}</source>
      <translation>NVIDIA GPU：{name}</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>OpenColorIO configurations (*.ocio *.ocioz)</source>
      <translation>OpenColorIO 配置 (*.ocio *.ocioz)</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>OpenColorIO file</source>
      <translation>OpenColorIO 文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/dialog.py" />
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Playback</source>
      <translation>播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/dialog.py" />
      <source>Preferences</source>
      <translation>偏好设置</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Proxies are smaller copies, marked as such while they play</source>
      <translation>代理是较小的副本，播放时会注明</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Reading...</source>
      <translation>正在读取…</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Reelmend's own</source>
      <translation>Reelmend 自带</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>Size of the window's text</source>
      <translation>界面文字大小</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Standing still, the full picture is always shown. Exports never use proxies.</source>
      <translation>画面静止时始终显示完整画质。导出从不使用代理。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>Stands beside each of your edits, from the next opening of a project.</source>
      <translation>记在您的每次编辑旁，下次打开项目时生效。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>System language</source>
      <translation>系统语言</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/colour.py" />
      <source>Take your house's own OpenColorIO file</source>
      <translation>使用贵单位自己的 OpenColorIO 文件</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>The best there is</source>
      <translation>自动选择最佳</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>The language of the window</source>
      <translation>界面语言</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>The name written beside every edit</source>
      <translation>写在每次编辑旁的姓名</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>The size of text and controls, not of the picture</source>
      <translation>文字和控件的大小，不影响画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>The window is built anew at once; the project stays open.</source>
      <translation>界面立即重建，项目保持打开。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Where pictures are computed</source>
      <translation>在何处计算画面</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>Where proxies, waveforms and indices are kept</source>
      <translation>存放代理、波形和索引的位置</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/general.py" />
      <source>{number} %</source>
      <translation>{number} %</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>{number} GB</source>
      <translation>{number} GB</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>{number} MB</source>
      <translation>{number} MB</translation>
    </message>
    <message numerus="yes">
      <location filename="../../../widgets/preferences/colour.py" />
      <source>{number} encoding(s); displays: {names}</source>
      <translation>
        <numerusform>{number} 种编码；显示设备：{names}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>{size} in use. All of it can be made again; projects keep nothing there.</source>
      <translation>已用 {size}。其中的内容都可重新生成，项目不在此保存任何东西。</translation>
    </message>
    <message>
      <location filename="../../../widgets/preferences/machine.py" />
      <source>{size} of {total}: {share} % of this machine's memory.</source>
      <translation>{total} 中的 {size}：占本机内存的 {share} %。</translation>
    </message>
  </context>
</TS>
