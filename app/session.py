"""One open project with its engine: what the command line talks to, and later the window."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from types import TracebackType

from app.document.commands.reels import AddReel
from app.document.ids import new_id
from app.document.model import ProgrammeItem, ReelRef, Shot
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.engine import Engine, pick_device
from app.engine.recipe import Recipe
from app.engine.worker import Token
from app.errors import MediaError, UsageError
from app.hdr.statistics.film import FilmLight
from app.jobs.analyse_light import LightSpec, analyse_light
from app.jobs.children import children_that_fit
from app.jobs.deliver_hdr import HdrDelivered, HdrDelivery, deliver_hdr
from app.jobs.deliver_master import MasterDelivered, deliver_master
from app.jobs.export import ExportResult, ExportSpec, export
from app.jobs.find_shots import find_shots
from app.jobs.infrared import InfraredReport, measure_infrared
from app.jobs.lint import LintReport, lint_repairs
from app.jobs.measure_shots import MeasuredShots, MeasureSpec, measure_shots, note_shots
from app.jobs.progress import Reporter, silent
from app.jobs.run_pass import PassResult, run_pass
from app.jobs.verify import Proof, verify
from app.media.opening import open_reel
from app.media.reel import Reel
from app.media.sequence.naming import frame_path
from app.memory import memory_free
from operators.cuts import CutList

SUFFIX = ".reelmend"


def author_name() -> str:
    """Who is written beside an edit: $REELMEND_AUTHOR, or the login name."""
    named = os.environ.get("REELMEND_AUTHOR", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


class Session:
    """A project, its reels and its engine. Close it, or use it as a context manager."""

    def __init__(self, project: Project, reels: dict[str, Reel], device: str | None = None) -> None:
        self.project = project
        self.device = pick_device(device)
        self.engine = Engine(project, reels, device=self.device)
        self.token = Token()

    @classmethod
    def create(
        cls,
        path: Path,
        media: Sequence[Path | Reel],
        *,
        rate: Fraction | None = None,
        encoding: str | None = None,
        policy: str = "hold",
        device: str | None = None,
    ) -> Session:
        """Make a project of these reels. Everything is opened before anything is written.

        A reel that is open already is taken as it is: `rate` and `encoding` are for those given by their path.

        Raises:
            UsageError: no media, or the path does not end in `.reelmend`.
            MediaError: a reel cannot be opened.
            ProjectError: the project exists already.
        """
        if path.suffix != SUFFIX:
            raise UsageError(f"a project's name ends in {SUFFIX}: {path.with_suffix(SUFFIX)}")
        if not media:
            raise UsageError("name at least one movie, folder or frame of a sequence")
        opened = [
            item if isinstance(item, Reel) else open_reel(item.absolute(), rate=rate, encoding=encoding)
            for item in media
        ]
        project = Project.create(path, author_name())
        reels: dict[str, Reel] = {}
        for reel in opened:
            ref = _reference(reel, path.absolute().parent, policy)
            project.dispatch(AddReel(ref)).wait()
            reels[ref.id] = reel
        return cls(project, reels, device)

    @classmethod
    def open(cls, path: Path, *, write: bool = True, device: str | None = None) -> Session:
        """Open a project and its media.

        Raises:
            ProjectError, LockedError: see `Project.open`.
            MediaError: a reel is not where the project says, or has become another one.
        """
        project = Project.open(path, author_name(), write=write)
        try:
            folder = path.absolute().parent
            reels = {ref.id: open_reference(ref, folder) for ref in project.snapshot.reels.values()}
            return cls(project, reels, device)
        except BaseException:
            project.close()
            raise

    def close(self) -> None:
        """Close media and project; gives the writing lease back."""
        self.engine.close()
        self.project.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def snapshot(self) -> Snapshot:
        """The project's state."""
        return self.project.snapshot

    def shots_numbered(self, numbers: str | None, snapshot: Snapshot | None = None) -> tuple[Shot, ...]:
        """The shots that `3-7,9` names, all for None; UsageError where there is no such shot."""
        shots = (snapshot or self.snapshot).shots
        if numbers is None:
            return shots
        chosen = []
        for number in numbers_in(numbers):
            if not 1 <= number <= len(shots):
                raise UsageError(f"there is no shot {number}; the project has shots 1 to {len(shots)}")
            chosen.append(shots[number - 1])
        return tuple(dict.fromkeys(chosen))

    def ranges(self, shots: str | None, snapshot: Snapshot | None = None) -> tuple[ProgrammeItem, ...]:
        """The programme (of a snapshot) or the named shots as frame ranges; neighbours that follow on are joined."""
        if shots is None:
            return (snapshot or self.snapshot).programme.items
        joined: list[ProgrammeItem] = []
        for shot in self.shots_numbered(shots, snapshot):
            if joined and (joined[-1].reel, joined[-1].end) == (shot.reel, shot.start):
                joined[-1] = ProgrammeItem(shot.reel, joined[-1].start, shot.end)
            else:
                joined.append(ProgrammeItem(shot.reel, shot.start, shot.end))
        return tuple(joined)

    def find_shots(self, reporter: Reporter = silent, token: Token | None = None) -> dict[str, CutList]:
        """Find the cuts of every reel; one row a reel. Here and below, `token` None is the session's own."""
        with self.engine.aside() as engine:
            return {id: find_shots(engine, id, reporter, token or self.token) for id in engine.reels}

    def run(
        self,
        recipe: Recipe,
        shots: str | Sequence[Shot] | None = None,
        reporter: Reporter = silent,
        token: Token | None = None,
        *,
        workers: int | None = None,
        background: bool = False,
    ) -> PassResult:
        """Run a recipe over shots (as in "3-7,9", or themselves; None for all) as one pass.

        `workers` None is one child process a core, as far as the memory holds them; 0 is none at all. In the
        `background` a core is left free and the children let everybody else go first.
        """
        chosen = self.shots_numbered(shots) if shots is None or isinstance(shots, str) else tuple(shots)
        if workers is None:
            cores = (os.cpu_count() or 1) - (1 if background else 0)
            sizes = [self.engine.reels[shot.reel].format for shot in chosen]
            pixels = max((size.width * size.height for size in sizes), default=0)
            workers = 1 if self.device.type != "cpu" else children_that_fit(cores, pixels, memory_free())
        return run_pass(
            self.engine,
            recipe,
            chosen,
            reporter,
            token or self.token,
            workers=workers,
            device=self.device.type,
            background=background,
        )

    def measure_infrared(
        self,
        folder: Path | None,
        channel: str = "",
        shots: str | Sequence[Shot] | None = None,
        reporter: Reporter = silent,
        token: Token | None = None,
        *,
        reel: str | None = None,
    ) -> InfraredReport:
        """Look at a scanner's infrared channel of shots (as for `run`); see `app.jobs.infrared`."""
        chosen = self.shots_numbered(shots) if shots is None or isinstance(shots, str) else tuple(shots)
        reel = reel or (chosen[0].reel if chosen else "")
        with self.engine.aside() as engine:
            return measure_infrared(engine, reel, chosen, folder, channel, reporter, token or self.token)

    def export(
        self,
        spec: ExportSpec,
        reporter: Reporter = silent,
        token: Token | None = None,
        snapshot: Snapshot | None = None,
    ) -> ExportResult:
        """Write a stage of the programme in a state (the present one unless given); see `app.jobs.export`."""
        with self.engine.aside() as engine:
            return export(engine, snapshot or self.snapshot, spec, reporter, token or self.token)

    def analyse_light(self, spec: LightSpec, reporter: Reporter = silent, token: Token | None = None) -> FilmLight:
        """Measure the light of a stage; see `app.jobs.analyse_light`."""
        with self.engine.aside() as engine:
            return analyse_light(engine, self.snapshot, spec, reporter, token or self.token)

    def measure_shots(
        self, spec: MeasureSpec, reporter: Reporter = silent, token: Token | None = None
    ) -> MeasuredShots:
        """Measure the light of shots and note it in the project; see `app.jobs.measure_shots`."""
        with self.engine.aside() as engine:
            made = measure_shots(engine, self.snapshot, spec, reporter, token or self.token)
        note_shots(self.project, made)
        return made

    def deliver_hdr(self, spec: HdrDelivery, reporter: Reporter = silent, token: Token | None = None) -> HdrDelivered:
        """Write an HDR grade as a movie with its metadata; see `app.jobs.deliver_hdr`."""
        with self.engine.aside() as engine:
            return deliver_hdr(engine, self.snapshot, spec, reporter, token or self.token)

    def deliver_master(
        self,
        spec: ExportSpec,
        reporter: Reporter = silent,
        token: Token | None = None,
        snapshot: Snapshot | None = None,
    ) -> MasterDelivered:
        """Write a PQ master with HDR Vivid beside it; see `app.jobs.deliver_master`."""
        with self.engine.aside() as engine:
            return deliver_master(engine, snapshot or self.snapshot, spec, reporter, token or self.token)

    def verify(
        self,
        target: Path,
        shots: str | None = None,
        reporter: Reporter = silent,
        token: Token | None = None,
        snapshot: Snapshot | None = None,
    ) -> Proof:
        """Prove an export of a state (the present one unless given); see `app.jobs.verify`."""
        now = snapshot or self.snapshot
        with self.engine.aside() as engine:
            return verify(engine, now, target, self.ranges(shots, now), reporter, token or self.token)

    def lint(
        self,
        shots: str | Sequence[Shot] | None = None,
        reporter: Reporter = silent,
        token: Token | None = None,
        *,
        where: str = "",
        again: bool = False,
    ) -> LintReport:
        """Look over the accepted repairs of shots (as for `run`); see `app.jobs.lint`."""
        if shots is None or isinstance(shots, str):
            ranges = self.ranges(shots)
        else:
            ranges = tuple(ProgrammeItem(shot.reel, shot.start, shot.end) for shot in shots)
        with self.engine.aside() as engine:
            return lint_repairs(
                engine, self.snapshot, ranges, reporter, token or self.token, where=where, again=again
            )


