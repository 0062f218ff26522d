"""HDR movies with the shots' HDR Vivid as jobs, each verified by reading it back."""

from __future__ import annotations

from functools import partial

from app.document.snapshot import Snapshot
from app.engine.worker import Token
from app.jobs.apart import run_apart
from app.jobs.deliver_vivid import VividDelivered, VividDelivery, deliver_vivid_apart
from app.jobs.export import ExportSpec
from app.jobs.progress import Reporter
from widgets.context import Context
from widgets.export.jobs import show_folder
from widgets.jobs import Job, JobAction
from widgets.text import listed, sentence, translate


def submit_vivid(context: Context, spec: ExportSpec, snapshot: Snapshot) -> Job:
    """Pin it to the board: of the film as it is in `snapshot`, whatever is edited meanwhile."""
    board, engine = context.bridge.jobs, context.bridge.session.engine
    delivery = VividDelivery(spec.target, spec.ranges, spec.sound)

    def run(reporter: Reporter, token: Token) -> VividDelivered:
        return run_apart(engine, snapshot, partial(deliver_vivid_apart, delivery), reporter, token)

    def done(result: VividDelivered) -> None:
        show = JobAction(lambda: translate("Export", "Show"), "folder-open", lambda: show_folder(spec.target))
        board.annotate(job, partial(vivid_words, result), [show], good=result.proved)

    def title() -> str:
        return translate("Export", "Export: {name}").format(name=spec.target.name)

    job = board.submit(title, "export", run, done)
    return job


def vivid_words(result: VividDelivered) -> str:
    """How many frames were written, and what reading them back has shown."""
    said = [translate("Export", "%n frame(s) written.", n=result.frames)]
    if result.clipped:
        clipped = translate(
            "Export", "{count} sample(s) lay outside what the format holds: held at its ends.", n=result.clipped
        )
        said.append(clipped.format(count=f"{result.clipped:,}"))
    failed = [check for check in result.checks if not check.holds]
    if failed:
        text = translate("Export", "NOT verified: {checks}")
        said.append(text.format(checks=listed(sentence(check.text) for check in failed)))
    else:
        said.append(translate("Export", "Verified by reading it back: %n check(s) hold.", n=len(result.checks)))
    return " ".join(said)
