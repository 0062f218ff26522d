"""What a project is made of: small frozen values. The state of a project is a `Snapshot` of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

Policy = Literal["hold", "black", "stop"]
Verdict = Literal["accept", "reject", "clear"]

EMPTY: Mapping[Any, Any] = MappingProxyType({})


def nothing() -> Mapping[Any, Any]:
    """The empty mapping, as a dataclass default."""
    return EMPTY


STAGES = ("repair", "clean", "grade", "deliver")
"""The stages a shot's stacks hang on, in the order in which they run."""

HAND = "hand"
"""The detector written on what a person marked; such repairs are never superseded by a pass."""


ORIGINAL = "original"
"""The class of a hand repair that brings the scan's own pixels back: nothing is damaged under it."""


@dataclass(frozen=True, slots=True)
class Handwork:
    """How a person made repairs, for the history.

    `tool` is its id ("brush", "donor", "heal", "clone", "patch", "original", "line", "interpolate",
    "splice", "track"); `donors` are the frames that lent picture, counted from the mended one; `shift` is (x, y) in
    pixels from a mended place to where its picture was taken; `doubt` is the percentage of a frame on which motion
    failed.
    """

    tool: str = "brush"
    donors: tuple[int, ...] = ()
    shift: tuple[int, int] = (0, 0)
    doubt: int = 0


BRUSH = Handwork()
"""The brush, and whatever mends as it does."""


@dataclass(frozen=True, slots=True)
class ReelRef:
    """A reel as the project knows it.

    `path` is relative to the project's folder where it can be (POSIX separators), else absolute.
    `fingerprint` recognises the media after a move; `policy` says what a bad frame shows; `format` is a
    summary for people (bit depth, codec...), plain values only.
    """

    id: str
    path: str
    fingerprint: str
    kind: Literal["sequence", "movie"]
    frame_count: int
    rate: Fraction
    width: int
    height: int
    encoding: str
    policy: Policy = "hold"
    format: Mapping[str, Any] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class Shot:
    """Frames `start` to `end` (exclusive) of a reel. The shots of a reel tile it without gap or overlap.

    A shot's number (1-based place in the programme) is derived: `Snapshot.shot_number`.
    """

    id: str
    reel: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Transition:
    """A dissolve or fade over frames `start` to `end` (exclusive): they belong to both neighbouring shots."""

    reel: str
    start: int
    end: int
    kind: Literal["dissolve", "fade"] = "dissolve"


@dataclass(frozen=True, slots=True)
class StackEntry:
    """One operator in the stack of a shot and stage."""

    operator: str
    version: int
    params: Mapping[str, Any] = field(default_factory=nothing)
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class PassStep:
    """One operator of a pass. `defect` is the class it finds ('' where it finds none), `threshold` the one
    it proposed for accepting, `source_digest` a hash of the operator's own code."""

    operator: str
    version: int
    params: Mapping[str, Any] = field(default_factory=nothing)
    source_digest: str = ""
    defect: str = ""
    threshold: float = 0.5


@dataclass(frozen=True, slots=True)
class Pass:
    """The machine's coarse work over some shots: one ledger row that owns its detections.

    `ranges` (reel, start, end) are the frames it looked at. They, not the shots' ids, say what it covers, so
    that cuts may move later; left empty, `RecordPass` fills them in from `shots`. `maps` finds the
    probability maps: (reel, first frame of the chunk) to the hash of a map pack. `machine` says what it
    ran on (device, library versions). With `active` False its detections are left out everywhere. `over` are passes
    of another copy that this one speaks before, in whichever order the two copies were merged.
    """

    id: str
    recipe: str
    shots: tuple[str, ...]
    steps: tuple[PassStep, ...]
    machine: Mapping[str, Any] = field(default_factory=nothing)
    created: str = ""
    maps: Mapping[tuple[str, int], str] = field(default_factory=nothing)
    active: bool = True
    ranges: tuple[tuple[str, int, int], ...] = ()
    over: tuple[str, ...] = ()

    def step_for(self, defect: str) -> PassStep | None:
        """The first step that finds `defect`, or None."""
        return next((step for step in self.steps if step.defect == defect), None)


