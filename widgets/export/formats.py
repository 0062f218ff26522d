"""The formats that the dialog offers."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.target import DEPTHS
from app.jobs.vivid_check import Hdr
from app.media.movie.presets import PRESETS
from app.media.writing import SEQUENCE_KINDS
from widgets.text import translate


@dataclass(frozen=True, slots=True)
class Format:
    """One choice. `kind` '' is the source's own; `bits` is what is proposed where there are depths to choose from.
    With `hdr` it is a delivery of HDR (`app.jobs.vivid_check.Hdr`), which is verified when it is written."""

    id: str
    kind: str
    bits: int | None
    title: str
    hdr: Hdr | None = None

    @property
    def is_movie(self) -> bool:
        """One file, not a folder of frames."""
        return self.kind in PRESETS


def formats() -> tuple[Format, ...]:
    """All of them, in the order in which they are offered."""
    title = translate("Export", "HDR master: {kind} in PQ, HDR Vivid beside it")
    return (
        Format("source", "", None, translate("Export", "As the source")),
        Format("dpx", "dpx", 10, translate("Export", "DPX")),
        Format("tiff", "tiff", 16, translate("Export", "TIFF")),
        Format("exr", "exr", 16, translate("Export", "OpenEXR")),
        Format("png", "png", 16, translate("Export", "PNG")),
        Format("ffv1", "ffv1", None, translate("Export", "FFV1 in Matroska, lossless")),
        Format("prores-hq", "prores-hq", None, translate("Export", "ProRes 422 HQ")),
        Format("prores-4444", "prores-4444", None, translate("Export", "ProRes 4444")),
        Format("dnxhr-hqx", "dnxhr-hqx", None, translate("Export", "DNxHR HQX")),
        Format("dnxhr-444", "dnxhr-444", None, translate("Export", "DNxHR 444")),
        Format("h264", "h264", None, translate("Export", "H.264, to look at")),
        Format("hevc10", "hevc10", None, translate("Export", "HEVC, 10 bits, to look at")),
        Format("hdr-vivid", "hevc10", None, translate("Export", "HDR: HEVC with HDR Vivid and HDR10"), "vivid"),
        Format("hdr10plus", "hevc10", None, translate("Export", "HDR: HEVC with HDR10+ and HDR10"), "hdr10plus"),
        Format("hdr10", "hevc10", None, translate("Export", "HDR: HEVC with HDR10 alone"), "hdr10"),
        Format("hlg", "hevc10", None, translate("Export", "HDR: HEVC in HLG"), "hlg"),
        *(
            Format(f"master-{kind}", kind, bits, title.format(kind=name), "master")
            for kind, bits, name in (
                ("prores-4444", None, "ProRes 4444"),
                ("dnxhr-444", None, "DNxHR 444"),
                ("exr", 16, "OpenEXR"),
            )
        ),
    )


def depths(kind: str) -> tuple[int, ...]:
    """The bit depths to choose from; none where the kind has its own."""
    return DEPTHS[kind] if kind in SEQUENCE_KINDS else ()


def ending(kind: str) -> str:
    """How a movie's name ends; '' for a folder of frames."""
    return PRESETS[kind].suffixes[0] if kind in PRESETS else ""
