"""HDR10+: payload and JSON, against public streams and the JSON that hdr10plus_tool made of one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import MediaError, NotSupportedError
from app.hdr.stream.extraction import messages, payloads
from app.hdr.stream.hdr10plus import Hdr10Plus, ToneCurve, Window, parse
from app.hdr.stream.hdr10plus_json import from_json, to_json
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.start import from_hdr10plus

NAMED = Path("film.json")
codes = st.integers(0, 2**17 - 1)
curves = st.builds(
    ToneCurve,
    st.integers(0, 4095),
    st.integers(0, 4095),
    st.lists(st.integers(0, 1023), max_size=15).map(tuple),
)
grids = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.tuples(*[st.integers(0, 15)] * width), max_size=3).map(tuple)
)


def windows(geometry: st.SearchStrategy[tuple[int, ...]]) -> st.SearchStrategy[Window]:
    percentiles = st.lists(st.tuples(st.integers(0, 127), codes), max_size=15).map(tuple)
    return st.builds(
        Window,
        st.tuples(codes, codes, codes),
        codes,
        percentiles,
        st.integers(0, 1023),
        st.none() | curves,
        st.none() | st.integers(0, 63),
        geometry,
    )


further = windows(st.tuples(*[st.integers(0, 255)] * 10, st.integers(0, 1)))
frames = st.builds(
    lambda target, first, more, version, one, two: Hdr10Plus(target, (first, *more), version, one, two),
    st.integers(0, 2**27 - 1),
    windows(st.just(())),
    st.lists(further, max_size=2),
    st.integers(0, 1),
    grids,
    grids,
)


@given(frames)
def test_all_fields_come_back(frame: Hdr10Plus) -> None:
    assert parse(frame.payload) == frame


@given(frames, st.integers(0, 200))
def test_a_cut_payload_is_an_error(frame: Hdr10Plus, place: int) -> None:
    payload = frame.payload
    with pytest.raises(MediaError):
        parse(payload[: min(place, len(payload) - 1)])


def test_other_kinds_and_leftovers_are_errors() -> None:
    frame = Hdr10Plus(400, (Window((1, 2, 3), 4, ()),))
    with pytest.raises(MediaError, match="of another kind"):
        parse(b"\x26" + frame.payload[1:])
    with pytest.raises(MediaError, match="goes on after"):
        parse(frame.payload + b"\1")


@pytest.mark.parametrize("name", ["h10p_regular", "h10p_multimsg-sei", "h10p_single-frame"])
def test_public_streams_are_read_and_written_byte_for_byte(name: str, samples: Path) -> None:
    found = messages(open_hevc(samples / f"{name}.hevc"), Kind.HDR10PLUS)
    assert found and all(len(there) == 1 and there[0].in_place for there in found)
    for message in (there[0].payload for there in found):
        assert parse(message).payload == message


def test_a_stream_that_repeats_nothing_is_not_filled_up(samples: Path) -> None:
    """x265's dhdr10-opt writes a message only where the values change: that is not one a picture."""
    source = open_hevc(samples / "h10p_dhdr10-opt.hevc")
    counts = [len(there) for there in messages(source, Kind.HDR10PLUS)]
    assert 0 < sum(counts) < source.count
    with pytest.raises(MediaError, match="not exactly one message in frames"):
        payloads(source, Kind.HDR10PLUS)


def test_the_public_json_is_the_public_stream(samples: Path) -> None:
    path = samples / "h10p_single-frame-metadata.json"
    text = path.read_text()
    in_stream = payloads(open_hevc(samples / "h10p_single-frame.hevc"), Kind.HDR10PLUS)
    read = from_json(text, path)
    assert [frame.payload for frame in read] == in_stream
    ours, theirs = json.loads(to_json(read)), json.loads(text)
    assert ours.pop("ToolInfo")["Tool"] == "reelmend" and theirs.pop("ToolInfo")
    assert ours == theirs


def test_the_decoder_agrees(samples: Path) -> None:
    """FFmpeg's own parser, over the first frames of a public stream: how often it hands HDR10+ out."""
    path = samples / "h10p_regular.mkv"
    wanted = payloads(open_hevc(path), Kind.HDR10PLUS)
    with av.open(str(path)) as container:
        seen = [sum(s.type.name == "DYNAMIC_HDR_PLUS" for s in f.side_data) for f in container.decode(video=0)]
    assert seen == [1] * len(wanted)


def test_json_of_a_whole_stream_comes_back(samples: Path) -> None:
    read = [parse(p) for p in payloads(open_hevc(samples / "h10p_regular.hevc"), Kind.HDR10PLUS)]
    text = to_json(read)
    assert from_json(text, NAMED) == read
    summary = json.loads(text)["SceneInfoSummary"]
    assert sum(summary["SceneFrameNumbers"]) == len(read) and summary["SceneFirstFrameIndex"][0] == 0


def test_json_loses_nothing_silently() -> None:
    window = Window((1, 2, 3), 4, ())
    for frame in (
        Hdr10Plus(400, (replace(window, saturation=3),)),
        Hdr10Plus(400, (replace(window, bright=3),)),
        Hdr10Plus(400, (window,), version=0),
        Hdr10Plus(400, (window,), target_peaks=((1, 2),)),
    ):
        with pytest.raises(NotSupportedError, match="no place for"):
            to_json([frame])


def test_damaged_json_names_the_frame() -> None:
    whole = json.loads(to_json([Hdr10Plus(400, (Window((1, 2, 3), 4, ()),))] * 3))
    cases = [
        ("nothing", "HDR10. JSON"),
        (json.dumps({"SceneInfo": 3}), "HDR10. JSON"),
    ]
    for change, match in (
        (lambda scene: scene["LuminanceParameters"].pop("MaxScl"), "frame 1: 'MaxScl' is missing"),
        (lambda scene: scene["LuminanceParameters"].update(AverageRGB=2**17), "frame 1: .*does not fit into 17 bits"),
        (lambda scene: scene.update(NumberOfWindows=2), "frame 1: more than one window"),
        (lambda scene: scene.update(SequenceFrameIndex=7), "every frame must be there"),
        (lambda scene: scene.update(LuminanceParameters=None), "frame 1"),
    ):
        copy = json.loads(json.dumps(whole))
        change(copy["SceneInfo"][1])  # type: ignore[no-untyped-call]
        cases.append((json.dumps(copy), match))
    for text, match in cases:
        with pytest.raises(MediaError, match=match):
            from_json(text, NAMED)


def test_a_start_for_vivid() -> None:
    """1000 cd/m2 is PQ code 3078, 100 cd/m2 is 2080 (HDR_FACTS 2.1)."""
    window = Window((10000, 9000, 20), 1000, ((1, 0), (10, 0), (90, 1000)))
    start = from_hdr10plus(Hdr10Plus(400, (window,), version=0))
    assert (start.minimum, start.average, start.variance, start.maximum) == (None, 2080, 2080, 3078)
    assert from_hdr10plus(Hdr10Plus(400, (window,), version=1)).variance is None
