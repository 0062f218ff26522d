"""Language, size, name."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.session import author_name
from widgets.preferences.parts import Page
from widgets.settings import Settings
from widgets.text import LANGUAGES, translate
from widgets.theme.applying import SCALES

WIDE = 240


class GeneralPage(Page):
    """How the window speaks, how big it is, who is at work."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(translate("Preferences", "General"), parent)
        self._settings = settings
        self.language = QComboBox()
        self.language.addItem(translate("Preferences", "System language"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(settings.language), 0))
        self.language.setToolTip(translate("Preferences", "The language of the window"))
        self.language.activated.connect(self._set_language)
        self.scale = QComboBox()
        for per_cent in SCALES:
            self.scale.addItem(translate("Preferences", "{number} %").format(number=per_cent), per_cent)
        self.scale.setCurrentIndex(max(self.scale.findData(settings.scale), 0))
        self.scale.setToolTip(translate("Preferences", "The size of text and controls, not of the picture"))
        self.scale.activated.connect(self._set_scale)
        self.author = QLineEdit(settings.author)
        self.author.setPlaceholderText(author_name())
        self.author.setToolTip(translate("Preferences", "The name written beside every edit"))
        self.author.editingFinished.connect(self._set_author)
        for control in (self.language, self.scale, self.author):
            control.setFixedWidth(WIDE)
        self.row(
            translate("Preferences", "Language"),
            self.language,
            note=translate("Preferences", "The window is built anew at once; the project stays open."),
        )
        self.row(
            translate("Preferences", "Size of the window's text"),
            self.scale,
            note=translate("Preferences", "From the next start of Reelmend."),
        )
        self.row(
            translate("Preferences", "Your name"),
            self.author,
            note=translate("Preferences", "Stands beside each of your edits, from the next opening of a project."),
        )
        self.finish()

    def _set_language(self, row: int) -> None:
        self._settings.language = self.language.itemData(row)

    def _set_scale(self, row: int) -> None:
        self._settings.scale = self.scale.itemData(row)

    def _set_author(self) -> None:
        self._settings.author = self.author.text()
