"""Rows of the ledger as sentences in the user's language, made from what each row recorded.

One function a kind, in `_SAYERS`. Where there is none, or the recorded values do not suffice (a shot is gone, a
kind is newer than this Reelmend), the stored English sentence is said as well as `sentence` can.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.document.entries import Entry
from app.document.ledger import REDO, UNDO
from app.document.lineage import MERGE
from app.document.snapshot import Snapshot
from app.errors import UsageError
from widgets.history.parameters import (
    operator_names,
    parameter_names,
    parameter_value,
    setting,
    vivid_names,
)
from widgets.history.phrases import runs_of, shots_in_words
from widgets.text import filled, listed, operator_text, sentence, translate

Sayer = Callable[[Mapping[str, Any], Snapshot], str]


def said(entry: Entry, snapshot: Snapshot) -> str:
    """One sentence without a full stop; `snapshot` is the present, for the numbers of shots and names of reels."""
    if entry.kind in (UNDO, REDO):
        what = (
            said(entry.about, snapshot) if entry.about else sentence(entry.summary).partition(": ")[2].rstrip(".。")
        )
        undone = (
            translate("History", "Undid: {what}") if entry.kind == UNDO else translate("History", "Redid: {what}")
        )
        return filled(undone, what=what)
    try:
        return _placed(_SAYERS[entry.kind](entry.command, snapshot), entry)
    except (KeyError, TypeError, ValueError, UsageError):
        return sentence(entry.summary).rstrip(".。")


def _placed(what: str, entry: Entry) -> str:
    """Work by hand, or a verdict, with the frames that it was done on."""
    if not entry.frames:
        return what
    frames = runs_of({index for _, index in entry.frames})
    one, several = translate("History", "{what}, frame {frames}"), translate("History", "{what}, frames {frames}")
    return filled(one if len(entry.frames) == 1 else several, what=what, frames=frames)


def kind_names() -> dict[str, str]:
    """Every kind of row and what the user's language calls it."""
    return {
        "AddReel": translate("History", "Reel added"),
        "SetReelEncoding": translate("History", "Encoding of a reel"),
        "SetReelPolicy": translate("History", "Bad frames of a reel"),
        "RelinkReel": translate("History", "Reel relinked"),
        "SetProgramme": translate("History", "Programme"),
        "SetCuts": translate("History", "Shots found"),
        "SplitShot": translate("History", "Shot split"),
        "MergeShots": translate("History", "Shots merged"),
        "MoveCut": translate("History", "Cut moved"),
        "RecordPass": translate("History", "Pass"),
        "SetPassActive": translate("History", "Pass switched on or off"),
        "SetThreshold": translate("History", "Threshold"),
        "SetVerdicts": translate("History", "Accepted or rejected"),
        "AddRepairs": translate("History", "Repairs by hand"),
        "ReviseRepairs": translate("History", "Masks changed by hand"),
        "SetStack": translate("History", "Operators of a stage"),
        "SetStacks": translate("History", "Operators of a stage"),
        "SetParameter": translate("History", "Parameter"),
        "NameVersion": translate("History", "Version named"),
        "ApproveVersion": translate("History", "Version approved"),
        "SignProof": translate("History", "Proof signed"),
        MERGE: translate("History", "Copies merged"),
        "SettleConflicts": translate("History", "Conflicts settled"),
        "AddModel": translate("History", "Detector adapted"),
        "RetireModel": translate("History", "Adapted detector thrown away"),
        "Protect": translate("History", "Protected from passes"),
        "LiftProtection": translate("History", "Protection lifted"),
        "RecordLight": translate("History", "Light measured"),
        "SetVivid": translate("History", "HDR Vivid"),
        "LinkVivid": translate("History", "HDR Vivid linked"),
        "UnlinkVivid": translate("History", "HDR Vivid unlinked"),
        UNDO: translate("History", "Undo"),
        REDO: translate("History", "Redo"),
    }


