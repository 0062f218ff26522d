<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Playback</name>
    <message numerus="yes">
      <location filename="../../../widgets/playback/gauges.py" />
      <source>%n dropped</source>
      <translation>
        <numerusform>丢帧 %n</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Clear in</source>
      <translation>清除入点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Clear in and out</source>
      <translation>清除入点和出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Clear out</source>
      <translation>清除出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Count dropped frames anew</source>
      <translation>丢帧重新计数</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Feet and frames, 16 mm</source>
      <translation>英尺+格，16 毫米</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Feet and frames, 35 mm</source>
      <translation>英尺+格，35 毫米</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Frame number</source>
      <translation>帧号</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to a position…</source>
      <translation>转到指定位置…</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to in</source>
      <translation>转到入点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to out</source>
      <translation>转到出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to the cut before</source>
      <translation>转到上一个剪辑点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to the first frame</source>
      <translation>转到首帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to the last frame</source>
      <translation>转到末帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Go to the next cut</source>
      <translation>转到下一个剪辑点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>How positions are said: timecode, frame number, feet and frames</source>
      <translation>位置的显示方式：时间码、帧号、英尺+格</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/bar.py" />
      <source>Length of the film</source>
      <translation>影片长度</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Loop</source>
      <translation>循环</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Mark in</source>
      <translation>标记入点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Mark out</source>
      <translation>标记出点</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Mute</source>
      <translation>静音</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>One frame back</source>
      <translation>后退一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>One frame forward</source>
      <translation>前进一帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>Pictures shown in the last second, and how many there should be</source>
      <translation>最近一秒实际显示的帧数与应显示的帧数</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play backward</source>
      <translation>倒放</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play backward; again: twice as fast; with the stop key held: slowly</source>
      <translation>倒放；再按则加快一倍；按住停止键时慢速</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play forward</source>
      <translation>正放</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play forward; again: twice as fast; with the stop key held: slowly</source>
      <translation>正放；再按则加快一倍；按住停止键时慢速</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play from in to out round and round; the whole film where nothing is marked</source>
      <translation>在入点与出点之间循环播放；未标记时循环整部影片</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Play or stop</source>
      <translation>播放或停止</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Playback</source>
      <translation>播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Position of the playhead</source>
      <translation>播放头位置</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Position: click to type one, +12 or -12 goes so many frames from here ({keys})</source>
      <translation>位置：单击后输入；+12 或 -12 表示从此处前进或后退的帧数（{keys}）</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>Proxies of what cannot be read in time are made while the film stands</source>
      <translation>影片静止时，为来不及读取的卷生成代理</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>Sound plays forward at 1× only</source>
      <translation>声音只在 1× 正放时播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>TC</source>
      <translation>TC</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Ten frames back</source>
      <translation>后退十帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/commands.py" />
      <source>Ten frames forward</source>
      <translation>前进十帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>The sound is muted</source>
      <translation>声音已静音</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>This machine has no sound device: the film plays by its own clock</source>
      <translation>本机没有音频设备：影片按自己的时钟播放</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>Timecode</source>
      <translation>时间码</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/bar.py" />
      <source>Transport</source>
      <translation>播放控制</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>While the film moves, a small stand-in is shown of what cannot be read in time</source>
      <translation>播放或拖动时，来不及读取的画面以小尺寸代理代替</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>ft 16</source>
      <translation>ft 16</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/position_field.py" />
      <source>ft 35</source>
      <translation>ft 35</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>muted</source>
      <translation>静音</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>no sound device</source>
      <translation>无音频设备</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>proxies {share} %</source>
      <translation>代理 {share} %</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>silent</source>
      <translation>无声</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>{measured} / {wanted} fps</source>
      <translation>{measured} / {wanted} 帧/秒</translation>
    </message>
    <message>
      <location filename="../../../widgets/playback/gauges.py" />
      <source>{wanted} fps</source>
      <translation>{wanted} 帧/秒</translation>
    </message>
  </context>
</TS>
