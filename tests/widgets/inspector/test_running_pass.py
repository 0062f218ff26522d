"""What the Inspector says while a pass is over its shot."""

from __future__ import annotations

from tests.widgets.jobs.passing import Passing
from widgets.inspector.pass_section import PassSection


def test_the_pass_over_the_shot_is_told_where_the_last_one_stands(bench, qtbot) -> None:
    section = bench.panel.findChild(PassSection)
    assert section.last.text() == "No pass has looked at this shot yet"
    work = Passing()
    job = bench.bridge.jobs.submit("standard", "pass", work, shots=bench.shots[:1])
    work.tell(2, 10, 40, {"dirt": 3})
    qtbot.waitUntil(lambda: section.last.text() == "A pass is running: 62 %")
    assert "Round 2 of 2: mending · 10 of 40 frames" in section.last.toolTip()
    assert section.bar.isVisible() and section.bar.value() == 625, "rounds count alike"
    assert "Found so far: dirt 3" in section.last.toolTip()
    bench.desk.set_playhead(39)
    qtbot.waitUntil(lambda: not section.bar.isVisible())
    assert section.last.text() == "No pass has looked at this shot yet", "it is over another shot"
    bench.desk.set_playhead(0)
    qtbot.waitUntil(section.bar.isVisible)
    work.end()
    qtbot.waitUntil(lambda: job.ended)
    assert not section.bar.isVisible() and section.last.text() == "No pass has looked at this shot yet"
