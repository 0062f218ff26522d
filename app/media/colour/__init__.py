"""Colour: what code values mean, and how they look on a display. One pinned OpenColorIO configuration."""

from app.media.colour.config import DEFAULT_DISPLAY, ColourConfig, default_view, load_config
from app.media.colour.transforms import Convert, Display, convert, display_transform, encodings
from app.media.colour.view import View

__all__ = [
    "DEFAULT_DISPLAY",
    "ColourConfig",
    "Convert",
    "Display",
    "View",
    "convert",
    "default_view",
    "display_transform",
    "encodings",
    "load_config",
]
