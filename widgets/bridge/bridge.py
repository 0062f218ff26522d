"""One open project as the window sees it: its state, edits on their way in, changes and pictures on their way out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.document.change import Change
from app.document.commands import Command
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.look import Look, Shown
from app.engine.worker import Priority, Token, Worker
from app.errors import ReelmendError
from app.playback.film import Film
from app.playback.proxied import Render, proxied, untouched
from app.playback.proxies import Proxies
from app.playback.supply import Supply
from app.session import Session
from widgets.bridge.inbox import Inbox
from widgets.bridge.pictures import Pictures
from widgets.bridge.questions import Questions
from widgets.jobs.board import JobBoard
from widgets.text import sentence, translate

T = TypeVar("T")

FILM_SLOTS = frozenset({"shot", "programme", "reel"})
"""Families of slots that the film is laid out from."""

FRONT_SHARE = 0.4
"""Part of the caches' bytes that display pictures ahead of the playhead may take."""


class Bridge(QObject):
    """Between the UI thread and the project, its engine and its jobs. Made and used on the UI thread; never waits.

    Every edit is applied on one edit thread, in the order in which it was dispatched, and told by `changed` once it
    holds, whoever dispatched it: a widget, a job or an undo.
    """

    changed = Signal(object)
    """`app.document.change.Change`, after `snapshot` and `film` are those of the edit."""
    acknowledged = Signal(int)
    """The ledger is on the disk up to this row."""
    reloaded = Signal()
    """The state is another, by no edit: edits could not be kept, or a copy was merged in. Views start over."""
    proxies_changed = Signal()
    """More proxies are made."""
    closing = Signal()
    """The project is about to be closed: whoever reads it on threads of its own stops now."""
    failed = Signal(str, str)
    """A headline and a sentence for a person, in their language."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.project: Project = session.project
        self.snapshot: Snapshot = session.snapshot
        self.film = Film.of(self.snapshot)
        self.inbox = Inbox(self)
        self.jobs = JobBoard(self)
        self.unacknowledged = 0
        self._worker = Worker("engine")
        self.proxies: Proxies | None = None
        self._way: Render = self._make
        self._edits = ThreadPoolExecutor(1, thread_name_prefix="edits")
        self._questions = Questions(
            self.inbox, lambda error: self.tell(translate("Bridge", "That did not work"), error)
        )
        budget = session.engine.cache.statistics().budget
        session.engine.cache.set_budget(int(budget * (1 - FRONT_SHARE)))
        supply = Supply(
            lambda position, look, scale, priority: self.render(position, look, scale, priority, Token()),
            int(budget * FRONT_SHARE),
        )
        supply.set_film(self.film)
        self.pictures = Pictures(self.render, supply, self.inbox, self)
        self.project.watch(_Watcher(self))

    @property
    def readonly(self) -> bool:
        """True where the project can only be looked at."""
        return self.project.readonly

    # --- edits -------------------------------------------------------------------------------------------

    def dispatch(self, command: Command) -> None:
        """Apply a command soon; `changed` tells when it holds, `failed` why it does not fit."""
        self.edit(lambda project: project.dispatch(command))

    def undo(self) -> None:
        """Take the last edit in force back."""
        self.edit(Project.undo)

    def redo(self) -> None:
        """Put the edit undone last in force again."""
        self.edit(Project.redo)

    def edit(self, work: Callable[[Project], object]) -> None:
        """Do work that dispatches, in its turn, on the edit thread."""

        def run() -> None:
            try:
                work(self.project)
            except ReelmendError as error:
                problem = error
                self.inbox.post(lambda: self.tell(translate("Bridge", "The edit was not made"), problem))
            except Exception as error:
                bug = error
                self.inbox.post(lambda: _raise(bug))

        self._edits.submit(run)

    def rewrite(self, work: Callable[[Project], T]) -> T:
        """Do work that writes rows without dispatching them (a merge), no edit in between; views start over.

        For a job's thread: it waits, and raises what `work` raises.
        """

        def run() -> T:
            try:
                return work(self.project)
            finally:
                self.inbox.post(self._start_over)

        return self._edits.submit(run).result()

    # --- questions and pictures --------------------------------------------------------------------------

    def ask(
        self, owner: QObject, key: str, question: Callable[[], T], answer: Callable[[T], None], *, long: bool = False
    ) -> None:
        """Ask something that takes time; see `Questions.ask`."""
        self._questions.ask(owner, key, question, answer, long=long)

    def compute(self, owner: QObject, key: str, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """As `ask`, but on the computing thread, before prefetching: for questions to the engine."""
        self._questions.ask(owner, key, lambda: self._worker.submit(Priority.SHOWN, question).result(), answer)

    def use_proxies(self, proxies: Proxies) -> None:
        """Show these where they are offered; they are closed with the project."""
        self.proxies = proxies
        engine = self.session.engine
        self._way = proxied(
            self._make,
            proxies,
            lambda position: self.film.frame(self.film.clamped(position)),
            lambda frame, look: untouched(engine, frame, look),
        )

    def on_proxies(self) -> None:
        """Tell, from any thread, that more proxies are made."""
        self.inbox.post(self.proxies_changed.emit)

    def render(self, position: int, look: Look, scale: int, priority: Priority, token: Token) -> Future[Shown]:
        """The display picture of a programme position, made on the computing thread or from a proxy."""
        return self._way(position, look, scale, priority, token)

    def _make(self, position: int, look: Look, scale: int, priority: Priority, token: Token) -> Future[Shown]:
        film, engine = self.film, self.session.engine

        def make() -> Shown:
            return engine.show(film.frame(film.clamped(position)), look, scale, check=token.check)

        return self._worker.submit(priority, make, token)

    # --- failures and the end ----------------------------------------------------------------------------

    def tell(self, headline: str, error: ReelmendError | str) -> None:
        """Tell a person of a failure."""
        self.failed.emit(headline, sentence(str(error)))

    def _question_failed(self, error: ReelmendError) -> None:
        self.tell(translate("Bridge", "That did not work"), error)

    def close(self) -> None:
        """Stop jobs, finish edits, close the project. Raises what kept an edit from the disk, told to nobody yet."""
        self.closing.emit()
        self.jobs.close()
        self.pictures.supply.close()
        if self.proxies is not None:
            self.proxies.close()
        self._edits.shutdown()
        self.inbox.close()
        self._questions.close()
        self._worker.close()
        self.session.close()

    # --- what the watcher posts --------------------------------------------------------------------------

    def on_changed(self, change: Change) -> None:
        """An edit holds: take its state over and tell the views."""
        self.snapshot = change.snapshot
        if any(slot[0] in FILM_SLOTS for slot in change.slots):
            self.film = Film.of(self.snapshot)
            self.pictures.supply.set_film(self.film)
        self.unacknowledged += 1
        self.pictures.supply.stale(change)
        self.changed.emit(change)

    def on_acknowledged(self, change: Change) -> None:
        """A row is on the disk."""
        self.unacknowledged = max(self.unacknowledged - 1, 0)
        self.acknowledged.emit(change.seq)

    def on_lost(self, error: ReelmendError) -> None:
        """Edits were taken back."""
        self._start_over()
        self.tell(translate("Bridge", "Edits could not be kept"), error)

    def _start_over(self) -> None:
        """Show the project's state, however it came to be."""
        self.unacknowledged = 0
        self.snapshot = self.project.snapshot
        self.film = Film.of(self.snapshot)
        self.pictures.supply.set_film(self.film)
        self.pictures.supply.clear()
        self.reloaded.emit()


class _Watcher:
    """Carries what the project tells, in whichever thread, to the UI thread."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._post = bridge.inbox.post

    def changed(self, change: Change) -> None:
        self._post(lambda: self._bridge.on_changed(change))

    def acknowledged(self, change: Change) -> None:
        self._post(lambda: self._bridge.on_acknowledged(change))

    def lost(self, error: ReelmendError) -> None:
        self._post(lambda: self._bridge.on_lost(error))


def _raise(error: Exception) -> None:
    raise error
