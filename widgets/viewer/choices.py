"""What is drawn over and round the picture: chosen once, kept in the settings, the same in every viewer."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from widgets.settings import Settings
from widgets.theme.palette import BAD, OK, WARN
from widgets.viewer.marks import State

NAME = "viewer/choices"
GAINS = (1, 2, 4, 8, 16, 32)
FIELDS = ("frame", "even", "odd")


@dataclass(frozen=True, slots=True)
class Style:
    """How marks of one state are drawn: "#rrggbb", opacity of the filling 0..1, drawn at all."""

    colour: str
    opacity: float = 0.25
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person wants to see besides the picture.

    `overlay` shows the masks; `lines` is one of FIELDS: the whole frame, or its even (0, 2, ...) or odd lines
    only; `gain` multiplies the difference; `aspect` honours the pixel aspect ratio.
    """

    overlay: bool = True
    accepted: Style = Style(OK)
    proposed: Style = Style(WARN)
    rejected: Style = Style(BAD, opacity=0.0)
    safe: bool = False
    lines: str = "frame"
    grid: bool = True
    aspect: bool = True
    burn_in: bool = True
    readout: bool = True
    gain: int = 4

    def style(self, state: State) -> Style:
        """The style of a state."""
        return {State.ACCEPTED: self.accepted, State.PROPOSED: self.proposed, State.REJECTED: self.rejected}[state]

    def outlines_only(self) -> Choices:
        """The same with no filling: where the picture itself must be read."""
        return replace(
            self,
            accepted=replace(self.accepted, opacity=0.0),
            proposed=replace(self.proposed, opacity=0.0),
            rejected=replace(self.rejected, opacity=0.0),
        )

    def to_json(self) -> str:
        """For the settings file."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Choices:
        """The inverse; what is missing, unknown or of the wrong kind is as in a new installation."""
        try:
            stored = json.loads(text)
        except json.JSONDecodeError:
            return cls()
        fresh = cls()
        known: dict[str, Any] = {}
        for item in fields(cls):
            value = stored.get(item.name) if isinstance(stored, dict) else None
            known[item.name] = _checked(value, getattr(fresh, item.name))
        made = cls(**known)
        return replace(
            made,
            lines=made.lines if made.lines in FIELDS else fresh.lines,
            gain=made.gain if made.gain in GAINS else fresh.gain,
        )


def _checked(value: Any, default: Any) -> Any:
    if not isinstance(default, Style):
        return value if type(value) is type(default) else default
    if not isinstance(value, dict):
        return default
    colour, opacity, visible = value.get("colour"), value.get("opacity"), value.get("visible")
    return Style(
        colour if isinstance(colour, str) and len(colour) == 7 and colour[0] == "#" else default.colour,
        min(max(float(opacity), 0.0), 1.0) if isinstance(opacity, (int, float)) else default.opacity,
        visible if isinstance(visible, bool) else default.visible,
    )


class Chooser(QObject):
    """The choices as kept in the settings; `changed` follows, whichever viewer changed them."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.now = Choices.from_json(settings.value(NAME, "{}"))
        settings.changed.connect(self._follow)

    def change(self, **changes: object) -> None:
        """Choose some fields of `Choices` anew."""
        self._settings.set_value(NAME, replace(self.now, **changes).to_json())  # type: ignore[arg-type]

    def restyle(self, state: State, **changes: object) -> None:
        """Change how marks of one state are drawn."""
        style = replace(self.now.style(state), **changes)  # type: ignore[arg-type]
        self.change(**{state.value: style})

    def _follow(self, name: str) -> None:
        if not name.endswith(NAME):
            return
        chosen = Choices.from_json(self._settings.value(NAME, "{}"))
        if chosen != self.now:
            self.now = chosen
            self.changed.emit()
