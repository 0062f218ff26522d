"""Corrections become truth; learning from them changes nothing by itself, goes on where it stopped, and gives weights
that passes name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save

from app.document.commands import AddModel, RetireModel, SetThreshold, SetVerdicts
from app.document.looked import looked_through
from app.engine.models import naming_models, weights_in_force
from app.engine.recipe import find_recipe
from app.engine.worker import Cancelled, Token
from app.errors import ProjectError, UsageError
from app.jobs import adapt as adapting
from app.jobs.adapt import FOLDER, Adapted, adapt
from app.jobs.hand_repair import paint
from app.jobs.pass_spec import key_and_spec
from app.jobs.progress import Report, silent
from app.jobs.strokes import Dab, Stroke
from app.media.reel import FrameId
from app.session import Session
from app.training.corrections import corrected
from app.training.shards import UNASKED
from operators.dirt.network import DirtNet

BLOTS = (2, 7, 12, 17, 22)
"""Frames of the tiny scan with a blot in rows 10 to 15, columns 20 to 26."""


@pytest.fixture
def base(session: Session) -> str:
    """Some weights to begin with, in the store."""
    torch.manual_seed(5)
    return session.project.artefacts.put(save(DirtNet().state_dict()), "weights")


@pytest.fixture
def passed(session: Session) -> str:
    """The reel after a classical pass that is unsure of the large blot; its id."""
    session.run(find_recipe("standard").with_settings(["dirt.method=classical", "dirt.largest=20"]), workers=0)
    return next(iter(session.snapshot.reels))


def brush(session: Session, reel: str, frame: int, at: tuple[float, float]) -> None:
    stroke = Stroke((Dab(*at, 3.0), Dab(at[0] + 4.0, at[1], 3.0)))
    session.project.dispatch(paint(session.engine, FrameId(reel, frame), stroke)).wait()


def decide(session: Session, reel: str, frame: int, verdict: str, where: str = "") -> None:
    found = session.project.detections_of(session.snapshot, reel, frame)
    ids = tuple(repair.id for repair in found if repair.defect == "dirt")
    assert ids
    session.project.dispatch(SetVerdicts(ids, verdict, where=where)).wait()  # type: ignore[arg-type]


def truth(session: Session, reel: str, frame: int) -> np.ndarray:  # type: ignore[type-arg]
    return corrected(session.engine, session.snapshot, FrameId(reel, frame)).truth[0]


def test_frames_with_hand_work_or_single_verdicts_count_as_looked_through(session: Session, passed: str) -> None:
    project = session.project
    decide(session, passed, 7, "reject")
    brush(session, passed, 20, (40.0, 30.0))
    decide(session, passed, 12, "accept", where="class=dirt")
    assert looked_through(project, session.snapshot) == ((passed, 7), (passed, 20))
    decide(session, passed, 7, "clear")
    assert looked_through(project, session.snapshot) == ((passed, 20),)
    project.undo()
    project.undo()
    assert looked_through(project, session.snapshot) == ((passed, 7), (passed, 20))
    for _ in range(2):
        project.undo().wait()
    assert looked_through(project, session.snapshot) == ()


def test_the_truth_is_what_is_in_force_and_proposals_are_not_asked(session: Session, passed: str) -> None:
    (item,) = (item for item in session.snapshot.passes.values() if item.recipe == "standard")
    session.project.dispatch(SetThreshold(item.id, None, "dirt", 0.0)).wait()
    brush(session, passed, 7, (40.0, 30.0))
    found = truth(session, passed, 7)
    assert (found[11:15, 21:26] == 1).all(), "what the machine found and nobody took back"
    assert (found[24:36, 36:50] != 0).sum() > 0 and not (found[40:] != 0).any()
    decide(session, passed, 7, "reject")
    assert (truth(session, passed, 7)[11:15, 21:26] == 0).all()
    decide(session, passed, 7, "clear")
    session.project.dispatch(SetThreshold(item.id, None, "dirt", 1.0)).wait()
    assert (truth(session, passed, 7)[11:15, 21:26] == UNASKED).all()


def test_a_brush_that_changed_nothing_does_not_say_dirt(session: Session, passed: str) -> None:
    """The ramp is smooth: what the fill puts there is what was there."""
    brush(session, passed, 7, (40.0, 30.0))
    stroke = truth(session, passed, 7)[26:35, 36:50]
    assert (stroke == UNASKED).sum() > (stroke == 1).sum()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A few small steps on one thread: two would wait for each other on a busy machine."""
    monkeypatch.setattr(adapting, "STEPS", 2)
    monkeypatch.setattr(adapting, "WORN", 4)
    monkeypatch.setattr("app.training.adapting._BATCH", 4)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def correct(session: Session, reel: str) -> None:
    for frame in BLOTS[:-1]:
        decide(session, reel, frame, "accept")


