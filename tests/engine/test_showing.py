"""What an eye gets for a look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.document.commands import SetStack, SetThreshold, SetVerdicts
from app.document.model import StackEntry
from app.engine.engine import Engine
from app.engine.look import NO_PREVIEW, Look, Preview, Shown
from app.engine.request import Stage
from app.engine.screen import screen_pixels
from app.engine.showing import PREVIEWS
from app.engine.worker import Cancelled, Token
from app.errors import UsageError
from app.media.colour import View, load_config
from app.media.reel import FrameId
from app.session import Session
from tests.engine.film import CUT, FORMAT, FRAMES, Film, picture

SOURCE, REPAIR, GRADE = Look(Stage.SOURCE), Look(Stage.REPAIR), Look(Stage.GRADE)
DARKER = StackEntry("cdl", 1, {"slope_r": 0.5, "slope_g": 0.5, "slope_b": 0.5})


def mended(shown: Shown) -> list[bool]:
    """Which of the four detections on frame 3 are seen mended (white)."""
    return [bool((shown.pixels[8:14, 10 * n : 10 * n + 6, :3] > 245).all()) for n in range(4)]


def counting(film: Film, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the decoders and of the tables from now on."""
    asked: list[str] = []
    decoders, project = film.engine.decoders, film.project

    def noted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        return lambda *arguments: (asked.append(name), call(*arguments))[1]

    monkeypatch.setattr(decoders, "read", noted("decode", decoders.read))
    for name in ("repairs_of", "detections_of", "snapshot_at"):
        monkeypatch.setattr(project, name, noted(name, getattr(project, name)))
    return asked


def test_a_frame_is_shown_through_the_usual_view_of_its_encoding(film: Film) -> None:
    shown = film.engine.show(film.frame(0), SOURCE)
    assert np.array_equal(shown.pixels, screen_pixels(picture(0), View.of("cineon_log", "Film")))
    assert (shown.frame, shown.look, shown.scale) == (film.frame(0), SOURCE, 1)
    assert (shown.width, shown.height, shown.approximate, shown.bad) == (64, 48, False, False)


