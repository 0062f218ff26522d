"""A mended spot carries the film's grain: told octave by octave, against the film that was there."""

from app.benches.grain import measure_grain


def test_each_octave_of_a_mended_spot_has_the_power_of_the_film_that_was_there() -> None:
    measured = measure_grain((432, 344), range(21, 24))
    assert measured["holes"] >= 50
    assert all(lost < -2.5 for lost in measured["without regrain, dB"])
    assert all(abs(left) < 1.5 for left in measured["with regrain, dB"])
