"""Device, memory, cache, playback."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QPushButton, QWidget

from app.memory import memory_bytes
from widgets.preferences import facts
from widgets.preferences.general import WIDE
from widgets.preferences.parts import CONTROL_HEIGHT, Page, say, told
from widgets.settings import Settings
from widgets.text import translate
from widgets.welcome.aside import Aside

GIGABYTE = 10**9
LEAST_GB = 0.5


class MachinePage(Page):
    """Where pictures are computed, and what may be kept to be quick again."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(translate("Preferences", "Machine and playback"), parent)
        self._settings = settings
        self._aside = Aside(self)
        self._total = memory_bytes()
        self._make_device()
        self._make_memory()
        self._make_cache()
        self.proxies = QCheckBox(translate("Preferences", "Make and play proxies where the machine is too slow"))
        self.proxies.setToolTip(
            translate("Preferences", "Proxies are smaller copies, marked as such while they play")
        )
        self.proxies.setMinimumHeight(CONTROL_HEIGHT)
        self.proxies.setChecked(settings.proxies)
        self.proxies.toggled.connect(lambda on: setattr(settings, "proxies", on))
        self.row(
            translate("Preferences", "Playback"),
            self.proxies,
            note=translate(
                "Preferences", "Standing still, the full picture is always shown. Exports never use proxies."
            ),
        )
        self.finish()
        self._aside.ask("devices", facts.devices, self._show_devices)
        self._count_cache()

    # -- device --

    def _make_device(self) -> None:
        self.device = QComboBox()
        self.device.setFixedWidth(WIDE)
        self.device.setToolTip(translate("Preferences", "Where pictures are computed"))
        self.device.addItem(translate("Preferences", "The best there is"), "auto")
        for id in ("cpu", "cuda", "mps"):
            self.device.addItem(id.upper(), id)
        self.device.setCurrentIndex(max(self.device.findData(self._settings.device), 0))
        self.device.activated.connect(self._set_device)
        self.row(
            translate("Preferences", "Compute on"),
            self.device,
            note=translate("Preferences", "From the next opening of a project."),
        )

    def _show_devices(self, found: list[facts.Device]) -> None:
        cores = next((int(device.name) for device in found if device.id == "cpu"), 0)
        names = {
            "cpu": translate("Preferences", "CPU, {number} core(s)", n=cores),
            "cuda": translate("Preferences", "NVIDIA GPU: {name}"),
            "mps": translate("Preferences", "Apple GPU"),
        }
        absent = {
            "cuda": translate("Preferences", "NVIDIA GPU (none here)"),
            "mps": translate("Preferences", "Apple GPU (none here)"),
        }
        model = self.device.model()
        for device in found:
            row = self.device.findData(device.id)
            named = names[device.id].format(number=device.name, name=device.name)
            self.device.setItemText(row, named if device.name else absent[device.id])
            if isinstance(model, QStandardItemModel):
                model.item(row).setEnabled(bool(device.name))

    def _set_device(self, row: int) -> None:
        self._settings.device = self.device.itemData(row)

    # -- memory --

    def _make_memory(self) -> None:
        self.memory = QDoubleSpinBox()
        self.memory.setFixedWidth(WIDE)
        self.memory.setDecimals(1)
        self.memory.setSingleStep(0.5)
        self.memory.setRange(0.0, max(self._total * 0.9 / GIGABYTE, LEAST_GB))
        self.memory.setSuffix(translate("Preferences", " GB"))
        self.memory.setSpecialValueText(translate("Preferences", "A quarter of the memory"))
        self.memory.setToolTip(translate("Preferences", "How much memory pictures may take to be quick again"))
        self.memory.setKeyboardTracking(False)
        self.memory.setValue((self._settings.memory or 0) / GIGABYTE)
        self.memory.valueChanged.connect(self._set_memory)
        self.share = told()
        self._show_share()
        self.row(translate("Preferences", "Memory for pictures"), self.memory, note=self.share)

    def _set_memory(self, gigabytes: float) -> None:
        if 0 < gigabytes < LEAST_GB:
            self.memory.setValue(LEAST_GB)
            return
        self._settings.memory = round(gigabytes * GIGABYTE) or None
        self._show_share()

    def _show_share(self) -> None:
        bytes = self._settings.memory or self._total // 4
        text = translate("Preferences", "{size} of {total}: {share} % of this machine's memory.")
        share = round(100 * bytes / self._total)
        say(self.share, text.format(size=size_text(bytes), total=size_text(self._total), share=share))

    # -- cache --

    def _make_cache(self) -> None:
        self.folder = QLineEdit(str(self._settings.cache_folder))
        self.folder.setReadOnly(True)
        self.folder.setMinimumWidth(WIDE)
        self.folder.setToolTip(translate("Preferences", "Where proxies, waveforms and indices are kept"))
        self.choose = QPushButton(translate("Preferences", "Choose..."))
        self.choose.setToolTip(translate("Preferences", "Choose another folder, best on a fast disk"))
        self.choose.clicked.connect(self._choose_cache)
        self.clear = QPushButton(translate("Preferences", "Clear"))
        self.clear.setToolTip(translate("Preferences", "Delete what is kept there; it is made again when needed"))
        self.clear.clicked.connect(self._clear_cache)
        self.used = told()
        self.row(translate("Preferences", "Cache folder"), self.folder, self.choose, self.clear, note=self.used)

    def _choose_cache(self) -> None:
        title = translate("Preferences", "Choose a folder for the cache")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._settings.cache_folder.parent))
        if chosen:
            self._settings.cache_folder = Path(chosen)
            self.folder.setText(str(self._settings.cache_folder))
            self._count_cache()

    def _count_cache(self) -> None:
        folder = self._settings.cache_folder
        self._show_used(None)
        self._aside.ask("cache", lambda: facts.folder_bytes(folder), self._show_used)

    def _clear_cache(self) -> None:
        folder = self._settings.cache_folder
        self.clear.setEnabled(False)
        self._aside.ask("cache", lambda: facts.clear(folder), self._show_used)

    def _show_used(self, bytes: int | None) -> None:
        self.clear.setEnabled(bool(bytes))
        if bytes is None:
            say(self.used, translate("Preferences", "Counting..."))
        elif bytes == 0:
            say(
                self.used,
                translate("Preferences", "Empty. All of it can be made again; projects keep nothing there."),
            )
        else:
            text = translate(
                "Preferences", "{size} in use. All of it can be made again; projects keep nothing there."
            )
            say(self.used, text.format(size=size_text(bytes)))


def size_text(bytes: int) -> str:
    """`812 MB`, `3.4 GB`: decimal units, as disks are sold."""
    if bytes < GIGABYTE:
        return translate("Preferences", "{number} MB").format(
            number=f"{bytes / 10**6:.0f}" if bytes >= 10**6 else "<1"
        )
    return translate("Preferences", "{number} GB").format(number=f"{bytes / GIGABYTE:.1f}")
