"""Writing a stage of the programme as a movie or a sequence, with its sound."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Full, Queue

from app.document.model import ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.render import as_native, encoded_as
from app.engine.request import FrameRequest, Stage
from app.engine.target import target_format
from app.engine.worker import Priority, Token, Worker
from app.errors import NotSupportedError, UsageError
from app.jobs.progress import Progress, Reporter
from app.media.opening import open_writer
from app.media.picture import NativePicture
from app.media.reel import FrameId, FrameWriter, Reel
from app.media.sound import extract_wav
from app.media.writing import SEQUENCE_KINDS, WriterSpec, default_kind


@dataclass(frozen=True, slots=True)
class ExportSpec:
    """What to write: `kind` None is the source's own; `ranges` in programme order; `sound` False leaves it out."""

    target: Path
    stage: Stage
    ranges: tuple[ProgrammeItem, ...]
    kind: str | None = None
    bit_depth: int | None = None
    sound: bool = True


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written. `clipped` samples lay outside what the target's integers can hold."""

    files: tuple[Path, ...]
    frames: int
    clipped: int
    kind: str
    sound: Path | None


def export(engine: Engine, snapshot: Snapshot, spec: ExportSpec, reporter: Reporter, token: Token) -> ExportResult:
    """Render and write every frame; the target appears whole or not at all.

    Raises:
        UsageError: the ranges are empty or their reels differ in size or format.
        NotSupportedError: sound of several ranges or reels would have to be joined.
        MediaError, NoRoomError: see the readers and writers; nothing half-written stays.
        Cancelled: likewise.
    """
    prepared = writer_spec(engine, snapshot, spec)
    reel, kind, fmt = common_reel(engine, spec.ranges), prepared.kind, prepared.format
    writer = open_writer(spec.target, prepared)
    wanted = frames_of(spec.ranges)
    sound: Path | None = None
    worker = Worker("export")
    try:
        with _WriterThread(writer) as thread:
            progress = Progress(f"exporting {spec.stage.value}", len(wanted), reporter)
            clipped = 0
            for frame in wanted:
                token.wait_while_paused()
                request = FrameRequest(frame, spec.stage)
                future = worker.submit(Priority.EXPORT, lambda r=request: engine.render(r, snapshot), token)  # type: ignore[misc]
                made = as_native(future.result(), fmt)
                clipped += made.clipped
                thread.write(made.picture)
                progress.advance()
        files = tuple(writer.finish())
        if kind in SEQUENCE_KINDS and reel.sound and spec.sound:
            sound = extract_wav(reel, spec.target / f"{spec.target.name}.wav", prepared.frame_range)
    except BaseException:
        writer.abort()
        raise
    finally:
        worker.close()
    return ExportResult(files, len(wanted), clipped, kind, sound)


def frames_of(ranges: Sequence[ProgrammeItem]) -> list[FrameId]:
    """The frames of ranges, in their order."""
    return [FrameId(item.reel, index) for item in ranges for index in range(item.start, item.end)]


def export_apart(
    spec: ExportSpec, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token
) -> ExportResult:
    """`export` as `app.jobs.apart` calls it."""
    return export(engine, snapshot, spec, reporter, token)


def writer_spec(engine: Engine, snapshot: Snapshot, spec: ExportSpec) -> WriterSpec:
    """What the writer is told; raises what `export` says of ranges, kinds and sound."""
    reel = common_reel(engine, spec.ranges)
    kind = spec.kind or default_kind(reel)
    fmt = target_format(reel.format, kind, spec.bit_depth)
    encoding = common_encoding(engine, snapshot, spec.stage, spec.ranges)
    if encoding != snapshot.reel(spec.ranges[0].reel).encoding:
        fmt = encoded_as(fmt, encoding)
    if reel.sound and spec.sound and len(spec.ranges) > 1:
        raise NotSupportedError("sound across several ranges cannot be joined yet: export one range at a time")
    frame_range = (spec.ranges[0].start, spec.ranges[0].end)
    return WriterSpec(
        format=fmt,
        rate=snapshot.programme.projection_rate or reel.rate,
        kind=kind,
        bit_depth=spec.bit_depth,
        source=reel,
        first_number=reel.first_number + frame_range[0],
        sound_from=reel if kind not in SEQUENCE_KINDS and reel.sound and spec.sound else None,
        frame_range=frame_range,
    )


def common_encoding(engine: Engine, snapshot: Snapshot, stage: Stage, ranges: Sequence[ProgrammeItem]) -> str:
    """The encoding that all shots leave the stage in; UsageError names two that differ."""
    found: dict[str, int] = {}
    for number, shot in enumerate(snapshot.shots, start=1):
        for item in ranges:
            first = max(item.start, shot.start)
            if shot.reel == item.reel and first < min(item.end, shot.end):
                found.setdefault(engine.meaning(FrameId(shot.reel, first), stage, snapshot).encoding, number)
    if len(found) > 1:
        (one, first), (other, second), *_ = found.items()
        raise UsageError(
            f"shot {first} leaves {stage.value} in {one} and shot {second} in {other}: "
            "one film needs one encoding; give all shots the same, or export them apart"
        )
    return next(iter(found))


def common_reel(engine: Engine, ranges: Sequence[ProgrammeItem]) -> Reel:
    """The first of the ranges' reels; UsageError where there is none, or where one is of another kind of picture."""
    if not ranges:
        raise UsageError("there is nothing to export: the selection is empty")
    reels = [engine.reels[item.reel] for item in ranges]
    first = reels[0]
    for reel in reels[1:]:
        if (reel.format, reel.rate) != (first.format, first.rate):
            raise UsageError(
                f"{reel.path} is of another size, format or rate than {first.path}: export each reel on its own"
            )
    return first


class _WriterThread:
    """Encodes and writes on a thread of its own, a few pictures behind the rendering."""

    DEPTH = 3

    def __init__(self, writer: FrameWriter) -> None:
        self._writer = writer
        self._queue: Queue[NativePicture | None] = Queue(self.DEPTH)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._loop, name="writer", daemon=True)

    def __enter__(self) -> _WriterThread:
        self._thread.start()
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            self._error = self._error or RuntimeError("given up")
        self._put(None)
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    def write(self, picture: NativePicture) -> None:
        """Hand a picture over; raises what went wrong with an earlier one."""
        self._put(picture)
        if self._error is not None:
            raise self._error

    def _put(self, picture: NativePicture | None) -> None:
        while self._thread.is_alive():
            try:
                self._queue.put(picture, timeout=0.2)
            except Full:
                continue
            return

    def _loop(self) -> None:
        write: Callable[[NativePicture], None] = self._writer.write
        while (picture := self._queue.get()) is not None:
            if self._error is None:
                try:
                    write(picture)
                except BaseException as error:
                    self._error = error
