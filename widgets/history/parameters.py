"""Parameters in the sentences of the history, by the names that the inspector shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from app.document.keyframes import keyframes_in, value_text
from app.hdr.vivid.controls import Controls
from operators.contract.params import Declaration
from operators.contract.registry import all_operators
from widgets.text import filled, listed, operator_text, sentence, translate

CHANNELS = ("_r", "_g", "_b")
_SET = re.compile(r"(\w+) (\w+(?:, \w+)*)(?: to (.+))?")


def operator_names(ids: str) -> str:
    """The labels of operators named by their ids, `denoise, cdl`; other words stay."""
    known = all_operators()
    return listed(operator_text(known[id].label) if id in known else operator_text(id) for id in ids.split(", "))


def parameter_names(operator: str, names: Sequence[str]) -> str:
    """The labels of an operator's parameters; what is set for red, green and blue at once is named once."""
    declared = _declared(operator)
    said: list[str] = []
    for name in names:
        stem = name[:-2]
        channels = [stem + channel for channel in CHANNELS]
        if name[-2:] in CHANNELS and all(channel in names and channel in declared for channel in channels):
            common = _beginning([operator_text(declared[channel].label) for channel in channels])
            said += [common] if common and common not in said else []
            if common:
                continue
        said.append(operator_text(declared[name].label if name in declared else name))
    return listed(said)


def parameter_value(operator: str, name: str, value: Any) -> str:
    """A stored value as people read it: a number, the label of a choice, how many keys."""
    keys = keyframes_in(value)
    if keys is not None:
        return translate("History", "%n key(s)", n=len(keys.frames))
    if isinstance(value, bool):
        return translate("History", "on") if value else translate("History", "off")
    declared = _declared(operator).get(name)
    if declared is not None and isinstance(value, str):
        return operator_text(declared.choice_label(value))
    return value_text(value)


def setting(what: str) -> str:
    """What a row of several shots recorded as `cdl slope_r, slope_g` or `denoise strength to 0.5`, in labels."""
    found = _SET.fullmatch(what)
    if found is None or found[1] not in all_operators():
        return operator_names(what)
    names = found[2].split(", ")
    operator, called = operator_names(found[1]), parameter_names(found[1], names)
    if not found[3]:
        return filled(translate("History", "{operator}: {name}"), operator=operator, name=called)
    text = translate("History", "{operator}: {name} to {value}")
    return filled(text, operator=operator, name=called, value=parameter_value(found[1], names[0], found[3]))


def vivid_names(what: str) -> str:
    """What a row of HDR Vivid recorded as `dark_light, mid_light` or `target_nits`, in labels."""
    declared = Controls.declarations()
    others = {
        "mastering_nits": translate("History", "mastering display"),
        "target_nits": translate("History", "target display"),
        "sdr": translate("History", "SDR set"),
    }
    return listed(
        _control(declared[name].label) if name in declared else others.get(name, name) for name in what.split(", ")
    )


def _control(label: str) -> str:
    said = sentence(label)
    return said if said != label else operator_text(label)


def _beginning(labels: Sequence[str]) -> str:
    """What labels have in common before they name their channel: `Slope` of `Slope red`, `Slope green`..."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))
    return "".join(letters[0] for letters in alike).rstrip(" (（")


def _declared(operator: str) -> dict[str, Declaration]:
    known = all_operators()
    return known[operator].Params.declarations() if operator in known else {}
