"""The welcome page: begin with media, open a project, try the demo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import __version__
from app.document.lease import process_alive
from app.errors import ReelmendError
from app.session import SUFFIX
from widgets.settings import Settings
from widgets.text import LANGUAGES, translate
from widgets.theme import icon
from widgets.theme.palette import ON_ACCENT, TEXT
from widgets.welcome.aside import Aside
from widgets.welcome.media import media_kinds, media_of, project_in
from widgets.welcome.recents import RecentList, look
from widgets.welcome.trouble import TroubleCard

LEFT_WIDTH = 376
LARGEST = QSize(1360, 960)
"""On a big screen the page stays in the middle: what belongs together is seen together."""


class WelcomePage(QWidget):
    """Emits what the person wants; opens and makes nothing itself."""

    new_requested = Signal(list)
    """`list[Path]`: movies, folders, frames."""

    open_requested = Signal(Path, bool)
    """A project, and whether to open it for reading only."""

    demo_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAcceptDrops(True)
        self._aside = Aside(self)
        sheet = QWidget()
        sheet.setMaximumSize(LARGEST)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sheet)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(56, 48, 56, 40)
        columns.setSpacing(56)
        columns.addWidget(self._made_left())
        columns.addWidget(self._made_right(), 1)
        self._show_recents()
        settings.changed.connect(self._on_setting)
        if (left := settings.running) is not None and not process_alive(left[1], ""):
            self.show_crash(left[0])

    # -- parts --

    def _made_left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_label("Reelmend", "display"))
        column.addWidget(
            _label(translate("Welcome", "The machine makes the coarse pass, you make the fine one."), "dim")
        )
        column.addSpacing(24)
        column.addWidget(_label(translate("Welcome", "New project"), "section"))
        self.movie = self._button(
            translate("Welcome", "Movie, or a frame of a sequence..."), "film", self._choose_media, primary=True
        )
        self.folder = self._button(translate("Welcome", "Folder of frames..."), "folder-plus", self._choose_folder)
        self.drop_hint = _label(translate("Welcome", "Or drop them here."), "dim")
        column.addWidget(self.movie)
        column.addWidget(self.folder)
        column.addWidget(self.drop_hint)
        column.addSpacing(16)
        column.addWidget(_label(translate("Welcome", "Go on"), "section"))
        self.movie.setToolTip(translate("Welcome", "A movie file, or one frame: it stands for its whole sequence"))
        self.folder.setToolTip(translate("Welcome", "A folder with the numbered frames of one scan"))
        self.open = self._button(translate("Welcome", "Open project..."), "folder-open", self._choose_project)
        column.addWidget(self.open)
        column.addSpacing(16)
        column.addWidget(_label(translate("Welcome", "Try it"), "section"))
        self.demo = self._button(translate("Welcome", "Make the demo reel"), "clapperboard", self.demo_requested.emit)
        self.open.setToolTip(translate("Welcome", "A project file (*{suffix})").format(suffix=SUFFIX))
        self.demo.setToolTip(translate("Welcome", "Damages a short film and opens it as a project"))
        column.addWidget(self.demo)
        column.addWidget(
            _label(
                translate("Welcome", "A short film that is damaged on purpose, so that you know what was there."),
                "dim",
            )
        )
        column.addStretch(1)
        column.addLayout(self._made_foot())
        return left

    def _made_foot(self) -> QHBoxLayout:
        self.language = QComboBox()
        self.language.setToolTip(translate("Welcome", "The language of the window"))
        self.language.setAccessibleName(self.language.toolTip())
        self.language.addItem(translate("Welcome", "System language"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(self._settings.language), 0))
        self.language.activated.connect(self._set_language)
        foot = QHBoxLayout()
        sign = QLabel()
        sign.setPixmap(icon("languages").pixmap(QSize(16, 16)))
        foot.addWidget(sign)
        foot.addWidget(self.language)
        foot.addStretch(1)
        foot.addWidget(_label(translate("Welcome", "Version {version}").format(version=__version__), "dim"))
        return foot

    def _made_right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        self.trouble = TroubleCard()
        self.trouble.open_requested.connect(self.open_requested)
        self.recents = RecentList()
        self.recents.open_requested.connect(self.open_requested)
        self.recents.forget_requested.connect(self._settings.forget)
        self.nothing = _label(
            translate("Welcome", "Nothing here yet. Projects you open stand here, with a picture of each."), "dim"
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.trouble)
        column.addWidget(_label(translate("Welcome", "Recent projects"), "heading"))
        column.addWidget(self.recents, 1)
        column.addWidget(self.nothing, 1)
        return right

    @staticmethod
    def _button(text: str, picture: str, run: object, primary: bool = False) -> QPushButton:
        button = QPushButton(f"  {text}")
        button.setIcon(icon(picture, ON_ACCENT if primary else TEXT))
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(36)
        button.setProperty("role", "primary wide" if primary else "wide")
        button.clicked.connect(run)
        return button

    # -- what was open --

    def _show_recents(self) -> None:
        recent = self._settings.recent
        self.recents.setVisible(bool(recent))
        self.nothing.setVisible(not recent)
        self.recents.put_unseen(recent)
        self._aside.ask("recents", lambda: look(recent), self.recents.put)

    def _on_setting(self, name: str) -> None:
        if name == "recent":
            self._show_recents()

    # -- trouble --

    def show_trouble(self, path: Path, error: ReelmendError) -> None:
        """Say why a project could not be opened, with what can be done."""
        self.trouble.tell(path, error)

    def show_crash(self, path: Path) -> None:
        """Say that the last run ended without closing its project."""
        self.trouble.tell_crash(path)

    # -- choosing --

    def _set_language(self, row: int) -> None:
        self._settings.language = self.language.itemData(row)

    def _last_folder(self) -> str:
        recent = self._settings.recent
        return str(recent[0].path.parent if recent else Path.home())

    def _choose_media(self) -> None:
        title = translate("Welcome", "Choose movies, or any frame of a sequence")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, self._last_folder(), media_kinds())
        self._begin([Path(name) for name in chosen])

    def _choose_folder(self) -> None:
        title = translate("Welcome", "Choose a folder of frames")
        chosen = QFileDialog.getExistingDirectory(self, title, self._last_folder())
        self._begin([Path(chosen)] if chosen else [])

    def _choose_project(self) -> None:
        title = translate("Welcome", "Open project")
        kinds = translate("Welcome", "Reelmend projects (*{suffix})").format(suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self, title, self._last_folder(), kinds)
        self._begin([Path(chosen)] if chosen else [])

    def _begin(self, paths: list[Path]) -> None:
        """Open the project among these, or ask for a new one of the media."""
        if (project := project_in(paths)) is not None:
            self.open_requested.emit(project, False)
        elif media := media_of(paths):
            self.new_requested.emit(media)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere on the page."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.drop_hint.setText(translate("Welcome", "Let go to begin."))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self.drop_hint.setText(translate("Welcome", "Or drop them here."))

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with what was dropped."""
        self.drop_hint.setText(translate("Welcome", "Or drop them here."))
        event.acceptProposedAction()
        self._begin([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