def numbers_in(text: str) -> Iterable[int]:
    """The numbers that `3-7,9` means; UsageError where it means none."""
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise UsageError(f"'{text}' names no shots; write them as in 3-7,9")
        yield from range(int(first), int(last or first) + 1)


def open_reference(ref: ReelRef, folder: Path, probe: Callable[..., Reel] = open_reel) -> Reel:
    """Open the media a project names and see that they are the same; MediaError says what to do if not."""
    path = resolved(ref, folder)
    try:
        reel = probe(_probe_path(path, ref), rate=ref.rate, encoding=ref.encoding)
    except MediaError as error:
        raise MediaError(
            f"reel {ref.path} cannot be opened: {error}. Where has it gone? `reelmend set PROJECT "
            f"--relink '{ref.path}=NEW PATH'` says so to the project"
        ) from None
    if reel.fingerprint != ref.fingerprint:
        raise MediaError(
            f"{path} is not the reel it was when the project last saw it (another fingerprint): bring the old one "
            f"back, or take the new one with `reelmend set PROJECT --relink '{ref.path}={path}'`"
        )
    return reel


def resolved(ref: ReelRef, folder: Path) -> Path:
    """Where a project in `folder` looks for a reel."""
    path = Path(ref.path)
    return path if path.is_absolute() else folder / path


