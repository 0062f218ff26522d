"""What every panel is made from."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.bridge.bridge import Bridge
from widgets.commands import CommandTable
from widgets.desk import Desk
from widgets.settings import Settings


@dataclass(frozen=True)
class Context:
    """One open project (`bridge`), what is done with it (`desk`), every command, and what is remembered."""

    bridge: Bridge
    desk: Desk
    commands: CommandTable
    settings: Settings
