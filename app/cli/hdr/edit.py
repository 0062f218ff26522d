"""`reelmend hdr edit`: hand controls and fields of HDR Vivid metadata, over frames of a metadata file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console

if TYPE_CHECKING:
    from app.hdr.vivid.checks import FrameFinding
    from app.hdr.vivid.controls import Controls
    from app.hdr.vivid.editing import Frames, Setting

HELP = "Edit HDR Vivid metadata by control or by field, copy a grade, check it; reads and writes JSON and UWA text."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="metadata: Reelmend's JSON or UWA text lines")
    parser.add_argument("output", type=Path, help="a name in .json or .txt; the input's own name edits it in place")
    parser.add_argument("--frames", metavar="A-B,C", help="only these frames, the first being 0; all unless given")
    parser.add_argument("--set", dest="which", choices=("all", "hdr", "sdr"), default="all", help="which sets")
    parser.add_argument(
        "--control", action="append", default=[], metavar="NAME=VALUE", help="a hand control, as in dark_light=0.3"
    )
    parser.add_argument(
        "--field", action="append", default=[], metavar="NAME=CODE", help="a raw code; += and -= move it by codes"
    )
    parser.add_argument("--copy-from", type=int, metavar="FRAME", help="give the frames this frame's grade")
    parser.add_argument("--link", action="store_true", help="and every frame that carries the same grade")
    parser.add_argument("--ripple", action="store_true", help="and every frame after the first of them")
    parser.add_argument("--automatic", action="store_true", help="make the sets anew from the statistics, first")
    parser.add_argument("--target", type=float, default=500.0, metavar="NITS", help="of --automatic's HDR set")
    parser.add_argument("--no-sdr", action="store_true", help="--automatic makes no SDR set")
    parser.add_argument(
        "--mastering", type=float, default=1000.0, metavar="NITS", help="the mastering display's peak"
    )
    parser.add_argument("--count", type=int, metavar="FRAMES", help="refuse metadata of another number of frames")
    parser.add_argument("--overwrite", action="store_true", help="replace an output that exists")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Read, edit, check, write; nothing is written where anything is wrong."""
    from app.errors import UsageError
    from app.hdr.vivid.checks import check_sequence
    from app.hdr.vivid.editing import Setting
    from app.hdr.vivid.files import check_count, check_suffix, read_metadata, write_metadata

    check_suffix(options.output)
    in_place = options.output.absolute() == options.input.absolute()
    if options.output.exists() and not in_place and not options.overwrite:
        raise UsageError(f"{options.output} exists already; choose another name, or --overwrite")
    controls = _controls(options.control)
    settings = [Setting.parse(text) for text in options.field]
    before = read_metadata(options.input)
    if options.count is not None:
        check_count(before, options.count, "the call's --count")
    after, limited = _edited(before, options, controls, settings)
    findings = check_sequence(after, options.mastering)
    write_metadata(options.output, after)
    changed = sum(one != other for one, other in zip(before, after, strict=True))
    facts = {
        "output": str(options.output),
        "frames": len(after),
        "changed": changed,
        "limited": list(limited),
        "findings": [_plain(finding) for finding in findings],
    }
    console.result(facts, _text(facts, findings))
    return None


def _edited(
    before: Frames, options: argparse.Namespace, controls: Controls, settings: list[Setting]
) -> tuple[Frames, tuple[str, ...]]:
    from app.hdr.vivid.controls import Controls as Neutral
    from app.hdr.vivid.editing import copied, edited
    from app.hdr.vivid.fields import VividMetadata
    from app.hdr.vivid.generation import Plan, generated
    from app.hdr.vivid.grading import graded

    chosen = _chosen(before, options)
    after = before
    if options.automatic:
        after = edited(
            after,
            chosen,
            lambda m: generated(
                m.statistics,
                Plan(options.mastering, options.target, sdr=not options.no_sdr, saturation=m.saturation),
            ),
        )
    if options.copy_from is not None:
        after = copied(after, options.copy_from, chosen)
    limited: dict[str, None] = {}

    def change(metadata: VividMetadata) -> VividMetadata:
        if controls != Neutral():
            result = graded(metadata, controls, options.mastering, options.which)
            limited.update(dict.fromkeys(result.limited))
            metadata = result.metadata
        for setting in settings:
            metadata = setting.apply(metadata, options.which)
        return metadata

    return edited(after, chosen, change), tuple(limited)


def _chosen(frames: Frames, options: argparse.Namespace) -> tuple[int, ...]:
    from app.hdr.vivid.editing import frames_in, linked, rippled

    count = len(frames)
    chosen = tuple(range(count)) if options.frames is None else frames_in(options.frames, count)
    if options.link:
        chosen = linked(frames, chosen)
    return rippled(frames, chosen) if options.ripple else chosen


def _controls(texts: list[str]) -> Controls:
    from app.errors import UsageError
    from app.hdr.vivid.controls import Controls
    from operators.contract.params import ParameterError

    values: dict[str, Any] = {}
    for text in texts:
        name, sign, number = text.partition("=")
        try:
            values[name] = float(number)
        except ValueError:
            sign = ""
        if not sign:
            raise UsageError(f"'{text}' is no control; write NAME=VALUE, as in dark_light=0.3")
    try:
        return Controls.from_mapping(values)
    except ParameterError as error:
        raise UsageError(str(error)) from error


def _plain(found: FrameFinding) -> dict[str, Any]:
    finding = found.finding
    return {
        "frames": [found.start, found.end],
        "code": finding.code,
        "place": finding.place,
        "sentence": finding.sentence,
        "severity": finding.severity,
    }


def _text(facts: dict[str, Any], findings: tuple[FrameFinding, ...]) -> str:
    lines = [f"{facts['output']}: {facts['changed']} of {facts['frames']} frames changed"]
    lines += [f"  {name} went as far as the codes reach" for name in facts["limited"]]
    lines += [
        f"  frames {found.start} to {found.end - 1}, {found.finding.place}: {found.finding.sentence}"
        for found in findings
    ]
    return "\n".join(lines)