def kind_groups() -> tuple[tuple[str, frozenset[str]], ...]:
    """What the filter offers: a name, and the kinds it lets through."""
    return (
        (translate("History", "Everything"), frozenset()),
        (translate("History", "Passes"), frozenset({"RecordPass", "SetPassActive"})),
        (translate("History", "Thresholds"), frozenset({"SetThreshold"})),
        (translate("History", "Accepted, rejected"), frozenset({"SetVerdicts"})),
        (translate("History", "Hand work"), frozenset({"AddRepairs", "ReviseRepairs"})),
        (translate("History", "Parameters"), frozenset({"SetStack", "SetStacks", "SetParameter"})),
        (translate("History", "Shots and cuts"), frozenset({"SetCuts", "SplitShot", "MergeShots", "MoveCut"})),
        (
            translate("History", "Reels, programme"),
            frozenset({"AddReel", "SetReelEncoding", "SetReelPolicy", "RelinkReel", "SetProgramme"}),
        ),
        (translate("History", "Versions"), frozenset({"NameVersion", "ApproveVersion", "SignProof"})),
        (translate("History", "Adapted detectors"), frozenset({"AddModel", "RetireModel"})),
        (translate("History", "Protection"), frozenset({"Protect", "LiftProtection"})),
        (translate("History", "Merges"), frozenset({MERGE, "SettleConflicts"})),
        (translate("History", "HDR"), frozenset({"RecordLight", "SetVivid", "LinkVivid", "UnlinkVivid"})),
        (translate("History", "Undo, redo"), frozenset({UNDO, REDO})),
    )


def _path(reel: str, snapshot: Snapshot) -> str:
    return snapshot.reel(reel).path


def _count(frames: int) -> str:
    return translate("History", "%n frame(s)", n=frames)


