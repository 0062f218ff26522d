"""The player and the transport bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.playback.proxies import Proxies
from app.playback.sound import SoundPlayer
from widgets.context import Context
from widgets.playback.bar import TransportBar
from widgets.playback.player import Player

__all__ = ["Player", "TransportBar", "make_panel"]


def make_panel(context: Context) -> QWidget:
    """The transport bar with its player; the sound ends with it, proxies with the project."""
    sound = SoundPlayer(context.bridge.session.engine.reels)
    bar = TransportBar(context, Player(context, sound, _proxies(context)))
    bar.destroyed.connect(sound.close)
    return bar


def _proxies(context: Context) -> Proxies:
    """The project's proxies; a window built anew on the same project finds those there are."""
    bridge, settings = context.bridge, context.settings
    known = bridge.proxies
    if known is not None:
        return known
    encodings = {id: ref.encoding for id, ref in bridge.snapshot.reels.items()}
    made = Proxies(
        bridge.session.engine.reels,
        encodings,
        bridge.film.rate,
        settings.cache_folder,
        enabled=settings.proxies,
        told=bridge.on_proxies,
    )
    bridge.use_proxies(made)
    return made
