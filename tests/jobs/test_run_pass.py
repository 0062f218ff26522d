"""What a pass does to the shots besides mending them."""

from __future__ import annotations

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.recipe import find_recipe
from app.engine.worker import Token
from app.jobs.progress import silent
from app.session import Session


def test_a_pass_leaves_the_stages_its_recipe_does_not_speak_of(session: Session) -> None:
    shots = session.project.snapshot.shots
    grade = (StackEntry("cdl", 1, {"slope_r": 1.2}),)
    session.project.dispatch(SetStack((shots[0].id,), "grade", grade)).wait()
    session.run(find_recipe("standard"), shots, silent, Token(), workers=0)
    after = session.project.snapshot
    assert after.stack(shots[0].id, "grade") == grade
    assert after.stack(shots[0].id, "clean") == ()

    session.run(find_recipe("full"), shots, silent, Token(), workers=0)
    after = session.project.snapshot
    assert after.stack(shots[0].id, "grade") == grade
    assert [entry.operator for entry in after.stack(shots[0].id, "clean")] == ["denoise"]