def test_it_is_at_hand_from_then_on_and_nothing_is_asked(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    assert film.engine.at_hand(film.frame(3), REPAIR, 2) is None
    shown = film.engine.show(film.frame(3), REPAIR, 2)
    asked = counting(film, monkeypatch)
    held = film.engine.at_hand(film.frame(3), REPAIR, 2)
    assert held is not None and held.pixels is shown.pixels and held == shown and not asked
    assert film.engine.show_key(film.frame(3), REPAIR, 2) in film.engine.cache and not asked
    assert film.engine.at_hand(film.frame(3), REPAIR, 1) is None
    assert film.engine.show(film.frame(3), REPAIR, 2).pixels is shown.pixels and "decode" not in asked
    with pytest.raises(ValueError, match="read-only"):
        shown.pixels[:] = 0


def test_smaller_pictures_say_how_large_the_frame_is(film: Film) -> None:
    for scale in (2, 4, 8):
        shown = film.engine.show(film.frame(1), SOURCE, scale)
        assert shown.pixels.shape == (48 // scale, 64 // scale, 4)
        assert (shown.width, shown.height, shown.scale) == (64, 48, scale)
    with pytest.raises(UsageError, match="not 1/3"):
        film.engine.show(film.frame(1), SOURCE, 3)


def test_another_view_is_another_picture(film: Film) -> None:
    video = film.engine.show(film.frame(0), Look(Stage.SOURCE, view="Video"))
    assert np.array_equal(video.pixels, screen_pixels(picture(0), View.of("cineon_log", "Video")))
    with pytest.raises(UsageError, match="Sepia"):
        film.engine.show(film.frame(0), Look(Stage.SOURCE, view="Sepia"))


def test_another_colour_configuration_counts_at_once(film: Film, tmp_path: Path) -> None:
    before = film.engine.show(film.frame(0), SOURCE)
    path = tmp_path / "house.ocio"
    path.write_text(load_config().native.serialize().replace("0.92", "0.85"), encoding="utf-8")
    film.engine.colour = load_config(path)
    assert film.engine.at_hand(film.frame(0), SOURCE) is None
    assert not np.array_equal(film.engine.show(film.frame(0), SOURCE).pixels, before.pixels)


def test_a_threshold_that_is_tried_out_shows_its_repairs(film: Film) -> None:
    assert mended(film.engine.show(film.frame(3), REPAIR)) == [False, False, True, True]
    shot = film.shots[0].id
    for threshold, expected in ((0.3, [False, True, True, True]), (0.9, [False] * 4), (0.0, [True] * 4)):
        look = Look(Stage.REPAIR, preview=Preview(thresholds={(film.pass_id, shot, "dirt"): threshold}))
        assert mended(film.engine.show(film.frame(3), look)) == expected
    elsewhere = Preview(thresholds={(film.pass_id, film.shots[1].id, "dirt"): 0.0})
    assert mended(film.engine.show(film.frame(3), Look(Stage.REPAIR, preview=elsewhere)))[:2] == [False, False]
    assert mended(film.engine.show(film.frame(3), REPAIR)) == [False, False, True, True]


def test_a_persons_verdict_wins_over_a_threshold_that_is_tried_out(film: Film) -> None:
    film.project.dispatch(SetVerdicts((film.keys[3],), "reject")).wait()
    film.project.dispatch(SetVerdicts((film.keys[0],), "accept")).wait()
    for threshold, expected in ((0.0, [True, True, True, False]), (1.0, [True, False, False, False])):
        preview = Preview(thresholds={(film.pass_id, film.shots[0].id, "dirt"): threshold})
        assert mended(film.engine.show(film.frame(3), Look(Stage.REPAIR, preview=preview))) == expected


def test_what_was_tried_out_is_found_again_when_it_is_done(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    shot = film.shots[0].id
    preview = Preview({(shot, "grade"): (DARKER,)}, {(film.pass_id, shot, "dirt"): 0.3})
    tried = film.engine.show(film.frame(3), Look(Stage.GRADE, preview=preview))
    film.project.dispatch(SetThreshold(film.pass_id, (shot,), "dirt", 0.3))
    film.project.dispatch(SetStack((shot,), "grade", (DARKER,))).wait()
    asked = counting(film, monkeypatch)
    assert film.engine.show(film.frame(3), GRADE).pixels is tried.pixels and "decode" not in asked


def test_a_stack_that_is_tried_out_is_its_own_shots_only(film: Film) -> None:
    look = Look(Stage.GRADE, preview=Preview({(film.shots[0].id, "grade"): (DARKER,)}))
    for index, darker in ((CUT - 1, True), (CUT, False)):
        plain = film.engine.show(film.frame(index), GRADE).pixels[..., :3].mean()
        tried = film.engine.show(film.frame(index), look).pixels[..., :3].mean()
        assert (tried < plain - 10) == darker
    # An empty stack that is tried out is no stack, and not the shot's own.
    film.project.dispatch(SetStack((film.shots[0].id,), "grade", (DARKER,))).wait()
    bare = Look(Stage.GRADE, preview=Preview({(film.shots[0].id, "grade"): ()}))
    source = film.engine.show(film.frame(0), SOURCE)
    assert np.array_equal(film.engine.show(film.frame(0), bare).pixels, source.pixels)


def test_a_slider_leaves_the_film_in_the_cache(film: Film) -> None:
    shot = film.shots[0].id
    film.engine.show(film.frame(3), SOURCE)
    film.engine.show(film.frame(3), GRADE)

    def graded(slope: float) -> Look:
        entry = StackEntry("cdl", 1, {"slope_r": slope})
        return Look(Stage.GRADE, preview=Preview({(shot, "grade"): (entry,)}))

    filled = film.engine.cache.statistics().entries
    for number in range(40):
        film.engine.show(film.frame(3), graded(0.5 + number / 100))
    statistics = film.engine.cache.statistics()
    assert statistics.entries == filled + 2 * PREVIEWS, "a float picture and a screen picture of each that is kept"
    assert film.engine.at_hand(film.frame(3), graded(0.89)) is not None
    assert film.engine.at_hand(film.frame(3), graded(0.5)) is None
    assert film.engine.at_hand(film.frame(3), SOURCE) is not None and film.engine.at_hand(film.frame(3), GRADE)
    # What an edit made is no preview's to throw away, even where a preview asks for the same.
    film.project.dispatch(SetStack((shot,), "grade", (StackEntry("cdl", 1, {"slope_r": 0.6}),))).wait()
    done = film.engine.show(film.frame(3), GRADE)
    film.engine.show(film.frame(3), graded(0.6))
    for number in range(20):
        film.engine.show(film.frame(3), graded(0.7 + number / 100))
    assert film.engine.show(film.frame(3), GRADE).pixels is done.pixels


def test_an_older_row_is_shown_as_it_was(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    row = film.project.snapshot.seq
    then = film.engine.show(film.frame(3), GRADE)
    film.project.dispatch(SetStack((film.shots[0].id,), "grade", (DARKER,))).wait()
    film.project.dispatch(SetVerdicts((film.keys[3],), "reject")).wait()
    now = film.engine.show(film.frame(3), GRADE)
    assert not np.array_equal(now.pixels, then.pixels)
    older = film.engine.show(film.frame(3), Look(Stage.GRADE, at=row))
    assert older.pixels is then.pixels and older.look.at == row
    asked = counting(film, monkeypatch)
    film.engine.show(film.frame(2), Look(Stage.GRADE, at=row))
    assert "snapshot_at" not in asked
    with pytest.raises(UsageError, match="no row 999"):
        film.engine.show(film.frame(3), Look(Stage.GRADE, at=999))


def test_an_edit_elsewhere_leaves_the_picture_what_it_was(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = film.engine.show(film.frame(3), GRADE)
    film.project.dispatch(SetStack((film.shots[1].id,), "grade", (DARKER,))).wait()
    asked = counting(film, monkeypatch)
    assert film.engine.at_hand(film.frame(3), GRADE) is None, "the state is new, and nobody has looked yet"
    assert film.engine.show(film.frame(3), GRADE).pixels is shown.pixels and "decode" not in asked
    assert film.engine.at_hand(film.frame(3), GRADE) is not None


def test_cancelled_work_stops_between_steps(film: Film) -> None:
    film.project.dispatch(SetStack((film.shots[0].id,), "clean", (StackEntry("denoise", 1),))).wait()
    token, looks = Token(), 0

    def check() -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            token.cancel()
        token.check()

    with pytest.raises(Cancelled):
        film.engine.show(film.frame(3), Look(Stage.CLEAN), check=check)
    assert looks == 2 and film.engine.at_hand(film.frame(3), Look(Stage.CLEAN)) is None
    assert not film.engine.decoders.waiting
    assert film.engine.show(film.frame(3), Look(Stage.CLEAN)).pixels.shape == (48, 64, 4)


def test_a_sample_tells_code_values_and_what_is_seen(film: Film) -> None:
    sample = film.engine.sample(film.frame(4), SOURCE, 63, 47)
    codes = [int(plane[47, 63]) for plane in picture(4).planes]
    blue, green, red, _ = film.engine.show(film.frame(4), SOURCE).pixels[47, 63].tolist()
    assert sample.channels == tuple(zip("RGB", codes, strict=True))
    assert (sample.bit_depth, sample.displayed) == (10, (red, green, blue))
    look = Look(Stage.GRADE, preview=Preview({(film.shots[0].id, "grade"): (DARKER,)}))
    graded = film.engine.sample(film.frame(4), look, 63, 47)
    assert graded.bit_depth is None
    assert [value for _, value in graded.channels] == pytest.approx([code / 1023 / 2 for code in codes])
    blue, green, red, _ = film.engine.show(film.frame(4), look).pixels[47, 63].tolist()
    assert graded.displayed == (red, green, blue)
    with pytest.raises(UsageError, match=r"no pixel \(64, 0\)"):
        film.engine.sample(film.frame(4), SOURCE, 64, 0)


def test_a_frame_that_is_held_for_a_missing_one_is_marked(tmp_path: Path, scan: Path) -> None:
    folder = tmp_path / "holes"
    folder.mkdir()
    for number, path in enumerate(sorted(scan.glob("*.dpx"))):
        if number != 4:
            (folder / path.name).symlink_to(path)
    with Session.create(tmp_path / "holes.reelmend", [folder], device="cpu") as session:
        (reel,) = session.engine.reels
        shown = [session.engine.show(FrameId(reel, index), SOURCE) for index in (3, 4)]
        assert [one.bad for one in shown] == [False, True]
        held = session.engine.at_hand(FrameId(reel, 4), SOURCE)
        assert held is not None and held.bad


def test_previews_are_equal_where_they_say_the_same() -> None:
    def graded(**params: float) -> Preview:
        return Preview({("s", "grade"): (StackEntry("cdl", 1, params),)}, {("p", "s", "dirt"): 0.5})

    one, same = graded(slope_r=1.1, power_r=2.0), graded(power_r=2.0, slope_r=1.1)
    other = graded(slope_r=1.2, power_r=2.0)
    assert one == same and hash(one) == hash(same) and one != other
    assert Look(Stage.GRADE, preview=one) == Look(Stage.GRADE, preview=same) and Preview() == NO_PREVIEW
    assert one and not NO_PREVIEW


def test_an_engine_aside_makes_the_same_pictures_with_readers_of_its_own(film: Film) -> None:
    with film.engine.aside() as aside:
        assert isinstance(aside, Engine) and aside.decoders is not film.engine.decoders
        mine, theirs = (engine.show(film.frame(3), REPAIR) for engine in (film.engine, aside))
        assert np.array_equal(mine.pixels, theirs.pixels)
        assert aside.cache.statistics().budget < film.engine.cache.statistics().budget
    assert film.engine.show(film.frame(FRAMES - 1), SOURCE).height == FORMAT.height
