"""What the window says, in the user's language."""

from __future__ import annotations

import re
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Code to the name a reader of that language looks for."""

_PLURAL = re.compile(r"\((e?s)\)")
_installed: list[QTranslator] = []
_current = ["en"]


def translate(context: str, text: str, n: int = -1) -> str:
    """`text` in the user's language; `context` is the room's word.

    With `n`, `%n` becomes the number, and English `(s)` or `(es)` goes or stays: `"%n frame(s)"`.
    Call it with literals: they are collected by `packaging/translations.py`.
    """
    said = QCoreApplication.translate(context, text, None, n)
    return _PLURAL.sub("" if n == 1 else r"\1", said) if n >= 0 else said


def language() -> str:
    """The language the window speaks now: a key of LANGUAGES."""
    return _current[0]


def system_language() -> str:
    """The language of LANGUAGES that the system's user reads; English where it is none of them."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh") and not any(part in name for part in ("Hant", "TW", "HK", "MO")):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


def set_language(chosen: str = "") -> str:
    """Speak `chosen` from now on ('' is the system's); returns what is spoken. Needs an application.

    Widgets made before keep their words: the window is built anew afterwards.
    """
    code = chosen if chosen in LANGUAGES else system_language()
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    if code != "en":
        _install_all(code)
    QLocale.setDefault(QLocale(code))
    _current[0] = code
    return code


def _install_all(code: str) -> None:
    qt = QTranslator()
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(qt)
    folder = files("resources").joinpath("translations", code)
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".qm"):
            translator = QTranslator()
            if translator.load(str(entry)):
                _install(translator)


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
