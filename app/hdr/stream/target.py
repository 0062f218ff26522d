"""HDR deliverables in HEVC: encoder settings, colour tags and static metadata, on top of the house's movie writer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

from app.errors import MediaError, UsageError
from app.hdr.stream.carrier import MP4_MUXERS, Carrier
from app.hdr.stream.sei import Kind
from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay, StaticHdr
from app.media.movie.presets import CONTAINERS, PRESETS
from app.media.movie.writer import MovieWriter
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import Reel
from app.media.writing import WriterSpec

KIND = "hevc10"
PRESET_NAMES = (
    "ultrafast",
    "superfast",
    "veryfast",
    "faster",
    "fast",
    "medium",
    "slow",
    "slower",
    "veryslow",
    "placebo",
)
_ENCODINGS = {"pq": "pq_bt2020", "hlg": "hlg_bt2020"}
_TRANSFERS = {"pq": "smpte2084", "hlg": "arib-std-b67"}


@dataclass(frozen=True, slots=True)
class HevcTarget:
    """What an HDR movie shall be: Main10, 4:2:0, BT.2020, limited range.

    Attributes:
        transfer: the signal, PQ or HLG.
        mastering: the screen it was graded on; None is left out.
        light: MaxCLL and MaxFALL; None is left out.
        crf: x265's quality, 0 (best) to 51.
        preset: x265's speed.
        keyframes: most frames between two entry pictures; None is x265's own choice (250).
    """

    transfer: Literal["pq", "hlg"] = "pq"
    mastering: MasteringDisplay | None = None
    light: ContentLight | None = None
    crf: float = 16
    preset: str = "medium"
    keyframes: int | None = None

    def __post_init__(self) -> None:
        if self.transfer not in _ENCODINGS:
            raise UsageError(f"there is no HDR signal '{self.transfer}'; choose pq or hlg")
        if not 0 <= self.crf <= 51:
            raise UsageError(f"the quality (crf) is {self.crf} and must lie between 0 and 51")
        if self.preset not in PRESET_NAMES:
            raise UsageError(f"x265 has no preset '{self.preset}'; choose one of: {', '.join(PRESET_NAMES)}")

    @property
    def static(self) -> StaticHdr:
        """The static metadata."""
        return StaticHdr(self.mastering, self.light)

    def format(self, width: int, height: int, pixel_aspect: Fraction = Fraction(1)) -> PictureFormat:
        """The pictures that must be handed in."""
        return PictureFormat(
            width,
            height,
            ("Y", "Cb", "Cr"),
            "ycbcr",
            "uint16",
            10,
            _ENCODINGS[self.transfer],
            full_range=False,
            matrix="bt2020",
            subsampling=(2, 2),
            pixel_aspect=pixel_aspect,
        )

    @property
    def options(self) -> dict[str, str]:
        """FFmpeg's and x265's settings. Headers repeat at every entry picture and AUDs stand before each one."""
        params = [
            "log-level=none",
            "repeat-headers=1",
            "aud=1",
            "range=limited",
            "colorprim=bt2020",
            f"transfer={_TRANSFERS[self.transfer]}",
            "colormatrix=bt2020nc",
        ]
        if self.transfer == "pq":
            params += ["hdr10=1", "hdr10-opt=1"]
        if self.mastering is not None:
            params.append(f"master-display={self.mastering.text}")
        if self.light is not None:
            params.append(f"max-cll={self.light.max_cll},{self.light.max_fall}")
        if self.keyframes is not None:
            params.append(f"keyint={self.keyframes}")
        return {"crf": str(self.crf), "preset": self.preset, "profile": "main10", "x265-params": ":".join(params)}


@dataclass(frozen=True, slots=True)
class Companions:
    """What goes with the pictures: the reel of their sound and timecode, and which of its frames they are."""

    source: Reel | None = None
    sound_from: Reel | None = None
    frame_range: tuple[int, int] | None = None


class HdrWriter:
    """A `FrameWriter` of HDR movies: as many pictures as there are payloads, the target whole or not at all.

    Args:
        target: .mp4, .mov, .mkv, .ts or .hevc.
        spec: what it shall be.
        format: of the pictures, as `spec.format` makes it.
        rate: frames per second.
        kind: which dynamic metadata; None for none.
        payloads: one a frame, in presentation order.
        companions: sound, timecode.

    Raises:
        MediaError: pictures of another format, a payload of another kind, a target that exists or has no HEVC.
    """

    def __init__(
        self,
        target: Path,
        spec: HevcTarget,
        format: PictureFormat,
        rate: Fraction,
        *,
        kind: Kind | None = None,
        payloads: Sequence[bytes] = (),
        companions: Companions | None = None,
    ) -> None:
        wanted = spec.format(format.width, format.height, format.pixel_aspect)
        if format != wanted:
            raise MediaError(
                f"{target} needs 10-bit 4:2:0 pictures in {wanted.encoding}, limited range: not {format}"
            )
        if target.suffix.lower() not in PRESETS[KIND].suffixes:
            raise MediaError(f"{target.name}: HDR movies go into {', '.join(PRESETS[KIND].suffixes)}")
        with_it = companions or Companions()
        self._target = target
        self._count = 0
        hvc1 = CONTAINERS[target.suffix.lower()] in MP4_MUXERS
        self._carrier = Carrier(kind, payloads, spec.static, "the metadata", hvc1=hvc1)
        self._writer = MovieWriter(
            target,
            WriterSpec(
                format,
                rate,
                KIND,
                source=with_it.source,
                sound_from=with_it.sound_from,
                frame_range=with_it.frame_range,
                options=spec.options,
            ),
            self._carrier,
        )

    def write(self, picture: NativePicture) -> None:
        """Encode one picture."""
        self._writer.write(picture)
        self._count += 1

    def finish(self) -> Sequence[Path]:
        """Complete the movie. MediaError where there were fewer pictures than payloads; nothing is left then."""
        try:
            self._carrier.require_count(self._count, self._target)
        except MediaError:
            self.abort()
            raise
        return self._writer.finish()

    def abort(self) -> None:
        """Take the unfinished movie away."""
        self._writer.abort()
