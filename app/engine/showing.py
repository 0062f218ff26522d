"""Pictures for eyes, from the one cache or made anew."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from app.document.snapshot import Snapshot
from app.engine.hdr_look import PQ, Seen, display_for, false_colours, nits_of, shown_pixels, view_name
from app.engine.keys import key_of
from app.engine.look import SCALES, HdrLook, Look, Sample, ScreenPixels, Shown
from app.engine.outline import ProjectOutline
from app.engine.plan import DecodeStep, Plan
from app.engine.render import Check, FloatPicture, Rendered
from app.engine.request import FrameRequest
from app.engine.screen import cut_out, picture_size, sampled, screen_pixels
from app.errors import UsageError
from app.media.colour import ColourConfig, View, load_config
from app.media.reel import FrameId

if TYPE_CHECKING:
    from app.engine.engine import Engine

T = TypeVar("T")

SNAPSHOTS = 16
"""Older states kept, so that looking back and forth between ledger rows replays nothing."""

KEYS = 16384
"""Remembered answers to "under which key": eleven minutes of film."""


PREVIEWS = 8
"""Pictures of edits that were only tried out: the last few are kept, one of which is the one that is done."""


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """What the cache holds of a shown picture; the same pixels may answer several looks."""

    pixels: ScreenPixels
    width: int
    height: int
    bad: bool

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self.pixels.nbytes


@dataclass(frozen=True, slots=True)
class _Task:
    """A picture to make: what is seen, the steps to it, the display it is seen as on, the view, and its cache key."""

    outline: ProjectOutline
    steps: Plan
    seen: Seen | None
    view: View
    key: str


class Showing:
    """Answers what frames look like. Safe from any thread; `at_hand` never waits for a computing one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._snapshots: _Recent[Snapshot] = _Recent(SNAPSHOTS)
        self._keys: _Recent[str] = _Recent(KEYS)
        self._tried: deque[list[str]] = deque()
        self._lock = Lock()
        self.colour: ColourConfig = load_config()

    def show(self, frame: FrameId, look: Look, scale: int, check: Check) -> Shown:
        """See `Engine.show`."""
        task = self._task(frame, look, scale)
        held = self._engine.cache.get(task.key)
        if held is None:
            new = self._not_yet_made(task) if look.preview else []
            try:
                held = self._made(task, frame, scale, check)
            finally:
                self._let_older_previews_go(new)
        return _shown(held, frame, look, scale)

    def key(self, frame: FrameId, look: Look, scale: int) -> str:
        """See `Engine.show_key`."""
        known = self._keys.get(_question(self._engine.project.snapshot, frame, look, scale, self.colour))
        return self._task(frame, look, scale).key if known is None else known

    def at_hand(self, frame: FrameId, look: Look, scale: int) -> Shown | None:
        """See `Engine.at_hand`."""
        key = self._keys.get(_question(self._engine.project.snapshot, frame, look, scale, self.colour))
        held = None if key is None else self._engine.cache.get(key)
        return None if held is None else _shown(held, frame, look, scale)

    def sample(self, frame: FrameId, look: Look, x: int, y: int, check: Check) -> Sample:
        """See `Engine.sample`."""
        task = self._task(frame, look, 1)
        rendered = self._engine.carry_out(task.steps, task.outline, check)
        width, height = picture_size(rendered)
        if not (0 <= x < width and 0 <= y < height):
            raise UsageError(f"the picture has no pixel ({x}, {y}): it is {width}x{height}")
        piece, column, row = cut_out(rendered, x, y)
        encoding = task.steps.info.encoding
        if task.seen is not None:
            piece, encoding = task.seen.picture(piece, encoding), PQ
        pixels = _pixels(piece, task)
        blue, green, red, _ = pixels[row, column].tolist()
        values = sampled(rendered, x, y) if task.seen is None else sampled(piece, column, row)
        return Sample(*values, (red, green, blue), nits_of(piece, encoding, column, row))

    def _made(self, task: _Task, frame: FrameId, scale: int, check: Check) -> ScreenPicture:
        rendered = self._engine.carry_out(task.steps, task.outline, check)
        check()
        if task.seen is None:
            pixels = screen_pixels(rendered, task.view, scale)
        else:
            pixels = shown_pixels(rendered, task.steps.info.encoding, task.seen, task.view, scale)
        pixels.flags.writeable = False
        made = ScreenPicture(pixels, *picture_size(rendered), self._engine.decoders.is_bad(frame))
        self._engine.cache.put(task.key, made)
        return made

    def _not_yet_made(self, task: _Task) -> list[str]:
        """Keys of what will be computed, and not only decoded, for this picture."""
        keys = [step.key for step in task.steps.steps if not isinstance(step, DecodeStep)]
        return [key for key in (*keys, task.key) if key not in self._engine.cache]

    def _let_older_previews_go(self, new: list[str]) -> None:
        """A slider makes pictures by the hundred; they must not push the film out of the cache."""
        if new:
            with self._lock:
                self._tried.append(new)
                old = [self._tried.popleft() for _ in range(len(self._tried) - PREVIEWS)]
            self._engine.cache.discard(key for keys in old for key in keys)

    def _task(self, frame: FrameId, look: Look, scale: int) -> _Task:
        if scale not in SCALES:
            raise UsageError(f"pictures are shown at 1/1, 1/2, 1/4 or 1/8 of their size, not 1/{scale}")
        now, colour = self._engine.project.snapshot, self.colour
        outline = self._engine.outline(now if look.at is None else self._snapshot_at(look.at), look)
        steps = self._engine.plan(outline, FrameRequest(frame, look.stage))
        seen = seen_of(outline, frame, look)
        encoding = steps.info.encoding if seen is None else PQ
        view = View.of(encoding, _view_name(look, encoding, colour), colour)
        parts = (steps.result, view.encoding, view.display, view.name, view.config.digest, scale)
        key = key_of("screen", *parts) if seen is None else key_of("screen", *parts, steps.info.encoding, seen.key)
        self._keys.put(_question(now, frame, look, scale, colour), key)
        return _Task(outline, steps, seen, view, key)

    def _snapshot_at(self, row: int) -> Snapshot:
        held = self._snapshots.get(row)
        if held is None:
            held = self._engine.project.snapshot_at(row)
            self._snapshots.put(row, held)
        return held


