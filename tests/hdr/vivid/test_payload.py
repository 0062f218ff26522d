"""Payloads byte by byte, and every kind of damage."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ReelmendError
from app.hdr.vivid.errors import FieldError, PayloadError
from app.hdr.vivid.fields import Spline, Statistics, VividMetadata
from app.hdr.vivid.payload import pack, unpack
from tests.hdr.vivid.making import SAMPLE, metadata, shared


def test_the_published_payload_has_the_published_fields():
    found = unpack(SAMPLE)
    assert len(SAMPLE) == 47
    assert found.statistics == Statistics(0, 3046, 1535, 4095)
    assert [item.target_code for item in found.sets] == [2770, 2080]
    for item in found.sets:
        assert item.base is not None
        assert (item.base.base_param_m_p, item.base.base_param_m_m, item.base.base_param_m_a) == (5734, 24, 563)
        assert item.splines == (Spline(0, 224, 0, 511, 511, 127),)
    assert found.saturation == (38, 25)
    assert pack(found) == SAMPLE


def test_the_sample_file_is_that_payload():
    raw = shared("samples/ohos_vivid_pq.bin").read_bytes()
    assert int.from_bytes(raw[:4], "little") == len(raw) - 4
    assert raw[4:] == SAMPLE


@pytest.mark.parametrize(
    ("statistics", "payload"),
    [((0, 0, 0, 0), "26000400050100000000000000"), ((0x123, 0x456, 0x789, 0xABC), "260004000501123456789abc00")],
)
def test_statistics_alone(statistics, payload):
    wanted = VividMetadata(Statistics(*statistics))
    assert pack(wanted).hex() == payload
    assert unpack(bytes.fromhex(payload)) == wanted


def test_the_vectors_are_byte_exact():
    payloads = {vector["payload"] for vector in json.loads(shared("vivid_curves.json").read_text())["vectors"]}
    assert len(payloads) == 5
    assert all(pack(unpack(bytes.fromhex(payload))).hex() == payload for payload in payloads)


@given(metadata)
def test_what_is_packed_is_unpacked(given_metadata):
    payload = pack(given_metadata)
    assert 13 <= len(payload) <= 65
    assert unpack(payload) == given_metadata


@given(metadata, st.data())
def test_a_payload_cut_short_is_refused(given_metadata, data):
    payload = pack(given_metadata)
    length = data.draw(st.integers(0, len(payload) - 1))
    with pytest.raises(PayloadError):
        unpack(payload[:length])


@given(metadata, st.binary(min_size=1, max_size=9))
def test_a_payload_with_more_behind_is_refused(given_metadata, more):
    with pytest.raises(PayloadError, match=r"too long|padding"):
        unpack(pack(given_metadata) + more)


@settings(max_examples=300)
@given(st.binary(max_size=70) | st.binary(max_size=60).map(lambda tail: SAMPLE[:6] + tail))
def test_any_bytes_give_metadata_or_a_sentence(data):
    try:
        found = unpack(data)
    except ReelmendError as error:
        assert str(error)
    else:
        assert pack(found) == data


def test_every_flipped_bit_is_seen_or_is_another_value():
    for bit in range(len(SAMPLE) * 8):
        damaged = (int.from_bytes(SAMPLE, "big") ^ 1 << bit).to_bytes(len(SAMPLE), "big")
        try:
            found = unpack(damaged)
        except PayloadError:
            continue
        assert found != unpack(SAMPLE)
        assert pack(found) == damaged


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (b"", "0 bytes"),
        (b"\xb5" + SAMPLE[1:], "not HDR Vivid"),
        (SAMPLE[:4] + b"\x06" + SAMPLE[5:], "0x0006"),
        (SAMPLE[:5] + b"\x08" + SAMPLE[6:], "start code 8"),
        (SAMPLE[:5] + b"\x00" + SAMPLE[6:], "start code 0"),
        (SAMPLE[:20], "cut short"),
        (SAMPLE + b"\x00", "1 bytes follow"),
        (bytes.fromhex("260004000501123456789abc01"), "padding"),
    ],
)
def test_the_sentence_names_the_damage(payload, words):
    with pytest.raises(PayloadError, match=words):
        unpack(payload)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Statistics(4096, 0, 0, 0),
        lambda: Statistics(-1, 0, 0, 0),
        lambda: Statistics(True, 0, 0, 0),
        lambda: Statistics(1.0, 0, 0, 0),  # type: ignore[arg-type]
        lambda: Spline(0, None, 0, 1, 1, 127),
        lambda: Spline(1, 3, 0, 1, 1, 127),
        lambda: VividMetadata(Statistics(0, 0, 0, 0), (), (1,) * 8),
        lambda: VividMetadata(Statistics(0, 0, 0, 0), (), (256,)),
        lambda: VividMetadata(Statistics(0, 0, 0, 0), system_start_code=8),
        lambda: VividMetadata(Statistics(0, 0, 0, 0), unpack(SAMPLE).sets * 2),
        lambda: Statistics.from_pq(0, 0, 0, 1.01),
    ],
)
def test_no_value_is_made_to_fit(make):
    with pytest.raises(FieldError):
        make()


def test_real_values_and_codes_agree():
    for code in range(4096):
        assert Statistics.from_pq(code / 4095, 0, 0, 0).minimum_maxrgb_pq == code
    assert Statistics.from_pq(0, 0.50807, 0, 0.7518271).maximum_maxrgb_pq == 3078
