"""Type: Inter for Latin, the system's own family for Chinese, figures of equal width for numbers."""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
CJK_FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC")
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")

BODY = 13
SMALL = 12
TITLE = 16
DISPLAY = 28
"""Sizes in logical pixels: pixels keep the 4 px grid whatever the screen says of its dots per inch."""


def load() -> None:
    """Make Inter known to Qt, once per application."""
    if FAMILY in QFontDatabase.families():
        return
    for name in FILES:
        with as_file(files("resources").joinpath("fonts", name)) as path:
            QFontDatabase.addApplicationFont(str(path))


def font(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The house's font at a size in logical pixels."""
    made = QFont([FAMILY, *CJK_FAMILIES])
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


def figures(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The house's font with figures of equal width (OpenType `tnum`): numbers that change do not dance."""
    made = font(size, weight)
    if hasattr(made, "setFeature"):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
