"""What a job says of itself, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from app.jobs.unfinished import UnfinishedPass
from widgets.jobs.job import Job, JobState
from widgets.text import filled, listed, operator_text, sentence, translate

ICONS = {
    JobState.WAITING: "clock",
    JobState.RUNNING: "play",
    JobState.PAUSED: "pause",
    JobState.DONE: "circle-check",
    JobState.FAILED: "octagon-alert",
    JobState.CANCELLED: "ban",
}


def state_word(state: JobState) -> str:
    """Waiting, running..."""
    return {
        JobState.WAITING: translate("Jobs", "Waiting"),
        JobState.RUNNING: translate("Jobs", "Running"),
        JobState.PAUSED: translate("Jobs", "Paused"),
        JobState.DONE: translate("Jobs", "Done"),
        JobState.FAILED: translate("Jobs", "Failed"),
        JobState.CANCELLED: translate("Jobs", "Cancelled"),
    }[state]


def duration(seconds: float) -> str:
    """`3 s`, `4 min 10 s`, `2 h 05 min`."""
    whole = round(seconds)
    if whole < 60:
        return translate("Jobs", "{seconds} s").format(seconds=whole)
    if whole < 3600:
        return translate("Jobs", "{minutes} min {seconds:02d} s").format(minutes=whole // 60, seconds=whole % 60)
    return translate("Jobs", "{hours} h {minutes:02d} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)


def reading(job: Job) -> str:
    """One line: what it is doing, frames, speed, time left; or how it ended."""
    if job.state is JobState.FAILED:
        return sentence(job.error)
    if job.state is JobState.CANCELLED:
        return translate("Jobs", "Cancelled. What was finished is kept.")
    if job.state is JobState.DONE:
        return job.note or _done(job)
    if job.stopping:
        return translate("Jobs", "Stopping...")
    parts = [] if job.state is JobState.RUNNING else [state_word(job.state)]
    parts += [round_word(job)] if job.report is not None and job.report.rounds > 1 else []
    if job.kind == "adapt":
        parts.append(f"{round(100 * job.fraction)} %")
    elif job.frames_total:
        counted = _counted(job.report.unit if job.report is not None else "", job.frames_total)
        parts.append(counted.format(done=f"{job.frames_done:,}", total=f"{job.frames_total:,}"))
    if job.state is JobState.RUNNING:
        parts += _speed(job)
    return " · ".join(parts) or translate("Jobs", "Starting")


def round_word(job: Job) -> str:
    """Which round of how many, and what is done in it where that is known."""
    if job.report is None:
        return ""
    doing = ""
    if job.kind == "pass":
        doing = translate("Jobs", "looking") if job.report.round == 1 else translate("Jobs", "mending")
    said = translate("Jobs", "Round {round} of {rounds}").format(round=job.report.round, rounds=job.report.rounds)
    return translate("Jobs", "{round}: {doing}").format(round=said, doing=doing) if doing else said


def _counted(unit: str, total: int) -> str:
    """How much of how much, by what is counted (`Report.unit`)."""
    return {
        "repairs": translate("Jobs", "{done} of {total} repair(s)", n=total),
        "artefacts": translate("Jobs", "{done} of {total} artefact(s)", n=total),
        "detections": translate("Jobs", "{done} of {total} list(s) of detections", n=total),
    }.get(unit, translate("Jobs", "{done} of {total} frame(s)", n=total))


def _speed(job: Job) -> list[str]:
    parts = []
    if job.frames_per_second > 0 and job.report is not None and job.report.unit == "frames":
        parts.append(translate("Jobs", "{rate} frames/s").format(rate=f"{job.frames_per_second:.1f}"))
    if job.seconds_left is not None:
        left = duration(job.seconds_left)
        several = job.report is not None and job.report.round < job.report.rounds
        said = translate("Jobs", "{time} left in this round") if several else translate("Jobs", "{time} left")
        parts.append(said.format(time=left))
    return [_together(part) for part in parts]


def _together(words: str) -> str:
    """Words that no line breaks within: a figure stays with its unit, and a unit whole."""
    return words.replace(" ", "\N{NO-BREAK SPACE}").replace("/", "\N{WORD JOINER}/\N{WORD JOINER}")


def counts_words(counts: Iterable[tuple[str, int]]) -> str:
    """How many of each class: `dirt 120, scratch 3`."""
    return listed(filled("{what} {count}", what=operator_text(what), count=f"{count:,}") for what, count in counts)


def found_so_far(job: Job) -> str:
    """What a pass has found by now; '' while that is not known."""
    if job.kind != "pass" or job.report is None or job.report.round < job.report.rounds:
        return ""
    if not job.report.found:
        return translate("Jobs", "Nothing found so far")
    return filled(translate("Jobs", "Found so far: {parts}"), parts=counts_words(job.report.found))


def _done(job: Job) -> str:
    if not job.frames_total:
        return translate("Jobs", "Done.")
    return translate("Jobs", "%n frame(s) done.", n=job.frames_total)


def offer(item: UnfinishedPass) -> str:
    """One sentence about a pass that was not finished."""
    where = translate("Jobs", "%n shot(s)", n=len(item.shots))
    if item.fresh:
        text = translate(
            "Jobs", "The pass {recipe} over {shots} was not finished. The film has changed since: it begins anew."
        )
    else:
        text = translate(
            "Jobs",
            "The pass {recipe} over {shots} was not finished: {done} of {total} frame(s) done.",
            n=item.frames,
        )
    return text.format(
        recipe=operator_text(item.recipe.name), shots=where, done=f"{item.frames_done:,}", total=f"{item.frames:,}"
    )