@dataclass(frozen=True, slots=True)
class Version:
    """A named point of the ledger: the state after row `seq`, whose global id is `entry`."""

    id: str
    name: str
    seq: int
    approved_by: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A network's weights as this project's own corrections have made them; passes name them by `weights`.

    `task` says whose they are, as in the names of the shipped weights ("dirt"). `weights` is the artefact, a
    safetensors file; `base` the SHA-256 of the weights it was begun from. `frames` is the number of corrected
    frames it learned from, `figures` what it reached, plain numbers.
    """

    task: str
    weights: str
    base: str
    frames: int
    figures: Mapping[str, float] = field(default_factory=nothing)
    created: str = ""


@dataclass(frozen=True, slots=True)
class Protection:
    """What no pass may touch: frames `start` to `end` (exclusive) of a reel, whole or inside a rectangle.

    `box` is (x0, y0, x1, y1) in pixels of the source, x0 <= x < x1; None for the whole frames. A protected shot is
    kept as its frames, so that it stays protected where cuts move.
    """

    id: str
    reel: str
    start: int
    end: int
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class SignedProof:
    """A verification that somebody put their name to.

    `report` is the artefact with all of it (JSON); `entry` the id of the ledger row that was proved and `point` its
    hash, by which the state can be told for ever; `export` a hash over the export's files.
    """

    id: str
    report: str
    entry: str
    point: str
    export: str
    by: str
    created: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one of two people did where both did something.

    `who` and `when` are those of the latest row, `what` a sentence. Taking this side sets `slots` (pairs of JSON
    texts as the table of slots holds them; "null": the slot goes) and gives `verdicts` by key.
    """

    who: str
    when: str
    what: str
    slots: tuple[tuple[str, str], ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something two people did differently in two copies of the project, until somebody says whose counts.

    `kind` is `pixels`, `verdict`, `pass` or the family of a slot. Frames `start` to `end` (exclusive) of `reel` and
    `box` (x0, y0, x1, y1) say where; reel '' and box None where it has no such place. `a` is the side of the copy
    that was merged into, `b` that of the other; `chosen` the one in force meanwhile.
    """

    id: str
    kind: str
    a: ConflictSide
    b: ConflictSide
    chosen: Literal["a", "b"]
    reel: str = ""
    start: int = 0
    end: int = 0
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """Frames `start` to `end` (exclusive) of a reel, as one piece of the programme."""

    reel: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Programme:
    """The film: reel ranges in order, and the speed it is projected at (frames per second), which need not
    be the files' frame rate. A rate of 0 means: as the reels say."""

    items: tuple[ProgrammeItem, ...] = ()
    projection_rate: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class VividGrade:
    """What a colourist decided on a shot's HDR Vivid metadata; the metadata themselves are worked out from it.

    Attributes:
        mastering_nits: peak of the screen that the film is graded on, cd/m2.
        target_nits: the display that the HDR set is made for, cd/m2; 0 leaves that set out.
        sdr: whether there is a set for SDR displays.
        automatic: the hands' controls rest, and the metadata are those of the statistics alone.
        controls: set ("hdr", "sdr") to its controls (`app.hdr.vivid.controls`) that are off their automatic value.
        saturation: the controls of saturation, which both sets share.
    """

    mastering_nits: float = 1000.0
    target_nits: float = 500.0
    sdr: bool = True
    automatic: bool = False
    controls: Mapping[str, Mapping[str, float]] = field(default_factory=nothing)
    saturation: Mapping[str, float] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class VividShot:
    """A shot's HDR Vivid metadata: the grade, and the artefact with the statistics of its light ('': not measured).

    Shots of one `link` (an id; '' for none) share their grade: an edit of one is an edit of all.
    """

    grade: VividGrade = field(default_factory=VividGrade)
    light: str = ""
    link: str = ""
