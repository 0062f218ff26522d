from __future__ import annotations

import re
from importlib.resources import files

import pytest
from PySide6.QtGui import QColor, QPalette

from widgets.theme import colour, contrast, palette
from widgets.theme.applying import stylesheet

AA_TEXT = 4.5
AA_PART = 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for what a control is known by."""

SURFACES = ("BACKGROUND", "PANEL", "RAISED", "FIELD", "PRESSED", "SURROUND")
TEXT_ON = {
    **dict.fromkeys(SURFACES, ("TEXT", "TEXT_DIM", "ACCENT", "OK", "WARN", "BAD")),
    "HOVER": ("TEXT", "TEXT_DIM", "ACCENT", "WARN"),
    "SELECTED": ("TEXT",),
    "ACCENT": ("ON_ACCENT",),
    "TEXT": ("ON_ACCENT",),
}
"""Every pair of surface and text in the stylesheet and in what widgets paint."""

PARTS_ON = {
    **dict.fromkeys(("BACKGROUND", "PANEL", "FIELD"), ("EDGE", "ACCENT", "DIRT", "SCRATCH", "SPLICE", "HAND")),
    "RAISED": ("ACCENT", "EDGE", "TEXT_DISABLED"),
    "PANEL": ("EDGE", "ACCENT", "RED", "GREEN", "BLUE", "LUMA", "TEXT_DISABLED"),
}
"""Borders, marks, curves, and text that is out of use."""


@pytest.mark.parametrize(("surface", "text"), [(s, t) for s, texts in TEXT_ON.items() for t in texts])
def test_text_is_legible(surface, text):
    assert contrast(palette.COLOURS[surface], palette.COLOURS[text]) >= AA_TEXT


@pytest.mark.parametrize(("surface", "part"), [(s, t) for s, parts in PARTS_ON.items() for t in parts])
def test_what_can_be_operated_is_seen(surface, part):
    assert contrast(palette.COLOURS[surface], palette.COLOURS[part]) >= AA_PART


@pytest.mark.parametrize("name", [*SURFACES, "HOVER", "LINE", "EDGE", "TEXT", "TEXT_DIM", "TEXT_DISABLED"])
def test_surfaces_and_text_have_no_tint(name):
    red, green, blue, _ = colour(name).getRgb()
    assert red == green == blue


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_colour_handed_out_cannot_spoil_the_palette():
    colour("panel").setRed(255)
    assert colour("panel") == QColor(palette.PANEL)
    assert colour("accent", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    with pytest.raises(KeyError):
        colour("mauve")


def test_the_stylesheet_knows_no_colour_of_its_own():
    source = files("resources").joinpath("themes", "dark.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", source)
    assert "$" not in stylesheet()


def test_small_signs_have_the_palettes_colours():
    known = {value.lower() for value in palette.COLOURS.values()}
    for entry in files("resources").joinpath("icons", "arrow").iterdir():
        if entry.name.endswith(".svg"):
            assert {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}", entry.read_text())} <= known, entry.name


def test_qt_itself_gets_the_palette(qapp):
    assert qapp.palette().color(QPalette.ColorRole.Window) == colour("panel")
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == colour("text_disabled")
