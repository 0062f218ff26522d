"""One shape mended on every frame of a shot, as a job that can be watched and cancelled."""

from __future__ import annotations

from app.document.commands import AddRepairs
from app.engine.request import Stage
from app.engine.worker import Token
from app.jobs.fixes import Fix, fixed_over
from app.jobs.landing import landed
from app.jobs.progress import Reporter
from app.jobs.shapes import Shape
from app.jobs.ways import Way
from app.media.reel import FrameId
from widgets.fixes.room import FixRoom
from widgets.text import translate


def mend_over_shot(room: FixRoom, frame: FrameId, shape: Shape, way: Way, stage: Stage, defect: str) -> None:
    """Mend a shape, drawn on one frame, where it stands on all frames of its shot: one row, one track."""
    bridge = room.bridge
    shot = bridge.snapshot.shot_at(frame.reel, frame.index)

    def run(reporter: Reporter, token: Token) -> AddRepairs:
        with bridge.session.engine.aside() as engine:
            frames = [FrameId(frame.reel, index) for index in range(shot.start, shot.end)]
            fixes = [(at, Fix(landed(engine, at, stage, shape), way, defect)) for at in frames]
            return fixed_over(engine, fixes, reporter, token)

    bridge.jobs.submit(
        lambda: translate("Fixes", "Mending a line over its shot"),
        "fix",
        run,
        bridge.dispatch,
        (shot.id,),
        light=True,
    )
