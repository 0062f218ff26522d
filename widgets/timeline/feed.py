"""Brings what project, jobs, cache and sound say into the model. The work is done on other threads."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.change import Change
from app.document.density import Density
from app.document.snapshot import REPAIR_FAMILIES
from app.errors import ReelmendError
from app.playback.film import Film
from app.playback.waveform import Peaks
from widgets.bridge.bridge import Bridge
from widgets.desk import Desk
from widgets.jobs.job import Job, JobState
from widgets.timeline.heat import Heat, places_of
from widgets.timeline.model import Model, Places, Progress
from widgets.timeline.waves import Waves

HEAT_REST_MS = 250
"""Edits may follow each other quickly; what was found is counted once they pause."""
CACHE_EVERY_MS = 250
"""The cache bar follows at most so often."""
SHOWN_KINDS = frozenset({"pass", "cuts"})
"""Kinds of jobs that are drawn on the shots."""


class Feed(QObject):
    """Listens on the UI thread, writes into the model, and tells which lanes show something else now."""

    film_changed = Signal()
    lanes_changed = Signal(tuple)
    """Ids of lanes."""

    def __init__(self, bridge: Bridge, desk: Desk, model: Model, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._desk, self._model = bridge, desk, model
        self._heat_rest = QTimer(self, singleShot=True, interval=HEAT_REST_MS)
        self._heat_rest.timeout.connect(self.ask_heat)
        self._cache_rest = QTimer(self, singleShot=True, interval=CACHE_EVERY_MS)
        self._cache_rest.timeout.connect(self._read_cache)
        bridge.changed.connect(self._on_changed)
        bridge.reloaded.connect(self._on_reloaded)
        bridge.jobs.changed.connect(self._on_jobs)
        bridge.jobs.listed.connect(self._on_jobs)
        desk.compare_changed.connect(self._cache_rest.start)
        desk.preview_changed.connect(self._cache_rest.start)
        bridge.pictures.stocked.connect(self._poke_cache)
        model.show(bridge.film, bridge.snapshot)
        self._on_jobs()
        self.ask_heat()
        self._cache_rest.start()

    def _on_changed(self, change: Change) -> None:
        families = {slot[0] for slot in change.slots}
        if families & {"shot", "programme", "reel", "transitions", "protection"}:
            self._on_reloaded()
        elif change.repairs or families & REPAIR_FAMILIES:
            self._heat_rest.start()

    def _on_reloaded(self) -> None:
        self._model.show(self._bridge.film, self._bridge.snapshot)
        self.film_changed.emit()
        self._on_jobs()
        self._heat_rest.start()
        self._cache_rest.start()

    # --- what was found ----------------------------------------------------------------------------------

    def ask_heat(self) -> None:
        """Count what is accepted and proposed on every frame; the strip shows the old count meanwhile."""
        self._heat_rest.stop()
        project, film, snapshot = self._bridge.project, self._bridge.film, self._bridge.snapshot

        def count() -> Heat | None:
            densities: dict[str, Density] = {}
            for reel in {span.reel for span in film.spans}:
                try:
                    densities[reel] = project.density(snapshot, reel)
                except ReelmendError:
                    return None  # The state is gone meanwhile (an edit could not be kept); it is asked for again.
            return Heat.of(film, snapshot, densities)

        self._bridge.ask(self, "heat", count, self._heat_came, long=True)

    def _heat_came(self, heat: Heat | None) -> None:
        if heat is not None and heat.spans == self._model.film.spans:
            self._model.heat = heat
            self.lanes_changed.emit(("heat", "overview"))

    # --- jobs ----------------------------------------------------------------------------------------------

    def _on_jobs(self, job: Job | None = None) -> None:
        progress = tuple(
            self._progress(job)
            for job in self._bridge.jobs.active
            if job.kind in SHOWN_KINDS and job.state in (JobState.RUNNING, JobState.PAUSED)
        )
        if progress != self._model.progress:
            passes = (any(item.kind == "pass" for item in items) for items in (self._model.progress, progress))
            self._model.progress = progress
            self.lanes_changed.emit(("shots",) if len(set(passes)) == 1 else ("shots", "heat"))

    def _progress(self, job: Job) -> Progress:
        film = self._model.film
        ids = set(job.shots)
        asked = tuple((shot.first, shot.beyond) for shot in film.shots if shot.id in ids or not ids)
        done = tuple(place for part in job.ranges_done for place in places_of(film, *part))
        return Progress(job.title, joined(asked), done, job.fraction, job.state is JobState.PAUSED, job.kind)

    # --- cache and sound -------------------------------------------------------------------------------------

    def _poke_cache(self) -> None:
        if not self._cache_rest.isActive():
            self._cache_rest.start()

    def _read_cache(self) -> None:
        stretches = self._bridge.pictures.supply.spans(self._desk.compare.b)
        exact = tuple((item.first, item.beyond) for item in stretches if not item.approximate)
        rough = tuple((item.first, item.beyond) for item in stretches if item.approximate)
        if (exact, rough) != (self._model.cached, self._model.approximate):
            self._model.cached, self._model.approximate = exact, rough
            self.lanes_changed.emit(("cache",))

    def hear(self, waves: Waves) -> None:
        """Show the sound's peaks, now and after every change of the film."""
        waves.came.connect(self._waves_came)
        self.film_changed.connect(waves.ask)
        waves.ask()

    def _waves_came(self, film: Film, peaks: Peaks) -> None:
        if film.spans == self._model.film.spans:
            self._model.waves = peaks
            self.lanes_changed.emit(("sound",))


def joined(places: Places) -> Places:
    """Ranges in order, those that follow on made one."""
    made: list[tuple[int, int]] = []
    for first, beyond in places:
        if made and made[-1][1] == first:
            made[-1] = (made[-1][0], beyond)
        else:
            made.append((first, beyond))
    return tuple(made)
