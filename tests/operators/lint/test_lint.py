"""Each kind of bad patch is told of by its check; good ones, and what cannot be judged, by none."""

from __future__ import annotations

import numpy as np
import pytest

from operators.lint import Check, Severity
from operators.lint.around import MARGIN
from operators.lint.outline import border_of, signed_distance
from operators.lint.pieces import CONTROLS, LARGEST, pieces
from tests.operators.lint.film import SIDE, Film, asked, spot, told


@pytest.fixture(scope="module")
def film() -> Film:
    return Film()


def test_untouched_film_gives_no_alarm() -> None:
    """Eighty places on two films; 2 % is what we allow ourselves."""
    alarms = 0
    for seed in (1, 2):
        film = Film(seed)
        dice = np.random.default_rng(seed)
        for _ in range(40):
            x, y = dice.integers(30, SIDE - 30, 2)
            alarms += bool(told(asked(film, spot(int(x), int(y), float(dice.choice((1.5, 3, 6, 12)))))))
    assert alarms <= 2


def test_a_step_is_an_outline_and_flickers(film: Film) -> None:
    found = asked(film, spot(100, 90, 9), 0.05)
    assert told(found) == {Check.OUTLINE, Check.FLICKER}
    assert found[Check.OUTLINE].value == pytest.approx(5, abs=1.5)
    assert found[Check.FLICKER].value == pytest.approx(5, abs=1.0)
    assert found[Check.OUTLINE].severity is Severity.ISSUE


def test_a_smaller_step_has_a_smaller_value(film: Film) -> None:
    values = [asked(film, spot(100, 90, 9), step)[Check.FLICKER].value for step in (0.02, 0.04, 0.08)]
    assert values == sorted(values) and values[2] > 2 * values[0]


def test_exposure_flicker_of_the_whole_frame_is_no_flicker_of_the_patch() -> None:
    film = Film()
    film.shown[0] = film.shown[0] + np.float32(0.05)
    assert Check.FLICKER not in told(asked(film, spot(100, 90, 9)))


def test_grain_that_is_missing_is_dead_and_told_in_decibels(film: Film) -> None:
    found = asked(film, spot(100, 90, 9), film.clean[0] + 0.25 * film.grain[9])
    assert told(found) == {Check.DEAD_GRAIN}
    assert found[Check.DEAD_GRAIN].value > 6


def test_other_grain_of_the_same_film_is_a_good_patch(film: Film) -> None:
    assert not told(asked(film, spot(100, 90, 9), film.clean[0] + film.grain[9]))


def test_film_without_grain_is_not_called_dead() -> None:
    film = Film(amount=0.0)
    assert not told(asked(film, spot(100, 90, 9), film.clean[0].copy()))


@pytest.mark.parametrize("offset", [-2, -1, 1, 2])
def test_a_neighbours_grain_is_frozen_and_the_neighbour_is_named(film: Film, offset: int) -> None:
    found = asked(film, spot(100, 90, 9), film.clean[0] + film.moved(film.grain[offset], offset))
    assert told(found) == {Check.FROZEN_GRAIN}
    assert found[Check.FROZEN_GRAIN].offset == offset


def test_another_place_of_a_neighbour_is_a_ghost(film: Film) -> None:
    strange = np.roll(film.clean[1], (9, 14), (1, 2)) + film.grain[9]
    assert Check.GHOST in told(asked(film, spot(100, 90, 13), strange))


def test_a_speck_of_three_pixels_is_judged_by_its_step_alone(film: Film) -> None:
    speck = np.zeros((SIDE, SIDE), bool)
    speck[80, 80:83] = True
    assert not told(asked(film, speck))
    assert told(asked(film, speck, 0.3)) <= {Check.OUTLINE, Check.FLICKER}
    assert Check.FLICKER in told(asked(film, speck, 0.3))


def test_a_line_over_the_whole_height_is_judged_in_pieces(film: Film) -> None:
    line = np.zeros((SIDE, SIDE), bool)
    line[:, 90:94] = True
    assert Check.OUTLINE not in told(asked(film, line))
    assert Check.OUTLINE in told(asked(film, line, 0.06))


def test_at_the_corner_of_the_frame_and_over_all_of_it(film: Film) -> None:
    corner = np.zeros((SIDE, SIDE), bool)
    corner[:9, :9] = True
    assert Check.FLICKER in told(asked(film, corner, 0.06))
    assert asked(film, np.ones((SIDE, SIDE), bool)) == {}, "with no film round it nothing can be said"


def test_what_is_no_number_does_no_harm() -> None:
    film = Film()
    film.shown[0] = film.shown[0].copy()
    film.shown[0][:, 85:95, 95:105] = np.nan
    for finding in asked(film, spot(100, 90, 9)).values():
        assert np.isfinite(finding.value)


def test_pieces_cover_the_mask_once_and_their_places_are_sound() -> None:
    mask = np.zeros((300, 260), bool)
    mask[100:200, 100:170] = True
    sound = np.ones_like(mask)
    sound[:, :20] = False
    covered = np.zeros(mask.shape, int)
    for piece in pieces(mask, sound):
        covered[piece.rows, piece.columns] += 1
        assert max(np.ptp(piece.rows), np.ptp(piece.columns)) < 1.5 * LARGEST
        assert tuple(piece.places[0]) == (0, 0) and len(piece.places) <= CONTROLS + 1
        laid = piece.laid((~sound | mask).astype(np.float32))
        assert laid[1:].sum() == 0
    assert (covered == mask).all()


def test_a_slope_has_no_step() -> None:
    plane = np.add.outer(0.01 * np.arange(120), 0.02 * np.arange(120)).astype(np.float32)
    mask = np.zeros(plane.shape, bool)
    mask[50:64, 50:70] = True
    (piece,) = pieces(mask, np.ones_like(mask))
    border = border_of(piece, signed_distance(mask))
    assert border is not None
    assert np.abs(border.steps(plane, piece) @ border.share).max() < 0.01
    raised = border.steps(plane + 0.1 * mask, piece) @ border.share
    assert raised[0] == pytest.approx(0.1, abs=0.02) and MARGIN > 0
