"""A pass: a recipe run over shots in the background, chunk by chunk, resumable at every chunk.

Two rounds go over each shot. The first looks: every analysis writes its evidence. Between them the marks of the
whole shot are linked into tracks. The second mends: components become detections with baked patches, staged
under a job that stays invisible until one ledger row records the pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.document.commands.passes import RecordPass
from app.document.commands.stacks import SetStack
from app.document.ids import new_id
from app.document.jobs import Job
from app.document.model import Pass, PassStep, Shot, StackEntry
from app.engine.info import frame_info
from app.engine.keys import key_of, library_versions, source_digest
from app.engine.outline import Engine
from app.engine.recipe import FULL_FRAME, Recipe
from app.engine.worker import Token
from app.jobs.children import Children, Task
from app.jobs.chunk_work import Mended, PassWork
from app.jobs.findings import Chunk, Looked, NamedTrack
from app.jobs.progress import Progress, Reporter
from app.media.reel import OnBadFrame
from operators.contract import Analysis
from operators.contract.registry import analysis_operator, operator

CHUNK_FRAMES = 16
"""Frames a crash can cost, and what one child holds at a time; neighbours decode a frame or two twice."""


@dataclass(frozen=True, slots=True)
class PassResult:
    """What a pass came to. `pass_id` is empty where the recipe has nothing to find."""

    pass_id: str
    frames: int
    resumed_frames: int
    detections: Mapping[str, int]
    bad_frames: int


def run_pass(
    engine: Engine,
    recipe: Recipe,
    shots: Sequence[Shot],
    reporter: Reporter,
    token: Token,
    *,
    workers: int = 1,
    device: str = "cpu",
) -> PassResult:
    """Run a recipe over shots and record it.

    Raises:
        Cancelled: the token was cancelled. Finished chunks are kept: the same call goes on from there.
        MediaError: a frame cannot be read and the reel's policy is to stop.
        NoRoomError: the disk is full; finished chunks are kept.
    """
    result = PassResult("", sum(shot.end - shot.start for shot in shots), 0, {}, 0)
    if recipe.detect:
        result = _Run(engine, recipe, shots, reporter, token, workers, device).result()
    ids = tuple(shot.id for shot in shots)
    for stage in FULL_FRAME:
        steps = recipe.stages.get(stage, ())
        entries = tuple(
            StackEntry(step.operator, operator(step.operator).version, step.parsed_params().to_mapping())
            for step in steps
        )
        if any(engine.project.snapshot.stack(id, stage.value) != entries for id in ids):
            engine.project.dispatch(SetStack(ids, stage.value, entries)).wait()
    return result


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
        self._work = PassWork(reels, recipe.detect, recipe.fill, self._project.artefacts.root, device)
        spec = self._spec()
        self._job: Job = self._project.job_begin("pass", key_of(spec), spec)
        self._done = self._job.done_chunks()
        self._chunks = {shot.id: list(_chunks(shot)) for shot in shots}
        self._reporter = reporter
        self.resumed = self._finished("mend")
        self._children = Children(self._work, workers)
        self._counts: dict[str, int] = {}
        self._bad = 0
        self._maps: dict[tuple[str, int], str] = {}

    def _spec(self) -> dict[str, Any]:
        """Everything that decides the result; the same spec finds an interrupted run again."""
        snapshot = self._project.snapshot
        steps = [*self._recipe.detect, *([self._recipe.fill] if self._recipe.fill else [])]
        return {
            "recipe": self._recipe.name,
            "steps": [
                [
                    step.operator,
                    operator(step.operator).version,
                    source_digest(type(operator(step.operator))),
                    step.parsed_params().to_mapping(),
                    step.threshold,
                ]
                for step in steps
            ],
            "shots": [
                [
                    shot.reel,
                    shot.start,
                    shot.end,
                    snapshot.reel(shot.reel).fingerprint,
                    snapshot.reel(shot.reel).policy,
                ]
                for shot in self._shots
            ],
            "libraries": dict(library_versions()),
        }

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

    def _progress(self, round: str, doing: str) -> Progress:
        total = sum(shot.end - shot.start for shot in self._shots)
        return Progress(f"{self._recipe.name}: {doing}", total, self._reporter, self._finished(round))

    def _look(self) -> dict[str, Looked]:
        progress = self._progress("look", "looking (round 1 of 2)")
        looked: dict[str, Looked] = {}
        tasks = []
        for chunk in self._all_chunks():
            stored = self._done.get(f"look {chunk.name}")
            if stored is None:
                tasks.append(Task("look", chunk))
            else:
                looked[chunk.name] = _looked_from(stored)
        for task, found in self._children.run(tasks, self._token):
            assert isinstance(found, Looked)
            self._job.chunk_done(f"look {task.chunk.name}", {"maps": list(found.maps), "marks": list(found.marks)})
            looked[task.chunk.name] = found
            progress.advance(task.chunk.end - task.chunk.start)
        return looked

    def _mend(self, looked: Mapping[str, Looked]) -> None:
        progress = self._progress("mend", "mending (round 2 of 2)")
        for key, stored in self._done.items():
            if key.startswith("mend "):
                self._count(stored)
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
        for task, made in self._children.run(tasks, self._token):
            assert isinstance(made, Mended)
            counts: dict[str, int] = {}
            for row in made.rows:
                counts[row.defect] = counts.get(row.defect, 0) + 1
            chunk = task.chunk
            payload = {"maps": made.maps, "reel": chunk.reel, "start": chunk.start, "counts": counts}
            payload["bad"] = len(made.bad_frames)
            self._job.chunk_done(f"mend {chunk.name}", payload, made.rows)
            self._count(payload)
            progress.advance(chunk.end - chunk.start)

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
        )
        self._project.dispatch(RecordPass(made, self._job.id)).wait()
        return made.id


def _chunks(shot: Shot) -> Iterable[Chunk]:
    for start in range(shot.start, shot.end, CHUNK_FRAMES):
        yield Chunk(shot.reel, shot.start, shot.end, start, min(start + CHUNK_FRAMES, shot.end))


def _looked_from(stored: Mapping[str, Any]) -> Looked:
    """A `Looked` from the payload it was stored as (JSON turns frame numbers into text)."""
    marks = tuple({int(frame): found for frame, found in part.items()} for part in stored["marks"])
    return Looked(tuple(stored["maps"]), marks)
