"""HDR movies and masters as jobs, each verified by reading it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.document.snapshot import Snapshot
from app.engine.worker import Token
from app.jobs.apart import run_apart
from app.jobs.deliver_hdr import deliver_hdr_apart
from app.jobs.deliver_master import deliver_master_apart
from app.jobs.deliver_vivid import VividDelivery, deliver_vivid_apart
from app.jobs.export import ExportSpec
from app.jobs.export_hdr import Delivered
from app.jobs.progress import Reporter
from app.jobs.vivid_check import Hdr, hdr_delivery
from widgets.context import Context
from widgets.export.jobs import show_folder
from widgets.jobs import Job, JobAction
from widgets.text import listed, sentence, translate


def work_of(spec: ExportSpec, hdr: Hdr) -> Callable[..., Delivered]:
    """What makes it, as `app.jobs.apart` calls it."""
    if hdr == "vivid":
        return partial(deliver_vivid_apart, VividDelivery(spec.target, spec.ranges, spec.sound))
    if hdr == "master":
        return partial(deliver_master_apart, spec)
    return partial(deliver_hdr_apart, hdr_delivery(spec, hdr))


def submit_hdr(context: Context, spec: ExportSpec, snapshot: Snapshot, hdr: Hdr) -> Job:
    """Pin it to the board: of the film as it is in `snapshot`, whatever is edited meanwhile."""
    board, engine = context.bridge.jobs, context.bridge.session.engine
    work = work_of(spec, hdr)

    def run(reporter: Reporter, token: Token) -> Delivered:
        return run_apart(engine, snapshot, work, reporter, token)

    def done(result: Delivered) -> None:
        show = JobAction(lambda: translate("Export", "Show"), "folder-open", lambda: show_folder(spec.target))
        board.annotate(job, partial(delivered_words, result), [show], good=result.proved)

    def title() -> str:
        return translate("Export", "Export: {name}").format(name=spec.target.name)

    job = board.submit(title, "export", run, done)
    return job


def delivered_words(result: Delivered) -> str:
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
