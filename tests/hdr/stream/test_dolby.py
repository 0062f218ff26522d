"""Dolby Vision RPUs of public streams: read by us, and checked against what FFmpeg makes of the same frames."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from app.errors import MediaError
from app.hdr.stream.dolby import Level1, Level2, Level6, parse
from app.hdr.stream.extraction import rpus
from app.hdr.stream.nal import unescape
from app.hdr.stream.source import open_hevc
from app.hdr.stream.start import from_dolby
from app.hdr.vivid.fields import Statistics


@pytest.fixture(scope="module")
def rpu(samples: Path) -> bytes:
    return unescape((samples / "fel_orig.bin").read_bytes()[4:])


def test_a_dual_layer_rpu(rpu: bytes) -> None:
    found = parse(rpu)
    assert found.level1 == Level1(0, 2873, 1060)
    assert found.level2 == (Level2(2081, 2271, 2085, 2048, 2048, 1556, 0),)
    assert found.level5 is not None and (found.level5.top, found.level5.bottom) == (276, 277)
    assert found.level6 == Level6(1000, 1, 1712, 175)
    assert (found.source_minimum, found.source_maximum) == (7, 3079)  # 0.0001 and 1000 cd/m2


def test_every_damaged_byte_is_found(rpu: bytes) -> None:
    for place in range(len(rpu)):
        damaged = bytearray(rpu)
        damaged[place] ^= 0x10
        with pytest.raises(MediaError):
            parse(bytes(damaged))


def test_a_cut_rpu_is_an_error(rpu: bytes) -> None:
    for length in range(len(rpu)):
        with pytest.raises(MediaError):
            parse(rpu[:length])


@pytest.mark.parametrize("name", ["dv_regular.hevc", "dv_regular.mkv", "dv_no_aud_muxed.hevc"])
def test_public_streams(name: str, samples: Path) -> None:
    found = rpus(open_hevc(samples / name))
    assert len(found) == 259
    assert {frame.level6 for frame in found} == {Level6(1000, 1, 3948, 120)}
    assert found[0].level1 == Level1(0, 2828, 1120) and found[0].scene_refresh
    assert all(frame.level1 is not None and frame.level1.average < frame.level1.maximum for frame in found)


def test_the_raw_rpu_is_the_one_the_decoder_hands_out(samples: Path) -> None:
    source = open_hevc(samples / "dv_regular.mkv")
    ours = rpus(source)
    with av.open(str(source.path)) as container:
        for index, frame in zip(range(60), container.decode(video=0), strict=False):
            (side,) = (s for s in frame.side_data if s.type.name == "DOVI_RPU_BUFFER")
            assert parse(unescape(bytes(side))) == ours[index]


def test_a_start_for_vivid() -> None:
    start = from_dolby(Level1(3, 2873, 1060))
    assert (start.minimum, start.average, start.variance, start.maximum) == (3, 1060, None, 2873)
    assert start.completed(Statistics(9, 9, 700, 9)) == Statistics(3, 1060, 700, 2873)


def test_a_stream_without_says_so(samples: Path) -> None:
    with pytest.raises(MediaError, match="no Dolby Vision RPU in its 259 pictures"):
        rpus(open_hevc(samples / "h10p_regular.hevc"))
