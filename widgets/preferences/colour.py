"""The colour configuration: ours, or the house's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from widgets.preferences import facts
from widgets.preferences.general import WIDE
from widgets.preferences.parts import Page, say, told
from widgets.settings import Settings
from widgets.text import sentence, translate
from widgets.welcome.aside import Aside


class ColourPage(Page):
    """A configuration is read before it is taken: one that cannot be used is never saved."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(translate("Preferences", "Colour"), parent)
        self._settings = settings
        self._aside = Aside(self)
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self.file.setMinimumWidth(WIDE)
        self.file.setPlaceholderText(translate("Preferences", "Reelmend's own"))
        self.file.setToolTip(translate("Preferences", "An OpenColorIO configuration"))
        self.choose = QPushButton(translate("Preferences", "Choose..."))
        self.choose.setToolTip(translate("Preferences", "Take your house's own OpenColorIO file"))
        self.choose.clicked.connect(self._choose)
        self.own = QPushButton(translate("Preferences", "Reelmend's own"))
        self.own.setToolTip(translate("Preferences", "Go back to the configuration that comes with Reelmend"))
        self.own.clicked.connect(lambda: self.try_config(None))
        self.found = told()
        waits = translate("Preferences", "From the next opening of a project. Pictures are computed anew with it.")
        notes = (self.found, told(waits))
        self.row(translate("Preferences", "OpenColorIO file"), self.file, self.choose, self.own, note=notes)
        self.finish()
        self.file.setText(str(settings.ocio_config or ""))
        self.try_config(settings.ocio_config)

    def _choose(self) -> None:
        title = translate("Preferences", "Choose an OpenColorIO file")
        kinds = translate("Preferences", "OpenColorIO configurations (*.ocio *.ocioz)")
        place = str(self._settings.ocio_config.parent) if self._settings.ocio_config else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, title, place, kinds)
        if chosen:
            self.try_config(Path(chosen))

    def try_config(self, path: Path | None) -> None:
        """Read a configuration and take it if it can be used."""
        say(self.found, translate("Preferences", "Reading..."))
        self._aside.ask("config", lambda: facts.colour(path), self._read)

    def _read(self, found: facts.Colour) -> None:
        if found.fault:
            say(self.found, sentence(found.fault), "bad")
            return
        self._settings.ocio_config = found.path
        self.file.setText("" if found.path is None else str(found.path))
        self.own.setEnabled(found.path is not None)
        text = translate("Preferences", "{number} encoding(s); displays: {names}", n=found.encodings)
        say(self.found, text.format(number=found.encodings, names=", ".join(found.displays)))
