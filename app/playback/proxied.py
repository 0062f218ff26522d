"""A way of making pictures that takes proxies where they are what should be shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future

from app.engine.engine import Engine
from app.engine.look import HdrLook, Look, Shown
from app.engine.plan import DecodeStep
from app.engine.request import FrameRequest, Stage
from app.engine.worker import Cancelled, Priority, Token
from app.media.reel import FrameId
from app.playback.proxies import Proxies

Render = Callable[[int, Look, int, Priority, Token], "Future[Shown]"]
"""Make the display picture of a programme position: look, scale, priority, token."""


def untouched(engine: Engine, frame: FrameId, look: Look) -> bool:
    """True where a frame looks as its source does: nothing repaired, no operator on it, and no target display or
    false colour is looked at. May ask the tables."""
    if look.hdr is not None and look.hdr != HdrLook():
        return False
    if look.stage is Stage.SOURCE:
        return True
    if look.at is not None:
        return False
    steps = engine.plan(engine.outline(engine.project.snapshot, look), FrameRequest(frame, look.stage)).steps
    return all(isinstance(step, DecodeStep) for step in steps)


def proxied(
    render: Render,
    proxies: Proxies,
    frame_at: Callable[[int], FrameId],
    plain: Callable[[FrameId, Look], bool],
) -> Render:
    """`render`, but by proxies where they are offered and the frame is `plain` (see `untouched`).

    A proxy is of the source: a frame that was worked on is made the real way, however long it takes, because a
    picture that hides the work would be a lie.
    """

    def rendered(position: int, look: Look, scale: int, priority: Priority, token: Token) -> Future[Shown]:
        frame = frame_at(position)
        if not proxies.offers(frame, priority):
            return render(position, look, scale, priority, token)
        answer: Future[Shown] = Future()

        def stand_in(found: Future[Shown | None]) -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                picture = found.result() if plain(frame, look) else None
                if picture is not None:
                    answer.set_result(picture)
                else:
                    render(position, look, scale, priority, token).add_done_callback(
                        lambda real: _pass_on(real, answer)
                    )
            except (Exception, CancelledError) as error:
                answer.set_exception(error)

        proxies.show(frame, look, scale).add_done_callback(stand_in)
        return answer

    return rendered


def _pass_on(real: Future[Shown], answer: Future[Shown]) -> None:
    try:
        answer.set_result(real.result())
    except CancelledError:
        answer.set_exception(Cancelled())
    except Exception as error:
        answer.set_exception(error)
