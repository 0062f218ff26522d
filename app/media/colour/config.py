"""Loading the colour configuration: ours, or a house's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import PyOpenColorIO as ocio

from app.errors import UsageError

DEFAULT_DISPLAY = "sRGB"
_VIDEO = ("rec709", "srgb", "bt601", "bt2020")


def default_view(encoding: str) -> str:
    """The view an encoding is best looked at through: 'Film' for whatever reaches beyond diffuse white."""
    if encoding == "raw":
        return "Raw"
    return "Video" if encoding in _VIDEO else "Film"


@dataclass(frozen=True, eq=False)
class ColourConfig:
    """An OpenColorIO configuration and what it is called in messages.

    `digest` changes whenever the configuration would give another picture: it belongs in cache keys.
    """

    source: str
    native: ocio.Config

    @cached_property
    def digest(self) -> str:
        """OpenColorIO's own identity of the configuration."""
        return str(self.native.getCacheID())

    def encodings(self) -> tuple[str, ...]:
        """The encodings a reel may have: the scene-side colour spaces, in the order of the file."""
        return tuple(self.native.getColorSpaceNames(ocio.SEARCH_REFERENCE_SPACE_SCENE, ocio.COLORSPACE_ACTIVE))

    def displays(self) -> tuple[str, ...]:
        """The displays there are views for."""
        return tuple(self._views)

    def views(self, display: str) -> tuple[str, ...]:
        """The views of one display; UsageError where there is no such display."""
        self.require(display, self.displays(), "display")
        return self._views[display]

    @cached_property
    def _views(self) -> dict[str, tuple[str, ...]]:
        """The views of every display. Asked for each picture that is shown, and OpenColorIO makes the list anew."""
        return {display: tuple(self.native.getViews(display)) for display in self.native.getDisplays()}

    def require(self, name: str, known: tuple[str, ...], kind: str) -> None:
        """UsageError, naming what there is, where `name` is not among `known`."""
        if name not in known:
            raise UsageError(
                f"the colour configuration {self.source} has no {kind} '{name}'; there are: {', '.join(known)}"
            )


def load_config(path: Path | None = None) -> ColourConfig:
    """The pinned configuration, or the user's own OCIO file. UsageError where that is none."""
    if path is None:
        return _pinned()
    try:
        native = ocio.Config.CreateFromFile(str(path))
        native.validate()
    except (ocio.Exception, ocio.ExceptionMissingFile) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"'{path}' cannot be used as a colour configuration: {reason}") from error
    return ColourConfig(f"'{path}'", native)


@cache
def _pinned() -> ColourConfig:
    text = files("resources.colour").joinpath("reelmend.ocio").read_text(encoding="utf-8")
    return ColourConfig("of Reelmend", ocio.Config.CreateFromStream(text))
