"""The order of presentation that a raw stream's own counts give is the one its container tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import MediaError
from app.hdr.stream.picture_order import OrderReader, ranks
from app.hdr.stream.source import open_hevc
from tests.hdr.stream.test_units import SLICE


def test_of_our_own_export(exports) -> None:
    assert open_hevc(exports(".hevc", True)).order == open_hevc(exports(".mp4", True)).order


@pytest.mark.parametrize("name", ["h10p_regular", "dv_regular"])
def test_of_public_streams(name: str, samples: Path) -> None:
    raw, contained = open_hevc(samples / f"{name}.hevc"), open_hevc(samples / f"{name}.mkv")
    assert raw.count == 259 and raw.order == contained.order


def test_pictures_before_their_parameter_sets() -> None:
    with pytest.raises(MediaError, match="parameter sets"):
        OrderReader().key([SLICE])


def test_two_pictures_of_the_same_time() -> None:
    assert ranks([(0, 8), (0, 2), (1, 0)]) == [1, 0, 2]
    with pytest.raises(MediaError, match="same place in time"):
        ranks([(0, 8), (0, 8)])
