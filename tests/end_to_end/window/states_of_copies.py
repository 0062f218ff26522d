"""States of what leaves the project and comes into it: the proof of an export, another person's copy."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.document import Project, merging
from app.document.commands import SetVerdicts
from app.document.files import artefacts_beside
from app.engine.request import Stage
from app.engine.worker import Token
from app.jobs.export import ExportSpec
from app.jobs.progress import silent
from app.jobs.proof_report import report_of
from app.jobs.verify import verify
from tests.end_to_end.window.studio import Studio
from widgets.export import ProofDialog
from widgets.export.jobs import PROOF, Proven
from widgets.export.words import proof_words
from widgets.merging import MergeDialog, SettlingDialog
from widgets.text import translate


def prove(studio: Studio) -> Iterator[None]:
    """The dialog of proofs before anything was proved."""
    studio.context.bridge.jobs.clear()
    studio.run("file.prove")
    dialog = studio.window.findChild(ProofDialog)
    assert dialog is not None
    yield
    dialog.close()


def proved(studio: Studio) -> Iterator[None]:
    """A proof that holds, to be signed."""
    bridge, target = studio.context.bridge, studio.folder / "film"
    session, snapshot = bridge.session, bridge.snapshot
    ranges = session.ranges("1", snapshot)
    if not target.exists():
        session.export(ExportSpec(target, Stage.REPAIR, ranges), silent)
    proof = verify(session.engine, snapshot, target, ranges, silent, Token())
    made = Proven(proof, report_of(proof, bridge.project, snapshot, target), target)
    title = translate("Export", "Proof of {name}").format(name=target.name)
    job = bridge.jobs.submit(title, PROOF, lambda reporter, token: made, light=True)
    studio.until(lambda: job.ended)
    bridge.jobs.annotate(job, lambda: proof_words(proof))
    studio.run("file.prove")
    dialog = studio.window.findChild(ProofDialog)
    assert dialog is not None
    yield
    dialog.close()
    bridge.jobs.remove(job)


def copy_of(studio: Studio) -> Path:
    """Another person's copy, in which they rejected what is accepted here."""
    project = studio.context.bridge.project
    copy = studio.folder / "copy" / "film.reelmend"
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir()
    project.read(lambda connection: connection.execute("VACUUM INTO ?", (str(copy),)))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM lease")
        connection.commit()
    shutil.copytree(artefacts_beside(project.path), artefacts_beside(copy))
    ids = project.select(project.snapshot, "verdict=none and class=dirt")[:6]
    project.dispatch(SetVerdicts(ids, "accept")).wait()
    with Project.open(copy, "Wang Fang") as other:
        other.dispatch(SetVerdicts(ids, "reject")).wait()
    return copy


def merge(studio: Studio) -> Iterator[None]:
    """What merging a copy would do."""
    bridge, copy = studio.context.bridge, copy_of(studio)
    studio.run("file.merge")
    dialog = studio.window.findChild(MergeDialog)
    assert dialog is not None
    dialog.copy.setText(str(copy))
    dialog.look.click()
    studio.until(lambda: dialog.looked is not None)
    yield
    dialog.close()
    bridge.jobs.clear()
    bridge.undo()
    studio.pump(0.2)


def settle(studio: Studio) -> Iterator[None]:
    """What a merge left open."""
    bridge, copy = studio.context.bridge, copy_of(studio)
    with Project.open(copy, "Li Wei", write=False) as other:
        bridge.rewrite(lambda project: merging.merge(project, other))
    studio.until(lambda: bool(bridge.snapshot.conflicts))
    studio.run("file.settle")
    dialog = studio.window.findChild(SettlingDialog)
    assert dialog is not None
    studio.until(lambda: bool(dialog.groups))
    dialog.tree.step(1)
    yield
    dialog.close()
    bridge.undo()
    bridge.undo()
    studio.until(lambda: not bridge.snapshot.conflicts)


STATES = {"prove": prove, "proved": proved, "merge": merge, "settle": settle}