def _probe_path(path: Path, ref: ReelRef) -> Path:
    """A sequence is opened by its folder's first frame: the reel's path is a pattern, no file."""
    number = ref.format.get("first_number")
    return frame_path(path, int(number)) if ref.kind == "sequence" and number is not None else path


def stored_path(reel: Reel, folder: Path) -> str:
    """How a project in `folder` names a reel: relative where it lies below, so that both can move together."""
    try:
        return reel.path.absolute().relative_to(folder).as_posix()
    except ValueError:
        return str(reel.path.absolute())


def _reference(reel: Reel, folder: Path, policy: str) -> ReelRef:
    fmt = reel.format
    return ReelRef(
        id=new_id(),
        path=stored_path(reel, folder),
        fingerprint=reel.fingerprint,
        kind=reel.kind,
        frame_count=reel.frame_count,
        rate=reel.rate,
        width=fmt.width,
        height=fmt.height,
        encoding=fmt.encoding,
        policy=policy,  # type: ignore[arg-type]
        format={
            "container": reel.container,
            "codec": reel.codec,
            "bit_depth": fmt.bit_depth,
            "float": fmt.is_float,
            "channels": list(fmt.channels),
            "subsampling": list(fmt.subsampling),
            "full_range": fmt.full_range,
            "field_order": reel.field_order,
            "start_timecode": reel.start_timecode,
            "encoding_reason": reel.encoding_reason,
            "first_number": reel.first_number,
        },
    )
