"""Whose numbers the scopes show, and getting them without ever being in the way of a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.engine import Engine
from app.engine.light_scopes import measured_light
from app.engine.look import Look
from app.engine.render import Check
from app.engine.request import FrameRequest
from app.engine.scopes import MOST_SAMPLES, shown_signal
from app.engine.scopes import Signal as Numbers
from app.engine.showing import seen_of
from app.engine.worker import Cancelled
from app.errors import ReelmendError
from app.media.reel import FrameId
from operators.contract import Region
from widgets.bridge.pictures import Arrived
from widgets.context import Context
from widgets.scopes.traces import Trace, traces

STANDING_MS, MOVING_MS = 16, 100
"""Between two counts: at once while the film stands, ten times a second while it moves."""

PATIENCE_MS = 300
"""How long the eye's picture is waited for, once none is being made, before numbers are made for nobody else."""

MOVING_SAMPLES = MOST_SAMPLES // 4
SMALL = 2
"""Scale of a picture that is made for a scope alone."""


@dataclass(frozen=True)
class Choice:
    """What is to be shown: `side` "a" or "b", `native` numbers or displayed ones, which kinds, how bright."""

    kinds: tuple[str, ...] = ("waveform",)
    side: str = "b"
    native: bool = True
    log: bool = True


class Source(QObject):
    """Counts the picture under the playhead, off the UI thread, one count at a time; the newest wish wins.

    While the film runs or is scrubbed it only looks at pictures that were made for the eye. Standing still, it asks
    the engine for native numbers once the eye has its picture, for then they lie in the cache; where nobody looks at
    the side, after a little patience. What is measured when something changes is given up between two steps.
    """

    counted = Signal(object, bool)
    """Kind to `Trace`, and whether they are native numbers."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge, self._desk = context.bridge, context.desk
        self.choice = Choice()
        self._awake = False
        self._busy = False
        self._wanted = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._stamp = 0
        desk = self._desk
        for signal in (
            desk.playhead_changed, desk.compare_changed, desk.preview_changed, desk.viewing_changed,
            desk.region_changed, desk.speed_changed, desk.scrubbing_changed,
        ):  # fmt: skip
            signal.connect(self.want)
        self._bridge.changed.connect(self.want)
        self._bridge.reloaded.connect(self.want)
        self._bridge.pictures.arrived.connect(self._on_arrived)

    def choose(self, choice: Choice) -> None:
        """Show something else from now on."""
        self.choice = choice
        self.want()

    def set_awake(self, awake: bool) -> None:
        """Nothing is counted for scopes that nobody sees."""
        self._awake = awake
        if awake:
            self.want()
        else:
            self._timer.stop()
            self._patience.stop()

    def want(self, *_: object) -> None:
        """Something has changed: give up what is measured, count soon."""
        self._stamp += 1
        self._patience.stop()
        self._soon()

    def _soon(self) -> None:
        self._wanted = True
        if self._awake and not self._busy and not self._timer.isActive():
            self._timer.start(MOVING_MS if self.moving else STANDING_MS)

    @property
    def moving(self) -> bool:
        """True while the film runs or is scrubbed."""
        return bool(self._desk.speed) or self._desk.scrubbing

    @property
    def look(self) -> Look:
        """What the chosen side looks at, as the viewer sees it."""
        look = self._desk.compare.a if self.choice.side == "a" else self._desk.compare.b
        if look.at is not None:
            return look
        if self._desk.viewing is not None:
            return replace(look, at=self._desk.viewing)
        return replace(look, preview=self._desk.preview)

    @property
    def busy(self) -> bool:
        """True while something is measured or counted."""
        return self._busy

    # --- inside -------------------------------------------------------------------------------------------

    def _on_arrived(self, arrived: Arrived) -> None:
        if arrived.look == self.look:
            self._patience.stop()
            self._soon()

    def _lose_patience(self) -> None:
        if self._bridge.pictures.making:
            self._patience.start()
        else:
            self._begin(patient=False)

    def _begin(self, *, patient: bool = True) -> None:
        film = self._bridge.film
        if self._busy or not self._awake or not film.length:
            return
        self._wanted = False
        position, look, region = film.clamped(self._desk.playhead), self.look, self._desk.region
        frame, engine = film.frame(position), self._bridge.session.engine
        shown = self._bridge.pictures.supply.glance(position, look)
        if shown is None and (patient or self.moving):
            if not self.moving:
                self._patience.start()
        elif self.choice.native and not self.moving:
            self._compute(lambda check: _native(engine, frame, look, region, check), native=True)
        elif shown is not None:
            most = MOVING_SAMPLES if self.moving else MOST_SAMPLES
            self._count(lambda: shown_signal(shown.pixels, _scaled(region, shown.scale), most), native=False)
        else:
            self._compute(lambda check: _displayed(engine, frame, look, region, check), native=False)

    def _compute(self, measure: Callable[[Check], Numbers], *, native: bool) -> None:
        """Measure on the computing thread, count elsewhere: it is needed for pictures."""
        stamp = self._stamp

        def check() -> None:
            if self._stamp != stamp:
                raise Cancelled

        def quietly() -> Numbers | None:
            try:
                check()
                return measure(check)
            except (ReelmendError, Cancelled):
                return None  # the viewer says what is wrong with the frame

        def go_on(numbers: Numbers | None) -> None:
            self._busy = False
            if numbers is not None:
                self._count(lambda: numbers, native=native)
                return
            if self._stamp == stamp:
                self.counted.emit({}, native)
            self._again()

        self._busy = True
        self._bridge.compute(self, "measure", quietly, go_on)

    def _count(self, measure: Callable[[], Numbers], *, native: bool) -> None:
        choice = self.choice

        def tell(made: Mapping[str, Trace]) -> None:
            self._busy = False
            self.counted.emit(made, native)
            self._again()

        self._busy = True
        self._bridge.ask(self, "count", lambda: traces(choice.kinds, measure(), log=choice.log), tell)

    def _again(self) -> None:
        if self._wanted:
            self._soon()


def _native(engine: Engine, frame: FrameId, look: Look, region: Region | None, check: Check) -> Numbers:
    """The numbers of a frame as a look has them, before its view: light where it is HDR."""
    project = engine.project
    snapshot = project.snapshot if look.at is None else project.snapshot_at(look.at)
    outline = engine.outline(snapshot, look)
    steps = engine.plan(outline, FrameRequest(frame, look.stage))
    rendered = engine.carry_out(steps, outline, check)
    return measured_light(rendered, steps.info.encoding, seen_of(outline, frame, look), region)


def _displayed(engine: Engine, frame: FrameId, look: Look, region: Region | None, check: Check) -> Numbers:
    shown = engine.show(frame, look, SMALL, check)
    return shown_signal(shown.pixels, _scaled(region, SMALL))


def _scaled(region: Region | None, scale: int) -> Region | None:
    """A region of the full frame in a picture of 1/scale of its size."""
    if region is None or scale == 1:
        return region
    x0, y0 = region.x0 // scale, region.y0 // scale
    return Region(x0, y0, max(-(-region.x1 // scale), x0 + 1), max(-(-region.y1 // scale), y0 + 1))