def _add_reel(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    reel = values["reel"]
    text = translate("History", "Added reel {path}, {frames}")
    return filled(text, path=reel["path"], frames=_count(reel["frame_count"]))


def _encoding(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Set the encoding of {path} to {encoding}")
    return filled(text, path=_path(values["reel"], snapshot), encoding=values["encoding"])


def _policy(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    policy = {
        "hold": translate("History", "Bad frames of {path} show the last good one"),
        "black": translate("History", "Bad frames of {path} are black"),
        "stop": translate("History", "Bad frames of {path} stop the work"),
    }[values["policy"]]
    return filled(policy, path=_path(values["reel"], snapshot))


def _relink(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    return filled(translate("History", "Relinked a reel to {path}"), path=values["path"])


def _programme(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    return translate("History", "Set the programme to %n piece(s)", n=len(values["programme"]["items"]))


def _cuts(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    cuts = translate("History", "%n cut(s)", n=len(set(values["cuts"]) - {0}))
    dissolves = translate("History", "%n transition(s)", n=len(values["transitions"]))
    text = translate("History", "Set {cuts} and {transitions} in {path}")
    return filled(text, cuts=cuts, transitions=dissolves, path=_path(values["reel"], snapshot))


def _split(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Split {shot} at frame {frame}")
    return filled(text, shot=shots_in_words([values["shot"]], snapshot), frame=values["frame"])


def _move(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Moved the cut before {shot} to frame {frame}")
    return filled(text, shot=shots_in_words([values["shot"]], snapshot), frame=values["frame"])


def _pass(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Ran {recipe} over {shots}")
    item = values["pass_"]
    return filled(text, recipe=operator_text(item["recipe"]), shots=shots_in_words(item["shots"], snapshot))


def _pass_active(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    on, off = (
        translate("History", "Switched the pass {recipe} on"),
        translate("History", "Switched the pass {recipe} off"),
    )
    recipe = operator_text(snapshot.pass_(values["pass_id"]).recipe)
    return filled(on if values["active"] else off, recipe=recipe)


def _threshold(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Set the {defect} threshold to {value} in {shots}")
    return filled(
        text,
        defect=operator_text(values["defect"]),
        value=f"{round(values['value'] * 100)} %",
        shots=shots_in_words(values["shots"], snapshot),
    )


def _verdicts(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    repairs = translate("History", "%n repair(s)", n=values["ids"])
    tracks = translate("History", "%n track(s)", n=values["tracks"])
    both = filled(translate("History", "{repairs} and {tracks}"), repairs=repairs, tracks=tracks)
    what = repairs if not values["tracks"] else both if values["ids"] else tracks
    text = {
        "accept": translate("History", "Accepted {what}"),
        "reject": translate("History", "Rejected {what}"),
        "clear": translate("History", "Took back the verdict on {what}"),
    }[values["verdict"]]
    text = filled(text, what=what)
    if not values["where"]:
        return text
    return filled(translate("History", "{what} where {expression}"), what=text, expression=values["where"])


def _by_hand(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    how, count = values.get("how"), values["count"]
    if how is None:
        return translate("History", "Added %n repair(s) by hand", n=count)
    said = {
        "donor": translate("History", "Mended %n repair(s) from frame {donors}", n=count),
        "heal": translate("History", "Healed %n repair(s) from the surroundings", n=count),
        "clone": translate("History", "Cloned over %n repair(s) from {x}, {y} in frame {donors}", n=count),
        "patch": translate("History", "Patched %n repair(s) from {x}, {y}", n=count),
        "original": translate("History", "Brought the scan back in %n place(s)", n=count),
        "line": translate("History", "Mended %n line(s) by hand", n=count),
        "interpolate": translate(
            "History", "Replaced %n frame(s) by interpolation; motion failed on {doubt} % of it", n=count
        ),
        "splice": translate("History", "Steadied the splice on %n frame(s)", n=count),
        "track": translate("History", "Mended a tracked mask on %n frame(s)", n=count),
    }[how["tool"]]
    x, y = how["shift"]
    donors = listed(f"{donor:+d}" for donor in how["donors"])
    return filled(said, donors=donors, x=f"{x:+d}", y=f"{y:+d}", doubt=how["doubt"])


def _revise(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    before, after = len(values["retire"]) + values["reject"], values["add"]
    if not after or before == after:
        return translate("History", "Changed the mask of %n repair(s) by hand", n=before)
    text = translate("History", "Put {new} by hand in the place of {old}")
    return filled(text, new=translate("History", "%n repair(s)", n=after), old=before)


def _stack(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    named = operator_names(", ".join(item["operator"] for item in values["entries"]))
    what = named or translate("History", "nothing")
    text = translate("History", "Set the {stage} stage of {shots} to {what}")
    return filled(
        text, stage=operator_text(values["stage"]), shots=shots_in_words(values["shots"], snapshot), what=what
    )


def _stacks(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    texts = {
        "add": translate("History", "Added {what} in {shots}"),
        "remove": translate("History", "Removed {what} in {shots}"),
        "move": translate("History", "Moved {what} in {shots}"),
        "on": translate("History", "Switched {what} on in {shots}"),
        "off": translate("History", "Switched {what} off in {shots}"),
        "reset": translate("History", "Reset {what} in {shots}"),
        "set": translate("History", "Set {what} in {shots}"),
        "paste": translate("History", "Pasted {what} in {shots}"),
        "recipe": translate("History", "Took the operators of recipe {what} over in {shots}"),
    }
    text = texts.get(values["act"], translate("History", "Set the operators of {shots}"))
    shots = tuple(dict.fromkeys(item["shot"] for item in values["stacks"]))
    what = setting(values["what"]) if values["act"] == "set" else operator_names(values["what"])
    return filled(text, what=what, shots=shots_in_words(shots, snapshot))


def _parameter(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    stack = snapshot.stack(values["shots"][0], values["stage"])
    operator = stack[values["index"]].operator if values["index"] < len(stack) else ""
    name, value = (
        parameter_names(operator, [values["name"]]),
        parameter_value(operator, values["name"], values["value"]),
    )
    shots = shots_in_words(values["shots"], snapshot)
    if not operator:
        return filled(translate("History", "Set {name} to {value} in {shots}"), name=name, value=value, shots=shots)
    text = translate("History", "Set {operator}: {name} to {value} in {shots}")
    return filled(text, operator=operator_names(operator), name=name, value=value, shots=shots)


def _name(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    return filled(translate("History", "Named this version '{name}'"), name=values["name"])


def _approve(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "{who} approved the version '{name}'")
    return filled(text, who=values["by"], name=snapshot.versions[values["version"]].name)


def _sign(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    if not values["version"]:
        return filled(translate("History", "{who} signed the proof of an export"), who=values["by"])
    text = translate("History", "{who} signed the proof of the version '{name}'")
    return filled(text, who=values["by"], name=values["version"])


def _adapted(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    frames = translate("History", "%n corrected frame(s)", n=values["frames"])
    text = translate("History", "Adapted the {task} detector to {frames} of this film")
    return filled(text, task=operator_text(values["task"]), frames=frames)


def _threw_away(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Threw the adapted {task} detector away")
    return filled(text, task=operator_text(values["task"]))


def _protect(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    """Shots where what was protected are shots of now, else how many places."""
    now = {(shot.reel, shot.start, shot.end): shot.id for shot in snapshot.shots}
    shots = [now.get((i["reel"], i["start"], i["end"])) for i in values["items"] if i["box"] is None]
    known = [id for id in shots if id is not None]
    if len(known) == len(values["items"]):
        return filled(translate("History", "Protected {shots} from passes"), shots=shots_in_words(known, snapshot))
    return translate("History", "Protected %n range(s) from passes", n=len(values["items"]))


def _lift(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    return translate("History", "Lifted the protection of %n range(s)", n=len(values["ids"]))


def _light(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Measured the light of {shots}")
    return filled(text, shots=shots_in_words([item["shot"] for item in values["items"]], snapshot))


def _vivid(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    texts = {
        "set": translate("History", "Set HDR Vivid {what} in {shots}"),
        "reset": translate("History", "Reset HDR Vivid in {shots}"),
        "paste": translate("History", "Pasted HDR Vivid in {shots}"),
        "ripple": translate("History", "Took HDR Vivid over in {shots}"),
        "automatic": translate("History", "Set HDR Vivid to automatic in {shots}"),
        "hand": translate("History", "Set HDR Vivid to the hand controls in {shots}"),
    }
    text = texts.get(values["act"], translate("History", "Set HDR Vivid in {shots}"))
    shots = tuple(dict.fromkeys(item["shot"] for item in values["grades"]))
    return filled(text, what=vivid_names(values["what"]), shots=shots_in_words(shots, snapshot))


def _link(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Linked HDR Vivid of {shots}")
    return filled(text, shots=shots_in_words(values["shots"], snapshot))


def _unlink(values: Mapping[str, Any], snapshot: Snapshot) -> str:
    text = translate("History", "Unlinked HDR Vivid of {shots}")
    return filled(text, shots=shots_in_words(values["shots"], snapshot))


_SAYERS: Mapping[str, Sayer] = {
    "AddReel": _add_reel,
    "SetReelEncoding": _encoding,
    "SetReelPolicy": _policy,
    "RelinkReel": _relink,
    "SetProgramme": _programme,
    "SetCuts": _cuts,
    "SplitShot": _split,
    "MoveCut": _move,
    "RecordPass": _pass,
    "SetPassActive": _pass_active,
    "SetThreshold": _threshold,
    "SetVerdicts": _verdicts,
    "AddRepairs": _by_hand,
    "ReviseRepairs": _revise,
    "SetStack": _stack,
    "SetStacks": _stacks,
    "SetParameter": _parameter,
    "NameVersion": _name,
    "ApproveVersion": _approve,
    "SignProof": _sign,
    "AddModel": _adapted,
    "RetireModel": _threw_away,
    "Protect": _protect,
    "LiftProtection": _lift,
    "RecordLight": _light,
    "SetVivid": _vivid,
    "LinkVivid": _link,
    "UnlinkVivid": _unlink,
}
"""MergeShots, Merge and SettleConflicts are not here: the shots and conflicts they name are gone, and only the stored
sentence has the numbers and people."""
