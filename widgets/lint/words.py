"""What the linter's findings are called, and the signs they are told by."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.document.linted import Answer
from app.document.query import Repair
from app.jobs.lint import LintReport, limits_of
from widgets.masks.words import class_name
from widgets.text import filled, translate
from widgets.theme import icon
from widgets.theme.palette import BAD, WARN

ISSUE = 2


def check_name(kind: str) -> str:
    """A check as people say it."""
    return {
        "outline": translate("Lint", "Outline"),
        "dead grain": translate("Lint", "Dead grain"),
        "frozen grain": translate("Lint", "Frozen grain"),
        "ghost": translate("Lint", "Ghost"),
        "flicker": translate("Lint", "Flicker"),
    }[kind]


def check_meaning(kind: str) -> str:
    """What a check saw."""
    return {
        "outline": translate("Lint", "There is a step along the border of the patch."),
        "dead grain": translate("Lint", "The patch has less grain than the film round it."),
        "frozen grain": translate("Lint", "The patch shows the grain of a neighbouring frame."),
        "ghost": translate("Lint", "The patch shows structure that the frames beside it do not have there."),
        "flicker": translate("Lint", "The patch jumps in level against the frames beside it."),
    }[kind]


def severity_name(severity: int) -> str:
    """As a quality control report has it."""
    return translate("Lint", "Issue") if severity >= ISSUE else translate("Lint", "FYI")


def counted(severity: int, count: int) -> str:
    """How many there are."""
    if severity >= ISSUE:
        return translate("Lint", "%n Issue(s)", n=count)
    return translate("Lint", "%n FYI(s)", n=count)


def severity_icon(severity: int) -> QIcon:
    """A shape of its own for each, besides its colour."""
    return icon("octagon-alert", BAD) if severity >= ISSUE else icon("info", WARN)


def number(answer: Answer) -> str:
    """The value in its unit: `3.2 %`, `8.1 dB`, `0.42`."""
    return _valued(answer.kind, answer.value)


def limit(answer: Answer) -> str:
    """From which value on it is what it is."""
    fyi, issue, _ = limits_of(answer.kind)
    return _valued(answer.kind, issue if answer.severity >= ISSUE else fyi)


def described(repair: Repair, answer: Answer) -> str:
    """A finding in a few lines, for a tooltip."""
    fyi, issue, _ = limits_of(answer.kind)
    lines = [
        check_meaning(answer.kind),
        filled(
            translate("Lint", "{value}; FYI from {fyi}, Issue from {issue}"),
            value=number(answer),
            fyi=_valued(answer.kind, fyi),
            issue=_valued(answer.kind, issue),
        ),
        filled(
            translate("Lint", "{kind} at {x}, {y}; {area} pixel(s) under the mask", n=repair.area),
            kind=class_name(repair.defect),
            x=round(answer.x),
            y=round(answer.y),
            area=repair.area,
        ),
    ]
    if answer.about:
        lines.append(
            filled(translate("Lint", "The grain is that of frame {frame}"), frame=repair.frame + answer.about)
        )
    return "\n".join(lines)


def found_words(report: LintReport) -> str:
    """What a search came to."""
    findings = report.findings
    issues = sum(answer.severity >= ISSUE for _, answer in findings)
    said = [
        translate("Lint", "%n repair(s) looked over.", n=len(report.linted)),
        filled(
            translate("Lint", "{issues} and {fyis}."),
            issues=counted(ISSUE, issues),
            fyis=counted(ISSUE - 1, len(findings) - issues),
        ),
    ]
    if report.unread:
        said.append(translate("Lint", "%n frame(s) cannot be read.", n=len(report.unread)))
    return " ".join(said)


def _valued(kind: str, value: float) -> str:
    unit = limits_of(kind)[2]
    return f"{value:.2f}" if unit == "correlation" else f"{value:.1f} {unit}"
