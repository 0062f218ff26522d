"""How the window looks: named colours, sizes, fonts, icons, one stylesheet."""

from widgets.theme.applying import apply, set_scale
from widgets.theme.fonts import CJK_FAMILIES, figures, font
from widgets.theme.icons import icon, icon_pixmap
from widgets.theme.palette import colour, contrast

__all__ = ["CJK_FAMILIES", "apply", "colour", "contrast", "figures", "font", "icon", "icon_pixmap", "set_scale"]
