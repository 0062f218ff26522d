"""What the HDR panel says of light, sets and findings, in the user's language."""

from __future__ import annotations

from app.hdr.vivid.checks import Finding
from app.hdr.vivid.controls import Controls
from widgets.hdr.reading import Reading
from widgets.text import filled, listed, operator_text, sentence, translate


def shot_title(read: Reading) -> str:
    """`Shot 3`, and with how many others it shares its grade."""
    title = filled(translate("Hdr", "Shot {number}"), number=read.number)
    others = len(read.shots) - 1
    return f"{title} · {translate('Hdr', 'linked with %n other(s)', n=others)}" if others else title


def light_text(read: Reading) -> str:
    """The light of the shot, in cd/m²."""
    if read.measured is None:
        return ""
    shot = read.measured.light
    text = translate("Hdr", "peak {peak} cd/m², mean {mean} cd/m², brightest frame {frame} cd/m²")
    return filled(
        text,
        peak=nits_text(shot.light.maximum_nits),
        mean=nits_text(shot.light.average_nits),
        frame=nits_text(max(frame.average_nits for frame in shot.frames)),
    )


def nits_text(nits: float) -> str:
    """Light with as many places as can be seen."""
    return f"{nits:.0f}" if nits >= 100 else f"{nits:.1f}" if nits >= 1 else f"{nits:.3g}"


def state_text(read: Reading | None) -> str:
    """What is to be known before grading; '' where all is well."""
    if read is None:
        return translate("Hdr", "No film is open. Add a reel to begin.")
    if read.measured is None:
        return translate("Hdr", "The light of this shot was not measured yet: analyse it.")
    if read.stale:
        return translate("Hdr", "Measured before the shot or its grade changed: analyse it again.")
    return ""


def set_name(which: str) -> str:
    """The HDR or the SDR set."""
    return {"hdr": translate("Hdr", "HDR set"), "sdr": translate("Hdr", "SDR set")}[which]


def finding_text(finding: Finding, sets: tuple[str, ...]) -> str:
    """A finding with its place: `SDR set: the curve is not monotone between 0.62 and 0.68`."""
    places = {f"set {number}": set_name(which) for number, which in enumerate(sets, 1)}
    places |= {
        "sets": translate("Hdr", "Sets"),
        "statistics": translate("Hdr", "Statistics"),
        "saturation": translate("Hdr", "Saturation"),
    }
    where = places.get(finding.place.partition(",")[0], "")
    said = sentence(finding.sentence)
    return filled(translate("Hdr", "{place}: {finding}"), place=where, finding=said) if where else said


def control_name(name: str) -> str:
    """A control by the label of its declaration."""
    label = Controls.declarations()[name].label
    said = sentence(label)
    return said if said != label else operator_text(label)


def limited_text(limited: tuple[str, ...]) -> str:
    """Which controls stand where the codes cannot follow; '' for none."""
    if not limited:
        return ""
    names = listed(control_name(name) for name in limited)
    return filled(translate("Hdr", "{names}: the metadata cannot go that far, and stop before."), names=names)


def handle_name(handle: str) -> str:
    """A point of the curve."""
    return {
        "dark_floor": translate("Hdr", "Dark floor"),
        "dark_hillside": translate("Hdr", "Dark hillside"),
        "mid": translate("Hdr", "Mids"),
        "high": translate("Hdr", "Highlights"),
        "light_hillside": translate("Hdr", "Light hillside"),
        "cut": translate("Hdr", "Cut"),
    }[handle]
