"""A view: how pictures of an encoding are shown on a display."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.media.colour.config import DEFAULT_DISPLAY, ColourConfig, default_view, load_config
from app.media.colour.transforms import Display, display_transform


@dataclass(frozen=True, slots=True)
class View:
    """One way from an encoding to a screen, by the names of a configuration."""

    config: ColourConfig
    encoding: str
    display: str
    name: str

    @classmethod
    def of(cls, encoding: str, name: str | None = None, config: ColourConfig | None = None) -> Self:
        """The view `name` (the encoding's usual one for None) on an sRGB screen, or on the configuration's first
        display where it knows no sRGB. UsageError where there is no such view."""
        config = config or load_config()
        displays = config.displays()
        display = DEFAULT_DISPLAY if DEFAULT_DISPLAY in displays else displays[0]
        views = config.views(display)
        if name is None:
            usual = default_view(encoding)
            name = usual if usual in views else views[0]
        config.require(name, views, f"view for display '{display}':")
        return cls(config, encoding, display, name)

    @property
    def names(self) -> tuple[str, ...]:
        """The views that its display has."""
        return self.config.views(self.display)

    @property
    def exact(self) -> Display:
        """OpenColorIO's own processor."""
        return display_transform(self.encoding, self.display, self.name, self.config)
