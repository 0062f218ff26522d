from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontMetrics, QIcon

from widgets import theme
from widgets.theme.applying import stylesheet
from widgets.theme.fonts import FAMILY
from widgets.theme.palette import ACCENT, TEXT, TEXT_DISABLED

ROOT = Path(__file__).resolve().parents[3]
THERE = {entry.name.removesuffix(".svg") for entry in files("resources").joinpath("icons").iterdir()} - {
    "README.md",
    "LICENSE.txt",
    "arrow",
}


def named() -> set[str]:
    """Names given to `icon(...)`, `icon_pixmap(...)` and `icon=`."""
    found = set()
    for path in (ROOT / "widgets").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                values = [word.value for word in node.keywords if word.arg == "icon"]
                values += node.args[:1] if called in ("icon", "icon_pixmap") else []
                found |= {v.value for v in values if isinstance(v, ast.Constant) and v.value}
    return found


def test_every_icon_that_is_named_is_there():
    assert named() and named() <= THERE


def test_the_stylesheets_pictures_are_there():
    pictures = re.findall(r"url\(([^)]+)\)", stylesheet())
    assert pictures and all(Path(picture).is_file() for picture in pictures)


def colours(icon: QIcon, size: int = 20, mode=QIcon.Mode.Normal, state=QIcon.State.Off) -> set[str]:
    image = icon.pixmap(QSize(size, size), 1.0, mode, state).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}


def test_icons_are_tinted_and_dim_when_disabled():
    icon = theme.icon("square")
    assert colours(icon) == {TEXT}
    assert colours(icon, mode=QIcon.Mode.Disabled) == {TEXT_DISABLED}
    assert colours(icon, state=QIcon.State.On) == {ACCENT}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_drawn_for_the_screens_own_pixels(ratio):
    pixmap = theme.icon_pixmap("play", 20, ratio=ratio)
    assert pixmap.width() == round(20 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(20)


def test_an_unknown_icon_fails_at_once():
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_inter_is_loaded_and_its_figures_have_one_width(qapp):
    assert FAMILY in QFontDatabase.families()
    assert qapp.font().families()[0] == FAMILY
    metrics = QFontMetrics(theme.figures())
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_scale_is_handed_to_qt(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.25")
    theme.set_scale(100)
    import os

    assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    theme.set_scale(150)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