def learned(session: Session, base: str, token: Token | None = None, reporter: object = silent) -> Adapted:
    return adapt(session.engine, session.snapshot, reporter, token or Token(), minutes=60.0, base=base)  # type: ignore[arg-type]


def test_three_corrected_frames_are_too_few(session: Session, passed: str, base: str) -> None:
    for frame in BLOTS[:3]:
        decide(session, passed, frame, "accept")
    with pytest.raises(UsageError, match="3 corrected frames are too few"):
        learned(session, base)


def test_learning_stopped_goes_on_and_gives_what_it_would_have_given(
    session: Session, passed: str, base: str, quick: None
) -> None:
    correct(session, passed)
    seq, token, told = session.snapshot.seq, Token(), []

    def stop_late(report: Report) -> None:
        told.append(report)
        if report.task.endswith("learning") and report.done > 0:
            token.cancel()

    with pytest.raises(Cancelled):
        learned(session, base, token, stop_late)
    place = session.project.artefacts.root / FOLDER
    (left,) = place.iterdir()
    assert (left / "fold-0" / "checkpoint.pt").exists() and len(list(left.glob("*.npz"))) == 4
    before = {path: path.stat().st_mtime_ns for path in left.glob("*.npz")}
    made = learned(session, base)
    assert not list(place.iterdir()), "nothing is left behind"
    assert before and session.snapshot.seq == seq, "nothing was taken into use"
    assert session.project.artefacts.damage(made.weights) is None and made.weights != base
    assert made.base == base and made.frames == 4 and 0.0 <= made.before <= 1.0
    assert learned(session, base) == made, "the same corrections teach the same"
    assert [report.done for report in told] == sorted(report.done for report in told)


def test_a_pass_names_the_weights_it_asked_and_another_model_is_another_pass(
    session: Session, passed: str, base: str
) -> None:
    project = session.project
    recipe = find_recipe("standard").with_settings(["dirt.method=network"])
    other = project.artefacts.put(save(DirtNet().state_dict()), "weights")
    keys = []
    for weights in (base, other):
        project.dispatch(AddModel("dirt", weights, "0" * 64, 4)).wait()
        named = naming_models(recipe, session.snapshot, project.artefacts)
        assert named.detect[0].params["model"] == weights
        assert naming_models(named, session.snapshot, project.artefacts) == named
        keys.append(key_and_spec(session.snapshot, named, session.snapshot.shots)[0])
    assert keys[0] != keys[1]
    session.run(recipe, workers=1)
    newest = list(session.snapshot.passes.values())[-1]
    step = next(step for step in newest.steps if step.operator == "dirt")
    assert step.params["model"] == other and step.params["method"] == "network"
    project.artefacts.remove(other)
    with pytest.raises(ProjectError, match=r"model of this project cannot be used: .* is missing"):
        session.run(recipe, workers=0)
    project.dispatch(RetireModel("dirt")).wait()
    assert not session.snapshot.models
    with pytest.raises(UsageError, match="is no model"):
        session.run(recipe.with_settings(["dirt.model=elsewhere"]), workers=0)


def test_the_classical_method_asks_no_weights(session: Session, base: str) -> None:
    session.project.dispatch(AddModel("dirt", base, "0" * 64, 4)).wait()
    recipe = find_recipe("standard").with_settings(["dirt.method=classical"])
    assert naming_models(recipe, session.snapshot, session.project.artefacts) == recipe


def test_damaged_weights_are_not_used(session: Session, base: str) -> None:
    store = session.project.artefacts
    path: Path = store.path(base)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(ProjectError, match="damaged"):
        weights_in_force("dirt", session.snapshot, store, base)