def _pixels(picture: Rendered, task: _Task) -> ScreenPixels:
    """A picture at its own size, in false colour where that is asked for."""
    if task.seen is not None and task.seen.look.false_colour and isinstance(picture, FloatPicture):
        return false_colours(picture)
    return screen_pixels(picture, task.view)


def seen_of(outline: ProjectOutline, frame: FrameId, look: Look) -> Seen | None:
    """What the look asks for beyond the stage; UsageError where a display is asked for and no light was measured."""
    if look.hdr is None or look.hdr == HdrLook():
        return None
    if not look.hdr.nits:
        return Seen(look.hdr, None, None)
    display = display_for(look.hdr.nits, outline.mastering_nits(frame))
    return Seen(look.hdr, outline.vivid(frame).metadata, display)


def _view_name(look: Look, encoding: str, colour: ColourConfig) -> str | None:
    """The view a look is seen through; a house's own configuration need not have the one that suits it best."""
    wanted = view_name(look.hdr, look.view)
    return wanted if wanted in View.of(encoding, None, colour).names else look.view


def _question(now: Snapshot, frame: FrameId, look: Look, scale: int, colour: ColourConfig) -> Hashable:
    """All that decides a key, found without asking a table. A row that is named is the same for ever."""
    state = (now.seq, now.entry) if look.at is None else look.at
    return state, frame, look, scale, colour.digest


def _shown(held: ScreenPicture, frame: FrameId, look: Look, scale: int) -> Shown:
    return Shown(frame, look, held.pixels, scale, held.width, held.height, approximate=False, bad=held.bad)


class _Recent(Generic[T]):
    """What was put in last, for many threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> T | None:
        with self._lock:
            value = self._items.get(key)
            if value is not None:
                self._items.move_to_end(key)
            return value

    def put(self, key: Hashable, value: T) -> None:
        with self._lock:
            self._items[key] = value
            while len(self._items) > self._size:
                self._items.popitem(last=False)
