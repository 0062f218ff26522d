"""A pass: a recipe run over shots in the background, chunk by chunk, resumable at every chunk.

Two rounds go over each shot. The first looks: every analysis writes its evidence. Between them the marks of the
whole shot are linked into tracks. The second mends: components become detections with baked patches, staged
under a job that stays invisible until one ledger row records the pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.document.commands.passes import RecordPass
from app.document.commands.stacks import SetStack
from app.document.ids import new_id
from app.document.jobs import Job
from app.document.model import Pass, PassStep, Shot, StackEntry
from app.document.protected import Protections
from app.engine.engine import Engine
from app.engine.info import frame_info
from app.engine.keys import library_versions, source_digest
from app.engine.models import naming_models
from app.engine.recipe import FULL_FRAME, Recipe
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.children import Children, Task
from app.jobs.chunk_work import Mended, PassWork
from app.jobs.companion import INFRARED, Companion, companion_of, must_cover
from app.jobs.findings import Chunk, Looked, NamedTrack
from app.jobs.pass_spec import KIND, chunks, key_and_spec
from app.jobs.progress import Progress, Reporter
from app.jobs.tally import Meter
from app.media.reel import OnBadFrame
from operators.contract import Analysis
from operators.contract.registry import analysis_operator, operator


@dataclass(frozen=True, slots=True)
class PassResult:
    """What a pass came to. `pass_id` is empty where the recipe has nothing to find; `left_alone` counts the frames of
    shots that no pass may touch."""

    pass_id: str
    frames: int
    resumed_frames: int
    detections: Mapping[str, int]
    bad_frames: int
    left_alone: int = 0


def run_pass(
    engine: Engine,
    recipe: Recipe,
    shots: Sequence[Shot],
    reporter: Reporter,
    token: Token,
    *,
    workers: int = 1,
    device: str = "cpu",
    background: bool = False,
) -> PassResult:
    """Run a recipe over shots and record it; stages that it does not speak of stay as they are.

    Nothing is looked for and nothing changed where the project says that no pass may touch it.

    In the `background` the children let everybody else go first.

    Raises:
        Cancelled: the token was cancelled. Finished chunks are kept: the same call goes on from there.
        MediaError: a frame cannot be read and the reel's policy is to stop.
        ProjectError: the weights of a network that the recipe asks are missing or damaged.
        NoRoomError: the disk is full; finished chunks are kept.
        UsageError: no pass may touch any of the shots, or there are no infrared pictures for a recipe that asks for
        them.
    """
    wanted, kept = _length(shots), Protections(engine.project.snapshot)
    shots = [shot for shot in shots if kept.free(shot.reel, shot.start, shot.end)]
    if wanted and not shots:
        raise UsageError("the shots are protected: lift the protection first, or choose others")
    result = PassResult("", _length(shots), 0, {}, 0)
    recipe = naming_models(recipe, engine.project.snapshot, engine.project.artefacts)
    if recipe.detect:
        result = _Run(engine, recipe, shots, reporter, token, workers, device, background).result()
    ids = tuple(shot.id for shot in shots)
    for stage in FULL_FRAME:
        steps = recipe.stages.get(stage, ())
        if not steps:
            continue  # what a recipe does not speak of stays: a second look for dirt must not cost the shot its grade
        entries = tuple(
            StackEntry(step.operator, operator(step.operator).version, step.parsed_params().to_mapping())
            for step in steps
        )
        if any(engine.project.snapshot.stack(id, stage.value) != entries for id in ids):
            engine.project.dispatch(SetStack(ids, stage.value, entries)).wait()
    return replace(result, left_alone=wanted - _length(shots))


def _length(shots: Sequence[Shot]) -> int:
    return sum(shot.end - shot.start for shot in shots)


class _Run:
    def __init__(
        self,
        engine: Engine,
        recipe: Recipe,
        shots: Sequence[Shot],
        reporter: Reporter,
        token: Token,
        workers: int,
        device: str,
        background: bool,
    ) -> None:
        self._engine = engine
        self._project = engine.project
        self._recipe = recipe
        self._shots = shots
        self._token = token
        self._device = device
        snapshot = self._project.snapshot
        reels = {
            id: (
                engine.reels[id],
                OnBadFrame(snapshot.reel(id).policy),
                frame_info(engine.reels[id], snapshot.reel(id).encoding),
            )
            for id in {shot.reel for shot in shots}
        }
        self._protected = Protections(snapshot)
        protected = tuple(
            item for shot in shots for item in self._protected.touching(shot.reel, shot.start, shot.end)
        )
        beside = _companion(engine, recipe, shots)
        store = self._project.artefacts.root
        self._work = PassWork(reels, recipe.detect, recipe.fill, store, device, protected, beside)
        key, spec = key_and_spec(snapshot, recipe, shots)
        self._job: Job = self._project.job_begin(KIND, key, spec)
        self._done = self._job.done_chunks()
        self._chunks = {shot.id: list(chunks(shot)) for shot in shots}
        self._reporter = reporter
        self.resumed = self._finished("mend")
        self._children = Children(self._work, workers, background=background)
        self._counts: dict[str, int] = {}
        self._bad = 0
        self._maps: dict[tuple[str, int], str] = {}

    def result(self) -> PassResult:
        try:
            looked = self._look()
            self._mend(looked)
        finally:
            self._children.close()
        pass_id = self._record()
        self._job.finish()
        frames = sum(shot.end - shot.start for shot in self._shots)
        return PassResult(pass_id, frames, self.resumed, dict(sorted(self._counts.items())), self._bad)

    def _all_chunks(self) -> Iterator[Chunk]:
        for shot in self._shots:
            yield from self._chunks[shot.id]

    def _finished(self, round: str) -> int:
        """Frames that an earlier, interrupted run has finished in a round."""
        return sum(chunk.end - chunk.start for chunk in self._all_chunks() if f"{round} {chunk.name}" in self._done)

    def _meter(self, round: int, doing: str) -> Meter:
        total, already = _length(self._shots), self._finished(("look", "mend")[round - 1])
        mended = [_span(chunk) for chunk in self._all_chunks() if f"mend {chunk.name}" in self._done]
        progress = Progress(
            f"{self._recipe.name}: {doing} (round {round} of 2)",
            total,
            self._reporter,
            already,
            rounds=(round, 2),
            ranges=mended,
        )
        return Meter(progress, self._children.tally, total - already, dict(self._counts))

    def _look(self) -> dict[str, Looked]:
        meter = self._meter(1, "looking")
        looked: dict[str, Looked] = {}
        tasks = []
        for chunk in self._all_chunks():
            stored = self._done.get(f"look {chunk.name}")
            if stored is None:
                tasks.append(Task("look", chunk))
            else:
                looked[chunk.name] = _looked_from(stored)
        for task, found in self._children.run(tasks, self._token, meter.read):
            assert isinstance(found, Looked)
            self._job.chunk_done(f"look {task.chunk.name}", {"maps": list(found.maps), "marks": list(found.marks)})
            looked[task.chunk.name] = found
            meter.hand_in(task.chunk.end - task.chunk.start)
        return looked

    def _mend(self, looked: Mapping[str, Looked]) -> None:
        for key, stored in self._done.items():
            if key.startswith("mend "):
                self._count(stored)
        meter = self._meter(2, "mending")
        tasks = []
        for shot in self._shots:
            chunks = self._chunks[shot.id]
            tracks = self._tracks(shot, [looked[chunk.name] for chunk in chunks])
            for number, chunk in enumerate(chunks):
                if f"mend {chunk.name}" in self._done:
                    continue
                beside = chunks[max(number - 1, 0) : number + 2]
                seen = {near.name: looked[near.name] for near in beside}
                tasks.append(Task("mend", chunk, (seen, tracks)))
        for task, made in self._children.run(tasks, self._token, meter.read):
            assert isinstance(made, Mended)
            counts: dict[str, int] = {}
            for row in made.rows:
                counts[row.defect] = counts.get(row.defect, 0) + 1
            chunk = task.chunk
            payload = {"maps": made.maps, "reel": chunk.reel, "start": chunk.start, "counts": counts}
            payload["bad"] = len(made.bad_frames)
            self._job.chunk_done(f"mend {chunk.name}", payload, made.rows)
            self._count(payload)
            meter.hand_in(chunk.end - chunk.start, _span(chunk))

    def _count(self, payload: Mapping[str, Any]) -> None:
        for defect, count in payload["counts"].items():
            self._counts[defect] = self._counts.get(defect, 0) + count
        self._bad += payload["bad"]
        self._maps[payload["reel"], payload["start"]] = payload["maps"]

    def _tracks(self, shot: Shot, looked: Sequence[Looked]) -> tuple[tuple[NamedTrack, ...], ...]:
        """Link the marks of a shot, analysis by analysis."""
        linked = []
        for place, step in enumerate(self._recipe.detect):
            marks = {
                int(frame) - shot.start: tuple(found) for part in looked for frame, found in part.marks[place].items()
            }
            analysis: Analysis[Any] = analysis_operator(step.operator)
            tracks = analysis.link(marks, self._work.reels[shot.reel][2], step.parsed_params())
            linked.append(tuple(NamedTrack(new_id(), track) for track in tracks))
        return tuple(linked)

    def _record(self) -> str:
        steps = [
            PassStep(
                operator=step.operator,
                version=operator(step.operator).version,
                params=step.parsed_params().to_mapping(),
                source_digest=source_digest(type(operator(step.operator))),
                defect=getattr(operator(step.operator), "defect", ""),
                threshold=step.threshold,
            )
            for step in (*self._recipe.detect, *([self._recipe.fill] if self._recipe.fill else []))
        ]
        made = Pass(
            id=new_id(),
            recipe=self._recipe.name,
            shots=tuple(shot.id for shot in self._shots),
            steps=tuple(steps),
            machine={"device": self._device, "libraries": dict(library_versions())},
            maps=self._maps,
            ranges=tuple(
                (shot.reel, *free)
                for shot in self._shots
                for free in self._protected.free(shot.reel, shot.start, shot.end)
            ),
        )
        self._project.dispatch(RecordPass(made, self._job.id)).wait()
        return made.id


def _companion(engine: Engine, recipe: Recipe, shots: Sequence[Shot]) -> Companion | None:
    """The infrared pictures that a recipe asks for; None where it asks for none. UsageError where they do not
    serve."""
    step = next((one for one in recipe.detect if one.operator == INFRARED), None)
    if step is None:
        return None
    if len({shot.reel for shot in shots}) > 1:
        raise UsageError("infrared pictures belong to one reel: choose shots of that reel")
    reel = engine.reels[shots[0].reel]
    found = companion_of(step, reel, engine.project.path)
    must_cover(found, reel, tuple(shots))
    return found


def _span(chunk: Chunk) -> tuple[str, int, int]:
    return chunk.reel, chunk.start, chunk.end


def _looked_from(stored: Mapping[str, Any]) -> Looked:
    """A `Looked` from the payload it was stored as (JSON turns frame numbers into text)."""
    marks = tuple({int(frame): found for frame, found in part.items()} for part in stored["marks"])
    return Looked(tuple(stored["maps"]), marks)
