"""What would be written, what is lost and what is in the way, in the user's language."""

from __future__ import annotations

from fractions import Fraction

from app.jobs.export_check import ExportCheck, Issue
from app.jobs.verify import Proof
from app.media.picture import PictureFormat
from widgets.text import sentence, translate


def issue_words(issue: Issue) -> str:
    """One sentence."""
    texts = {
        "empty": translate("Export", "There is nothing in this part of the film."),
        "mixed": translate("Export", "The reels differ in size, format or rate: export each on its own."),
        "joined-sound": translate(
            "Export", "Sound of several ranges cannot be joined: leave it out, or export one range."
        ),
        "no-target": translate("Export", "Choose where to write."),
        "ending": translate("Export", "The name must end in {endings}."),
        "exists": translate("Export", "This file exists already. Nothing is overwritten: choose another name."),
        "taken": translate("Export", "This folder already holds such frames ({name}): choose another one."),
        "is-file": translate("Export", "{path} is a file; frames need a folder."),
        "no-folder": translate("Export", "There is no folder {path}."),
        "no-right": translate("Export", "You may not write into {path}."),
        "no-room": translate("Export", "The disk has not enough room: {bytes} are needed, {free} are free."),
        "unfit": "{why}",
        "hdr-stage": translate("Export", "HDR Vivid is of the grade: choose the stage Grade."),
        "little-room": translate("Export", "The disk may get full: about {bytes} are needed, {free} are free."),
        "fewer-bits": translate("Export", "{source} bits become {bits}: fine steps of brightness are lost."),
        "to-integers": translate("Export", "Floating point becomes {bits} bits: what lies outside is cut off."),
        "lossy": translate("Export", "This codec is lossy: code values change everywhere."),
        "coarser-chroma": translate("Export", "Colour gets coarser: {chroma}."),
        "other-model": translate("Export", "{source} becomes {made}: code values change everywhere."),
        "fewer-channels": translate("Export", "Channels are left out: {names}."),
        "no-sound": translate("Export", "The sound is left out."),
    }
    return texts[issue.code].format(**{name: _value(name, value) for name, value in issue.values.items()})


def _value(name: str, value: object) -> str:
    if name in ("bytes", "free") and isinstance(value, int):
        return size(value)
    if name in ("source", "made") and isinstance(value, str):
        return model_word(value)
    return sentence(str(value)) if name == "why" else str(value)


def model_word(model: str) -> str:
    """RGB, Y'CbCr, grey."""
    return {"rgb": "RGB", "ycbcr": "Y'CbCr"}.get(model, translate("Export", "grey"))


def size(bytes: int) -> str:
    """`1.4 GB`: decimal, as disks are sold."""
    value, units = float(bytes), ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value /= 1000
        units.pop(0)
    return f"{value:.0f} {units[0]}" if value >= 100 or units[0] == "B" else f"{value:.1f} {units[0]}"


def length(frames: int, rate: Fraction) -> str:
    """`40 frames, 0:01.7`."""
    seconds = float(frames / rate)
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    clock = f"{int(hours)}:{int(minutes):02d}:{left:04.1f}" if hours else f"{int(minutes)}:{left:04.1f}"
    return translate("Export", "{frames}, {time}").format(
        frames=translate("Export", "%n frame(s)", n=frames), time=clock
    )


def picture_words(made: PictureFormat) -> str:
    """`1920 x 1080, 10-bit RGB`."""
    names = {(2, 1): " 4:2:2", (2, 2): " 4:2:0", (1, 1): " 4:4:4"}
    chroma = names.get(made.subsampling, "") if made.model == "ycbcr" else ""
    kind = translate("Export", "{bits}-bit float") if made.is_float else translate("Export", "{bits}-bit")
    alpha = " + A" if "A" in made.channels else ""
    return f"{made.width} × {made.height}, {kind.format(bits=made.bit_depth)} {model_word(made.model)}{chroma}{alpha}"


def room_words(found: ExportCheck) -> str:
    """`about 1.4 GB, 220 GB free`."""
    text = translate("Export", "{size}") if found.exact else translate("Export", "about {size}")
    need = text.format(size=size(found.bytes))
    if found.free is None:
        return need
    return translate("Export", "{need}, {free} free").format(need=need, free=size(found.free))


def sound_words(found: ExportCheck) -> str:
    """Where the sound goes."""
    return {
        "": translate("Export", "none"),
        "inside": translate("Export", "in the movie, as it is"),
        "wav": translate("Export", "as a WAV beside the frames"),
    }[found.sound]


def proof_words(proof: Proof) -> str:
    """What a proof came to."""
    proved = proof.frames - len(proof.unproved)
    frames = translate("Export", "%n frame(s)", n=proved)
    if not proof.holds:
        named = ", ".join(str(number) for number in proof.bad_frames[:5]) + (
            " ..." if len(proof.bad_frames) > 5 else ""
        )
        text = translate(
            "Export",
            "NOT proved: {count} sample(s) outside the repairs unlike the scan, in frames {named} of the export.",
            n=proof.changed_outside,
        )
        return text.format(count=f"{proof.changed_outside:,}", named=named)
    said = translate("Export", "Proved: outside the repairs every sample of {frames} equals the scan.").format(
        frames=frames
    )
    if proof.unproved:
        said += " " + translate("Export", "%n frame(s) have no scan to compare with.", n=len(proof.unproved))
    return said
