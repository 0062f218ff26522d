"""Finding the shots of a reel: every frame once, small and as the eye sees it, through the cut detectors."""

from __future__ import annotations

from collections.abc import Iterator

from app.document.commands.cuts import SetCuts
from app.document.model import Transition
from app.engine.display import ByteImage, thumbnail
from app.engine.engine import Engine
from app.engine.worker import Token
from app.jobs.progress import Progress, Reporter
from app.media.reel import FrameId
from operators.cuts import CutList, find_cuts

WIDTH = 160


def find_shots(engine: Engine, reel: str, reporter: Reporter, token: Token) -> CutList:
    """Find the cuts and transitions of one reel and write them into the project as one row.

    Raises:
        Cancelled: the token was cancelled; the project is as before.
        MediaError: a frame cannot be read and the reel's policy is to stop.
    """
    count = engine.reels[reel].frame_count
    progress = Progress("finding shots", count, reporter)

    def frames() -> Iterator[ByteImage]:
        encoding = engine.project.snapshot.reel(reel).encoding
        for index in range(count):
            token.wait_while_paused()
            engine.decoders.prefetch(FrameId(reel, index + 1))
            yield thumbnail(engine.decoders.read(FrameId(reel, index)), encoding, WIDTH)
            progress.advance()

    found = find_cuts(frames(), engine.reels[reel].rate, device=engine.device)
    transitions = tuple(Transition(reel, item.start, item.end, item.kind) for item in found.transitions)
    engine.project.dispatch(SetCuts(reel, found.cuts, transitions)).wait()
    return found
