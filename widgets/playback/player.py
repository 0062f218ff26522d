"""Moves the playhead through the film: the transport says what is due, a timer wakes at the next deadline."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.document.change import Change
from app.playback.proxies import Proxies
from app.playback.reach import Aim
from app.playback.run import SECOND
from app.playback.sound import SoundPlayer, SoundState
from app.playback.transport import Clock, Transport, free_clock
from widgets.bridge.pictures import Arrived
from widgets.context import Context

_MILLISECOND = SECOND // 1000


class Player(QObject):
    """Plays what the desk has marked. Made and used on the UI thread; waits for nothing.

    The clock never waits for a picture: one that is late is counted as dropped, and the next is shown when it is
    due. While sound plays, the sound device is the clock.
    """

    changed = Signal()
    """Speed, loop or sound are others. Counts are to be read while it plays."""

    def __init__(
        self,
        context: Context,
        sound: SoundPlayer | None = None,
        proxies: Proxies | None = None,
        clock: Clock = free_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._desk = context.bridge, context.desk
        self._supply = context.bridge.pictures.supply
        self._sound, self._proxies, self._settings = sound, proxies, context.settings
        self._free = clock
        self._moving_playhead = False
        film = self._bridge.film
        self.transport = Transport(film.rate, film.length, clock)
        self.transport.seek(self._desk.playhead)
        self.sounding = False
        """True while sound plays and leads."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._listen()
        self._take_film()

    # --- what a person asks for ----------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play, or stand."""
        self.transport.toggle()
        self._set_off()

    def forward(self) -> None:
        """L."""
        self.transport.forward()
        self._set_off()

    def backward(self) -> None:
        """J."""
        self.transport.backward()
        self._set_off()

    def stop(self, held: bool = False) -> None:
        """K; `held` while the key is down."""
        if held:
            self.transport.hold()
        else:
            self.transport.stop()
        self._set_off()

    def let_go(self, hold: bool) -> None:
        """K comes up (`hold`), or J or L."""
        if hold:
            self.transport.release()
        else:
            self.transport.release_direction()
        if not self.transport.playing and self._desk.speed:
            self._set_off()

    def go(self, position: int) -> None:
        """Stand at a position."""
        self.transport.stop()
        self.transport.seek(position)
        self._set_off()

    def go_to_end(self) -> None:
        """Stand at the film's last position."""
        self.go(self._bridge.film.length - 1)

    def go_to_in(self) -> None:
        """Stand at the mark in; at the film's begin where there is none."""
        self.go(self._desk.played_range()[0])

    def go_to_out(self) -> None:
        """Stand at the mark out; at the film's end where there is none."""
        self.go(self._desk.played_range()[1] - 1)

    def step(self, frames: int) -> None:
        """Stand so many frames further on."""
        self.transport.stop()
        self.go(self.transport.position + frames)

    def cut(self, direction: int) -> None:
        """Go to the next cut (1), or the one before (-1); film begin and end count as cuts."""
        film, here = self._bridge.film, self._desk.playhead
        cuts = [0, *(shot.first for shot in film.shots), max(film.length - 1, 0)]
        beyond = [cut for cut in cuts if (cut - here) * direction > 0]
        if beyond:
            self.go(min(beyond) if direction > 0 else max(beyond))

    def reset_dropped(self) -> None:
        """Count dropped frames from 0 again."""
        self.transport.reset_dropped()
        self.changed.emit()

    # --- what a bar shows ------------------------------------------------------------------------------------

    @property
    def measured_rate(self) -> float | None:
        """Pictures shown a second, over the last second; None where it is too early to say."""
        return self.transport.measured_rate(self.transport.clock())

    @property
    def approximate(self) -> bool:
        """True while stand-ins are on the screen."""
        return self.transport.playing and self._supply.approximate(self._desk.playhead)

    @property
    def proxies_made(self) -> float | None:
        """Share of the proxies that are needed and made, 0 to 1; None where all are, or none is needed."""
        states = self._proxies.states().values() if self._proxies is not None else ()
        needed = [state for state in states if state.needed and not state.problem]
        done, total = sum(state.done for state in needed), sum(state.total for state in needed)
        return done / total if done < total else None

    @property
    def sound_state(self) -> SoundState:
        """Whether there is anything to hear, and anything to hear it with."""
        return SoundState.NO_DEVICE if self._sound is None else self._sound.state(self._bridge.film)

    @property
    def muted(self) -> bool:
        """True where sound leads but is not heard."""
        return self._sound is not None and self._sound.muted

    def set_muted(self, muted: bool) -> None:
        """Be heard or not; the clock stays the same."""
        if self._sound is not None:
            self._sound.muted = muted
            self.changed.emit()

    # --- on the way ------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        desk, bridge = self._desk, self._bridge
        desk.playhead_changed.connect(self._on_playhead)
        desk.range_changed.connect(self._take_range)
        desk.loop_changed.connect(self._take_range)
        desk.scrubbing_changed.connect(self._on_scrubbing)
        bridge.changed.connect(self._on_changed)
        bridge.reloaded.connect(self._take_film)
        bridge.pictures.arrived.connect(self._on_arrived)
        bridge.pictures.failed.connect(self._on_failed)
        self._settings.changed.connect(self._on_setting)

    def _tick(self) -> None:
        transport = self.transport
        playing = transport.playing
        self._move(transport.advance(transport.clock()))
        if playing and not transport.playing:
            self._set_off()
        else:
            self._arm()

    def _set_off(self) -> None:
        """Speed or place were changed by a person, or the end was reached: bring everything else in line."""
        self._lead_by_sound()
        speed = float(self.transport.speed)
        moving = bool(speed) or self._desk.scrubbing
        stand_in = not moving and self._supply.approximate(self._desk.playhead)
        self._bridge.pictures.moving = moving
        if self._proxies is not None:
            self._proxies.set_moving(moving)
        # Before anyone is told: who asks for pictures on the news must get those for standing, or for moving.
        self._aim()
        self._desk.set_speed(speed)
        self._move(self.transport.position)
        if stand_in:
            self._have_asked_again()
        self._arm()
        self.changed.emit()

    def _have_asked_again(self) -> None:
        """The film stands now: panes that show a stand-in ask anew, for the real picture."""
        self._moving_playhead = True
        try:
            self._desk.playhead_changed.emit(self._desk.playhead)
        finally:
            self._moving_playhead = False

    def _move(self, position: int) -> None:
        self._moving_playhead = True
        try:
            self._desk.set_playhead(position)
        finally:
            self._moving_playhead = False
        self._aim()
        self._note_shown(position)

    def _aim(self) -> None:
        transport = self.transport
        stride = int(transport.speed) or (1 if transport.speed > 0 else -1 if transport.speed < 0 else 0)
        self._supply.aim(Aim(transport.route, transport.position, stride, self._bridge.pictures.moving))
        film = self._bridge.film
        if self._proxies is not None and film.length:
            self._proxies.aim(film.frame(film.clamped(transport.position)))

    def _note_shown(self, position: int) -> None:
        if position == self.transport.position and self._supply.ready(position):
            self.transport.shown(position, self.transport.clock())

    def _arm(self) -> None:
        now = self.transport.clock()
        due = self.transport.next_deadline(now)
        if due is not None:
            self._timer.start(max(-((now - due) // _MILLISECOND), 0))
        elif self.transport.playing:
            self._timer.start(0)
        else:
            self._timer.stop()

    def _lead_by_sound(self) -> None:
        """At projection speed the sound device is the clock; at any other, and where there is none, our own is."""
        self.transport.use(self._free)
        clock = None
        if self._sound is not None:
            if self.transport.speed == 1 and not self._desk.scrubbing:
                self.transport.seek(self.transport.position)
                clock = self._sound.play(self._bridge.film, self.transport.route, self.transport.position)
            else:
                self._sound.stop()
        self.sounding = clock is not None
        if clock is not None:
            self.transport.use(clock)

    # --- told by others --------------------------------------------------------------------------------------

    def _on_playhead(self, position: int) -> None:
        """Someone else moved the playhead."""
        if self._moving_playhead:
            return
        self.transport.seek(position)
        if self.transport.playing:
            self._set_off()
        else:
            # Panes are told by the same signal, some of them after us: aim when all have asked.
            QTimer.singleShot(0, self, self._aim)

    def _on_scrubbing(self, scrubbing: bool) -> None:
        if scrubbing and self.transport.playing:
            self.transport.stop()
        self._set_off()

    def _on_arrived(self, arrived: Arrived) -> None:
        self._note_shown(arrived.position)

    def _on_failed(self, pane: str, position: int, reason: str) -> None:
        self._note_shown(position)

    def _on_setting(self, name: str) -> None:
        if name == "proxies" and self._proxies is not None:
            self._proxies.set_enabled(self._settings.proxies)

    def _on_changed(self, change: Change) -> None:
        self._take_film()

    def _take_film(self) -> None:
        film = self._bridge.film
        before = self.transport.route.length, self.transport.rate
        self._supply.set_film(film)
        self.transport.set_film(Fraction(film.rate), film.length)
        self._take_range()
        if before != (film.length, film.rate) and self.transport.playing:
            self._set_off()

    def _take_range(self) -> None:
        first, beyond = self._desk.played_range()
        before = self.transport.route
        self.transport.set_range(first, beyond, self._desk.loop)
        if self.transport.route != before:
            if self.sounding:
                self._set_off()
            self._aim()
            self.changed.emit()
