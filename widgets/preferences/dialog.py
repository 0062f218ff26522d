"""The preferences: pages at the left, what they hold at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.commands import CommandTable, ShortcutEditor
from widgets.preferences.colour import ColourPage
from widgets.preferences.general import GeneralPage
from widgets.preferences.machine import MachinePage
from widgets.preferences.parts import Page
from widgets.settings import Settings
from widgets.text import translate
from widgets.theme import icon


class PreferencesDialog(QDialog):
    """Every change holds at once, so there is only one button: close."""

    def __init__(self, settings: Settings, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Preferences", "Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.general = GeneralPage(settings)
        self.machine = MachinePage(settings)
        self.colour = ColourPage(settings)
        self.keys = Page(translate("Preferences", "Keys"))
        self.editor = ShortcutEditor(commands)
        self.keys.column.addWidget(self.editor, 1)
        self.list = QListWidget()
        self.list.setFixedWidth(208)
        self.list.setProperty("role", "pages")
        self.list.setAccessibleName(translate("Preferences", "Pages"))
        self.pages = QStackedWidget()
        for page, picture in (
            (self.general, "settings"),
            (self.machine, "cpu"),
            (self.colour, "palette"),
            (self.keys, "keyboard"),
        ):
            self._add(page, picture)
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.list.setCurrentRow(0)
        self._lay_out()

    def _add(self, page: Page, picture: str) -> None:
        item = QListWidgetItem(icon(picture), page.title)
        item.setSizeHint(QSize(0, 32))
        self.list.addItem(item)
        if page is self.keys:  # it scrolls itself
            self.pages.addWidget(page)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        self.pages.addWidget(area)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setIcon(icon("x"))  # the style's own is drawn for light windows
        close.setToolTip(translate("Preferences", "Every change holds already (Esc)"))
        buttons.setContentsMargins(16, 12, 16, 16)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.list)
        above.addWidget(self.pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above, 1)
        whole.addWidget(buttons)
        self.resize(QSize(960, 640))
        self.setMinimumSize(QSize(880, 520))

    def show_page(self, page: QWidget) -> None:
        """Turn to a page: `dialog.keys`, say."""
        for row in range(self.pages.count()):
            shown = self.pages.widget(row)
            if shown is page or (isinstance(shown, QScrollArea) and shown.widget() is page):
                self.list.setCurrentRow(row)
