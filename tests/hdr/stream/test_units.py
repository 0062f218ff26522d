"""NAL units, SEI messages and access units, byte for byte."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import MediaError
from app.hdr.stream import nal as nals_of
from app.hdr.stream.access_unit import access_units, embedded, payloads_of, stripped, with_static
from app.hdr.stream.crc import crc32_mpeg2
from app.hdr.stream.nal import Nal, escape, join, read_annex_b, split, unescape
from app.hdr.stream.sei import CONTENT_LIGHT, T35, Kind, SeiMessage, messages_of, sei_unit
from app.hdr.stream.static_hdr import ContentLight, static_of

SLICE = Nal(b"\0\0\1", bytes.fromhex("0201d0090a"))
AUD_UNIT = Nal(b"\0\0\0\1", bytes.fromhex("460150"))
ZEROS = bytes.fromhex("26000400050100000000000000")
DAMAGED = SeiMessage(T35, ZEROS[:5])

rbsps = st.lists(st.sampled_from([0, 1, 2, 3, 4, 255]), max_size=60).map(lambda b: bytes((*b, 0x80)))


@given(rbsps)
def test_escaping_hides_start_codes_and_comes_back(rbsp: bytes) -> None:
    data = escape(rbsp)
    assert unescape(data) == rbsp
    assert all(code not in data for code in (b"\0\0\0", b"\0\0\1", b"\0\0\2"))


def test_the_published_unit() -> None:
    """HDR_FACTS 1.3: an all-zero payload of statistics."""
    made = sei_unit([SeiMessage(T35, ZEROS)], SLICE)
    assert made.hex() == "4e01040d2600040005010000030000030000030080"


@given(st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=600)), min_size=1, max_size=4))
def test_messages_come_back(messages: list[tuple[int, bytes]]) -> None:
    given_ones = [SeiMessage(*message) for message in messages]
    assert messages_of(Nal(b"", sei_unit(given_ones, SLICE))) == given_ones


def test_the_temporal_sub_layer_is_that_of_the_picture() -> None:
    upper = Nal(b"\0\0\1", b"\2\3\xd0\x09")
    assert sei_unit([SeiMessage(T35, ZEROS)], upper)[:2] == b"\x4e\x03"


units = st.lists(rbsps.map(lambda body: b"\2\1" + escape(body)), min_size=1, max_size=8)


@given(units, st.lists(st.sampled_from([b"\0\0\1", b"\0\0\0\1", b"\0\0\0\0\0\1"]), min_size=8, max_size=8))
def test_byte_streams_are_split_and_joined_exactly(bodies: list[bytes], codes: list[bytes]) -> None:
    stream = b"".join(code + body for code, body in zip(codes, bodies, strict=False))
    found = split(stream)
    assert [unit.data for unit in found] == bodies and join(found) == stream
    assert list(read_annex_b(io.BytesIO(stream))) == found


@given(units, st.integers(1, 9))
def test_reading_in_pieces_changes_nothing(bodies: list[bytes], size: int) -> None:
    stream = b"".join(b"\0\0\0\1" + body for body in bodies)
    before, nals_of._CHUNK = nals_of._CHUNK, size
    try:
        assert list(read_annex_b(io.BytesIO(stream))) == split(stream)
    finally:
        nals_of._CHUNK = before


@given(units, st.sampled_from([2, 4]))
def test_samples_are_split_and_joined_exactly(bodies: list[bytes], size: int) -> None:
    sample = b"".join(len(body).to_bytes(size, "big") + body for body in bodies)
    found = split(sample, size)
    assert [unit.data for unit in found] == bodies and join(found, size) == sample


def test_damaged_framing_says_so() -> None:
    with pytest.raises(MediaError, match="start code"):
        split(b"\7\0\0\1\2\1\3")
    with pytest.raises(MediaError, match="do not add up"):
        split(b"\0\0\0\x09\2\1\3", 4)
    with pytest.raises(MediaError, match="less than two bytes"):
        split(b"\0\0\1\2")


def test_embedding_and_stripping_are_inverse() -> None:
    unit = [AUD_UNIT, SLICE]
    made = embedded(unit, Kind.VIVID, ZEROS)
    assert [nal.type for nal in made] == [35, 39, 1]
    assert [(f.payload, f.in_place) for f in payloads_of(made, Kind.VIVID)] == [(ZEROS, True)]
    assert join(stripped(made, (Kind.VIVID,))) == join(unit)
    assert stripped(made, (Kind.HDR10PLUS,)) == made


def test_metadata_that_is_there_is_replaced() -> None:
    other = ZEROS[:-1] + b"\x10"
    once = embedded([AUD_UNIT, SLICE], Kind.VIVID, ZEROS)
    assert embedded(once, Kind.VIVID, other) == embedded([AUD_UNIT, SLICE], Kind.VIVID, other)


def test_a_message_is_cut_out_of_a_shared_unit() -> None:
    light = SeiMessage(CONTENT_LIGHT, ContentLight(1000, 400).payload)
    shared_unit = Nal(b"\0\0\1", sei_unit([light, SeiMessage(T35, ZEROS)], SLICE))
    rest = stripped([shared_unit, SLICE], (Kind.VIVID,))
    assert [messages_of(nal) for nal in rest[:-1]] == [[light]]


def test_static_values_are_put_in_once() -> None:
    made = with_static([AUD_UNIT, SLICE], {CONTENT_LIGHT: ContentLight(10, 5).payload})
    again = with_static(made, {CONTENT_LIGHT: ContentLight(20, 6).payload})
    assert static_of(again).light == ContentLight(20, 6) and len(again) == 3


def test_a_message_behind_the_slice_is_not_in_place() -> None:
    suffix = Nal(b"\0\0\1", sei_unit([SeiMessage(T35, ZEROS)], SLICE, type=40))
    assert [found.in_place for found in payloads_of([SLICE, suffix], Kind.VIVID)] == [False]


def test_a_damaged_message_says_so() -> None:
    cut = Nal(b"\0\0\1", sei_unit([DAMAGED], SLICE)[:-3] + b"\x80")
    with pytest.raises(MediaError, match="says 5 bytes"):
        payloads_of([cut, SLICE], Kind.VIVID)


def test_access_units_begin_where_the_standard_says() -> None:
    second = Nal(b"\0\0\1", bytes.fromhex("020150090a"))  # no first slice of a picture
    sei = Nal(b"\0\0\1", sei_unit([SeiMessage(T35, ZEROS)], SLICE))
    suffix = Nal(b"\0\0\1", sei_unit([SeiMessage(1, b"x")], SLICE, type=40))
    rpu = Nal(b"\0\0\1", bytes.fromhex("7c0119"))
    stream = [AUD_UNIT, SLICE, second, suffix, rpu, sei, SLICE, SLICE]
    assert list(access_units(stream)) == [[AUD_UNIT, SLICE, second, suffix, rpu], [sei, SLICE], [SLICE]]


def test_crc() -> None:
    """The check value that catalogues of CRCs give for "123456789"."""
    assert crc32_mpeg2(b"123456789") == 0x0376E6E7
