"""`reelmend set`: thresholds, parameters, and what is said of reels."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console

if TYPE_CHECKING:
    from app.document.commands import Command
    from app.session import Session

HELP = "Set a threshold, an operator's parameter, a reel's encoding or bad-frame policy, or where a reel has gone."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument(
        "settings",
        nargs="*",
        metavar="OPERATOR.PARAMETER=VALUE",
        help="as in dirt.threshold=0.6, denoise.strength=0.4, cdl.saturation=0.9",
    )
    parser.add_argument("--shots", help="only these, as in 3-7,9")
    parser.add_argument("--encoding", metavar="[REEL=]NAME", help="the colour encoding of a reel")
    parser.add_argument("--bad-frames", metavar="[REEL=]POLICY", help="hold, black or stop")
    parser.add_argument("--relink", metavar="REEL=PATH", help="a reel has moved or was replaced")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Make one edit a setting."""
    from app.errors import UsageError
    from app.session import Session

    if options.relink:
        _relink(options, console)
        return None
    with Session.open(options.project) as session:
        done = []
        commands = [command for text in options.settings for command in _commands(session, text, options.shots)]
        commands += _reel_commands(session, options)
        if not commands:
            raise UsageError("nothing to set; write OPERATOR.PARAMETER=VALUE, --encoding, --bad-frames or --relink")
        for command in commands:
            change = session.project.dispatch(command)
            change.wait()
            done.append(change.summary)
        console.result({"edits": done}, "\n".join(done))
    return None


def _commands(session: Session, setting: str, shots: str | None) -> list[Command]:
    """The commands that carry one setting out: a threshold of the newest pass, or a parameter of a stack."""
    from app.document.commands.passes import SetThreshold
    from app.document.commands.stacks import SetParameter
    from app.engine.recipe import FULL_FRAME, Recipe, RecipeStep
    from app.errors import UsageError
    from operators.contract import Analysis
    from operators.contract.registry import UnknownOperatorError, operator

    name = setting.partition(".")[0]
    try:
        chosen = operator(name)
    except UnknownOperatorError as error:
        raise UsageError(str(error)) from None
    step = RecipeStep(name)
    trial = Recipe("the project", "", detect=(step,)) if isinstance(chosen, Analysis) else Recipe("", "", fill=step)
    changed = trial.with_settings([setting])
    if isinstance(chosen, Analysis):
        if ".threshold" not in setting:
            raise UsageError(
                f"{name} finds defects: its parameters take effect when a pass is run again (--set of run)"
            )
        newest = [item for item in session.snapshot.passes.values() if item.active and item.step_for(chosen.defect)]
        if not newest:
            raise UsageError(f"no pass has looked for {chosen.defect} yet: run one first")
        ids = None if shots is None else tuple(shot.id for shot in session.shots_numbered(shots))
        return [SetThreshold(newest[-1].id, ids, chosen.defect, changed.detect[0].threshold)]
    assert changed.fill is not None
    ((parameter, value),) = changed.fill.params.items()
    commands: list[Command] = []
    for shot in session.shots_numbered(shots):
        for stage in FULL_FRAME:
            for index, entry in enumerate(session.snapshot.stack(shot.id, stage.value)):
                if entry.operator == name:
                    commands.append(SetParameter((shot.id,), stage.value, index, parameter, value))
    return _together(commands) or [_added(session, shots, name, chosen, {parameter: value})]


def _together(commands: list[Any]) -> list[Command]:
    """The same parameter at the same place of several shots becomes one row."""
    from dataclasses import replace

    grouped: dict[tuple[Any, ...], Any] = {}
    for command in commands:
        key = (command.stage, command.index, command.name)
        held = grouped.get(key)
        grouped[key] = command if held is None else replace(held, shots=held.shots + command.shots)
    return list(grouped.values())


def _added(session: Session, shots: str | None, name: str, chosen: Any, params: dict[str, Any]) -> Command:
    """Put the operator at the end of its stage's stack, where no shot has it yet."""
    from app.document.commands.stacks import SetStack
    from app.document.model import StackEntry
    from app.errors import UsageError

    if chosen.stage == "repair":
        raise UsageError(f"{name} works when a pass is run: give its parameters to `reelmend run --set`")
    ids = tuple(shot.id for shot in session.shots_numbered(shots))
    stacks = {session.snapshot.stack(id, chosen.stage) for id in ids}
    if len(stacks) > 1:
        raise UsageError(
            f"the shots have different {chosen.stage} stages; add {name} to them one by one with --shots"
        )
    entry = StackEntry(name, chosen.version, chosen.Params.from_mapping(params).to_mapping())
    return SetStack(ids, chosen.stage, (*stacks.pop(), entry))


def _reel_commands(session: Session, options: argparse.Namespace) -> list[Command]:
    from app.document.commands.reels import SetReelEncoding, SetReelPolicy
    from app.media.encoding import ENCODINGS

    commands: list[Command] = []
    if options.encoding:
        reel, value = _reel_and_value(session, options.encoding)
        _must_be(value, tuple(ENCODINGS), "encoding")
        commands.append(SetReelEncoding(reel, value))
    if options.bad_frames:
        reel, value = _reel_and_value(session, options.bad_frames)
        _must_be(value, ("hold", "black", "stop"), "policy")
        commands.append(SetReelPolicy(reel, value))  # type: ignore[arg-type]
    return commands


def _must_be(value: str, known: tuple[str, ...], what: str) -> None:
    from app.errors import UsageError

    if value not in known:
        raise UsageError(f"'{value}' is no {what}; there are: {', '.join(known)}")


def _reel_and_value(session: Session, text: str) -> tuple[str, str]:
    """`REEL=VALUE`, or `VALUE` where the project has one reel; a reel is named by its path in the project."""
    from app.errors import UsageError

    reel, sign, value = text.rpartition("=")
    reels = session.snapshot.reels
    if not sign and len(reels) == 1:
        return next(iter(reels)), value
    for id, ref in reels.items():
        if ref.path == reel:
            return id, value
    raise UsageError(f"name one of the project's reels: {', '.join(ref.path for ref in reels.values())}")


def _relink(options: argparse.Namespace, console: Console) -> None:
    """Done on the bare project, since its media cannot be opened."""
    from app.document.commands.reels import RelinkReel
    from app.document.project import Project
    from app.errors import UsageError
    from app.media.opening import open_reel
    from app.session import author_name, stored_path

    old, sign, new = options.relink.partition("=")
    with Project.open(options.project, author_name()) as project:
        found = [ref for ref in project.snapshot.reels.values() if ref.path == old]
        if not sign or not found:
            names = ", ".join(ref.path for ref in project.snapshot.reels.values())
            raise UsageError(f"write --relink REEL=PATH; the project's reels are: {names}")
        reel = open_reel(Path(new).absolute())
        if reel.frame_count != found[0].frame_count:
            raise UsageError(
                f"{new} has {reel.frame_count} frames, the project's reel has {found[0].frame_count}: "
                "it is not the same film"
            )
        stored = stored_path(reel, options.project.absolute().parent)
        change = project.dispatch(RelinkReel(found[0].id, stored, reel.fingerprint))
        change.wait()
        console.result({"edits": [change.summary]}, change.summary)
