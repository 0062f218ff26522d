"""What the person chose, kept between runs."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_LIMIT = 12
PROJECTS = "projects"
OWN_CACHE = "reelmend-cache"
DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open; `picture` is a small PNG of it, where one was made."""

    path: Path
    opened: datetime
    picture: Path | None = None


class Settings(QObject):
    """Typed values in an INI file of the user's configuration folder.

    `changed(name)` follows each change of a value, so that what a preference means can happen at once.
    Belongs to the UI thread. Reading is from memory; the file is written by Qt shortly after.
    """

    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or platformdirs.user_config_path("reelmend") / "reelmend.ini"
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat, self)

    def _text(self, key: str, default: str = "") -> str:
        return str(self._store.value(key, default))

    def _put(self, key: str, value: object) -> None:
        if self._store.value(key) != value:
            self._store.setValue(key, value)
            self.changed.emit(key)

    def _folder(self, key: str) -> Path | None:
        text = self._text(key)
        return Path(text) if text else None

    @property
    def language(self) -> str:
        """A key of `widgets.text.LANGUAGES`, or '' for the system's."""
        return self._text("language")

    @language.setter
    def language(self, value: str) -> None:
        self._put("language", value)

    @property
    def scale(self) -> int:
        """Size of the window's text and controls in per cent, 100 to 200; needs a restart."""
        text = self._text("scale", "100")
        return min(max(int(text), 100), 200) if text.isdigit() else 100

    @scale.setter
    def scale(self, value: int) -> None:
        self._put("scale", str(value))

    @property
    def device(self) -> str:
        """Where pictures are computed: one of DEVICES. Holds from the next opening of a project."""
        text = self._text("device", "auto")
        return text if text in DEVICES else "auto"

    @device.setter
    def device(self, value: str) -> None:
        self._put("device", value)

    @property
    def memory(self) -> int | None:
        """Bytes all caches may hold together; None for the engine's own share."""
        text = self._text("memory")
        return int(text) if text.isdigit() else None

    @memory.setter
    def memory(self, value: int | None) -> None:
        self._put("memory", "" if value is None else str(value))

    @property
    def cache_folder(self) -> Path:
        """Where proxies, waveforms and indices lie; all of it can be made again.

        In a folder that the person chose it is one of our own, so that clearing it touches nothing else.
        """
        chosen = self._folder("cache_folder")
        return chosen / OWN_CACHE if chosen else platformdirs.user_cache_path("reelmend")

    @cache_folder.setter
    def cache_folder(self, value: Path | None) -> None:
        self._put("cache_folder", "" if value is None else str(value))

    @property
    def ocio_config(self) -> Path | None:
        """The house's own OpenColorIO file; None for Reelmend's."""
        return self._folder("ocio_config")

    @ocio_config.setter
    def ocio_config(self, value: Path | None) -> None:
        self._put("ocio_config", "" if value is None else str(value))

    @property
    def author(self) -> str:
        """The name written beside every edit; '' for the login name."""
        return self._text("author")

    @author.setter
    def author(self, value: str) -> None:
        self._put("author", value.strip())

    @property
    def proxies(self) -> bool:
        """True to make and play proxies of what the machine cannot decode in time."""
        return self._text("proxies", "yes") == "yes"

    @proxies.setter
    def proxies(self, value: bool) -> None:
        self._put("proxies", "yes" if value else "no")

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Command id to its keys, for the commands whose keys the person changed; portable key texts."""
        stored = _json(self._text("keys", "{}"))
        return {str(id): tuple(map(str, keys)) for id, keys in stored.items()} if isinstance(stored, dict) else {}

    @keys.setter
    def keys(self, value: dict[str, tuple[str, ...]]) -> None:
        self._put("keys", json.dumps(value, sort_keys=True))

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Ids of the commands last run from the palette, newest first."""
        stored = _json(self._text("recent_commands", "[]"))
        return tuple(map(str, stored)) if isinstance(stored, list) else ()

    @recent_commands.setter
    def recent_commands(self, value: tuple[str, ...]) -> None:
        self._put("recent_commands", json.dumps(value))

    def layout(self, name: str) -> QByteArray:
        """A kept arrangement of the window (`saveState`, `saveGeometry`); empty where none was kept."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Keep an arrangement of the window under a name."""
        self._put(f"layout/{name}", state)

    def value(self, name: str, default: str = "") -> str:
        """A room's own small choice, as text: `timeline/heights`, `scopes/kind`."""
        return self._text(f"rooms/{name}", default)

    def set_value(self, name: str, value: str) -> None:
        """Keep a room's own small choice."""
        self._put(f"rooms/{name}", value)

    def of_project(self, path: Path, name: str, default: str = "") -> str:
        """What was kept about a project on this desk: where one left off, what was chosen there last."""
        return self._text(f"{PROJECTS}/{_group(path)}/{name}", default)

    def set_of_project(self, path: Path, name: str, value: str) -> None:
        """Keep it for as long as the project is among the recent ones."""
        self._put(f"{PROJECTS}/{_group(path)}/{name}", value)

    def _forget_old_ones(self) -> None:
        """Let go of what was kept about projects that are off the list."""
        known = {_group(item.path) for item in self.recent}
        self._store.beginGroup(PROJECTS)
        for group in self._store.childGroups():
            if group not in known:
                self._store.remove(group)
        self._store.endGroup()

    @property
    def recent(self) -> tuple[Recent, ...]:
        """Projects that were open, newest first. Whether they are still there is not asked here."""
        stored = _json(self._text("recent", "[]"))
        found = []
        for item in stored if isinstance(stored, list) else []:
            try:
                picture = Path(item["picture"]) if item.get("picture") else None
                found.append(Recent(Path(item["path"]), datetime.fromisoformat(item["opened"]), picture))
            except (KeyError, TypeError, ValueError, AttributeError):
                continue  # a line written by another version is no reason to lose the rest
        return tuple(found)

    def remember(self, path: Path, opened: datetime, picture: Path | None = None) -> None:
        """Put a project on top of the recent ones; an older picture of it is kept where none is given."""
        path = _anywhere(path)
        others = [item for item in self.recent if item.path != path]
        known = next((item.picture for item in self.recent if item.path == path), None)
        self._put_recent([Recent(path, opened, picture or known), *others][:RECENT_LIMIT])

    def set_picture(self, path: Path, picture: Path) -> None:
        """Give a recent project its picture; nothing happens where it is off the list by now."""
        path = _anywhere(path)
        self._put_recent([replace(item, picture=picture) if item.path == path else item for item in self.recent])

    def forget(self, path: Path) -> None:
        """Take a project off the recent ones; its file is not touched."""
        self._put_recent([item for item in self.recent if item.path != path])

    def _put_recent(self, items: list[Recent]) -> None:
        rows = [
            {"path": str(item.path), "opened": item.opened.isoformat(), "picture": str(item.picture or "")}
            for item in items
        ]
        self._put("recent", json.dumps(rows, ensure_ascii=False))
        self._forget_old_ones()

    @property
    def running(self) -> tuple[Path, int] | None:
        """The project that was open when this was last written, and the process that had it; None where closed."""
        stored = _json(self._text("running", "[]"))
        if isinstance(stored, list) and len(stored) == 2 and isinstance(stored[1], int):
            return Path(str(stored[0])), stored[1]
        return None

    def set_running(self, path: Path | None) -> None:
        """Note which project is open, at once on the disk: what a crash leaves behind tells of it."""
        self._put("running", "[]" if path is None else json.dumps([str(_anywhere(path)), os.getpid()]))
        self.flush()

    def flush(self) -> None:
        """Write the file now: at the end of the program."""
        self._store.sync()


def _group(path: Path) -> str:
    """A project's name in the file: a path may hold anything."""
    return hashlib.sha256(os.fsencode(_anywhere(path))).hexdigest()[:16]


def _anywhere(path: Path) -> Path:
    """The path as it is found from every folder: the next start may be in another one."""
    return path.absolute()


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return None
