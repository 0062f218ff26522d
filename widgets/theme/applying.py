"""Putting the look on an application."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtWidgets import QApplication, QStyleFactory

from widgets.theme import fonts
from widgets.theme.palette import COLOURS, qt_palette

SCALES = (100, 125, 150, 175, 200)
"""Per cent."""


def set_scale(per_cent: int) -> None:
    """Scale the whole window; call it before the QApplication is made, for Qt reads it there.

    100 leaves the system's own scaling (and a QT_SCALE_FACTOR set by hand) alone.
    """
    if per_cent != 100:
        os.environ["QT_SCALE_FACTOR"] = str(per_cent / 100)


@cache
def stylesheet() -> str:
    """The one stylesheet, with the palette's names filled in."""
    icons = str(files("resources").joinpath("icons")).replace("\\", "/")
    text = files("resources").joinpath("themes", "dark.qss").read_text(encoding="utf-8")
    return Template(text).substitute(COLOURS, ICONS=icons)


def apply(app: QApplication) -> None:
    """Fusion, our palette, our fonts, our stylesheet."""
    fonts.load()
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(qt_palette())
    app.setFont(fonts.figures())
    app.setStyleSheet(stylesheet())
