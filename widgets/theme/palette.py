"""The named colours of the window. Surfaces are pure greys, so that the eye stays neutral for the picture."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor, QPalette

SURROUND = "#262626"
"""What lies round the picture: its own grey, so that no panel's colour leans on it."""
BACKGROUND = "#161616"
"""Between the panels: window, tab bars, splitters."""
PANEL = "#1f1f1f"
RAISED = "#2b2b2b"
"""Buttons, headers, tooltips, menus: what stands above a panel."""
HOVER = "#373737"
PRESSED = "#141414"
FIELD = "#131313"
"""What can be typed into."""
LINE = "#343434"
"""Separates; carries no meaning alone."""
EDGE = "#757575"
"""Border of what can be operated: 3:1 to every surface it stands on (WCAG 1.4.11)."""
TEXT = "#dadada"
TEXT_DIM = "#a6a6a6"
TEXT_DISABLED = "#7c7c7c"
"""Below AA by intent, as disabled text may be; still 3:1."""
ACCENT = "#6aaee6"
"""The one accent: focus, the selected, the playhead. Used sparingly."""
ON_ACCENT = "#0d0d0d"
SELECTED = "#2f4d66"
"""The accent as a surface below TEXT."""
OK = "#79c592"
WARN = "#e3b657"
BAD = "#ef8a80"

DIRT = "#e8c15a"
SCRATCH = "#7fd0d6"
SPLICE = "#d79be0"
HAND = "#9fd18b"
"""What the timeline and the overlays tell defects and hand work apart by, beside shape and text."""
RED = "#f07f7f"
GREEN = "#7fd48a"
BLUE = "#86a8ff"
LUMA = "#cfcfcf"
"""Channels in scopes and curves."""

COLOURS: dict[str, str] = {
    name: value for name, value in globals().items() if name.isupper() and isinstance(value, str)
}


@cache
def _made(name: str) -> QColor:
    return QColor(name if name.startswith("#") else COLOURS[name.upper()])


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A named colour (`"panel"`, or the constant itself) with an opacity of 0 to 1; KeyError for an unknown name."""
    made = QColor(_made(name))
    if alpha < 1.0:
        made.setAlphaF(alpha)
    return made


def qt_palette() -> QPalette:
    """The colours as Qt's own palette, for Fusion and for whatever the stylesheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: PANEL,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: FIELD,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.PlaceholderText: TEXT_DIM,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: BAD,
        QPalette.ColorRole.ToolTipBase: RAISED,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.Highlight: SELECTED,
        QPalette.ColorRole.HighlightedText: TEXT,
        QPalette.ColorRole.Accent: ACCENT,
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.LinkVisited: ACCENT,
        QPalette.ColorRole.Light: HOVER,
        QPalette.ColorRole.Midlight: RAISED,
        QPalette.ColorRole.Mid: LINE,
        QPalette.ColorRole.Dark: BACKGROUND,
        QPalette.ColorRole.Shadow: "#000000",
    }
    palette = QPalette()
    for role, value in roles.items():
        palette.setColor(role, colour(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour(TEXT_DISABLED))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, colour(LINE))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText, colour(TEXT_DISABLED))
    return palette


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio' and 'relative luminance')."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    made = colour(value)
    channels = (made.redF(), made.greenF(), made.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
