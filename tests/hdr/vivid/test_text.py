"""UWA text and our JSON: there and back, and every way in which a file can be wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UsageError
from app.hdr.vivid.errors import CountError, MetadataTextError
from app.hdr.vivid.files import check_count, read_metadata, write_metadata
from app.hdr.vivid.json_text import from_json, to_json
from app.hdr.vivid.payload import unpack
from app.hdr.vivid.uwa_text import from_text, to_text
from tests.hdr.vivid.making import SAMPLE, SAMPLE_LINE, metadata

ONE = unpack(SAMPLE)


def test_the_published_line():
    assert to_text([ONE]) == SAMPLE_LINE + "\n"
    assert from_text(f"# made elsewhere\n{SAMPLE_LINE}\n") == (ONE,)


@given(st.lists(metadata, min_size=1, max_size=4))
def test_both_formats_hold_everything(frames):
    assert from_text(to_text(frames, first=7)) == tuple(frames)
    assert from_json(to_json(frames)) == tuple(frames)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_of_both_kinds(line_end):
    text = (SAMPLE_LINE + "\n" + "1" + SAMPLE_LINE[1:] + "\n").replace("\n", line_end)
    assert from_text(text) == (ONE, ONE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no line"),
        ("# nothing\n", "no line"),
        (SAMPLE_LINE + "\n\n" + SAMPLE_LINE, "line 2.*whole number"),
        (SAMPLE_LINE + "\n" + SAMPLE_LINE, "frame 1 is due"),
        (SAMPLE_LINE + "\n2" + SAMPLE_LINE[1:], "line 2.* is frame 2"),
        (SAMPLE_LINE[:-3], "cut short: color_saturation_enable_gain"),
        (SAMPLE_LINE + " 7", "1 numbers more"),
        (SAMPLE_LINE + " ", "1 numbers more"),
        (SAMPLE_LINE.replace("3046", "4096"), "average_maxrgb_pq is 4096"),
        (SAMPLE_LINE.replace("3046", "-1"), "'-1' is none"),
        (SAMPLE_LINE.replace("3046", "0x10"), "'0x10' is none"),
        (SAMPLE_LINE.replace("0 1 0 3046", "0 9 0 3046"), "system_start_code is 9"),
        (SAMPLE_LINE.replace(" 3046", "  3046"), "'' is none"),
        (" " + SAMPLE_LINE, "frame number"),
    ],
)
def test_text_that_is_wrong(text, words):
    with pytest.raises(MetadataTextError, match=words):
        from_text(text, "grade.txt")


def changed(**top):
    return json.dumps(json.loads(to_json([ONE, ONE])) | top)


def in_frame(change):
    document = json.loads(to_json([ONE, ONE]))
    change(document["runs"][0])
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[" * 100000, "no JSON"),
        ("[]", "must be an object"),
        ('{"format": 1, "format": 2}', "there twice"),
        (changed(format="other"), "format 'reelmend-hdr-vivid'"),
        (changed(version=2), "version 1"),
        (changed(frames=3), "announces 3 frames and has 2"),
        (changed(frames=1), "announces 1 frames and has 2 or more"),
        (changed(frames=0), "must announce 1 to"),
        (changed(frames=10**12), "must announce 1 to"),
        (changed(runs=[]), "announces 2 frames and has 0"),
        (changed(more=1), "unknown more"),
        (in_frame(lambda run: run.update(first=1)), "must begin at frame 0"),
        (in_frame(lambda run: run.update(count=0)), "one frame or more"),
        (in_frame(lambda run: run.update(count=True)), "one frame or more"),
        (in_frame(lambda run: run["metadata"].pop("saturation")), "lacks saturation"),
        (in_frame(lambda run: run["metadata"].update(saturation=[300])), "is 300"),
        (in_frame(lambda run: run["metadata"].update(saturation=3)), "must be a list"),
        (in_frame(lambda run: run["metadata"]["statistics"].update(average_maxrgb_pq=1.5)), "whole number"),
        (in_frame(lambda run: run["metadata"]["statistics"].update(average_maxrgb_pq=True)), "whole number"),
        (in_frame(lambda run: run["metadata"]["sets"][0]["base"].pop("base_param_m_a")), "lacks base_param_m_a"),
        (in_frame(lambda run: run["metadata"]["sets"][0]["splines"][0].update(TH_enable_mode=1)), "has no"),
        (in_frame(lambda run: run["metadata"]["sets"].extend(run["metadata"]["sets"])), "room for 2"),
    ],
)
def test_json_that_is_wrong(text, words):
    with pytest.raises(MetadataTextError, match=words):
        from_json(text, "grade.json")


@pytest.mark.parametrize("name", ["grade.json", "grade.txt"])
def test_files_are_told_apart_by_content(tmp_path, name):
    write_metadata(tmp_path / name, (ONE, ONE, ONE))
    elsewhere = (tmp_path / name).rename(tmp_path / "named.otherwise")
    assert read_metadata(elsewhere) == (ONE, ONE, ONE)
    assert [path.name for path in tmp_path.iterdir()] == ["named.otherwise"]


def test_files_that_cannot_be(tmp_path):
    with pytest.raises(UsageError, match=r"\.json"):
        write_metadata(tmp_path / "grade.xml", (ONE,))
    with pytest.raises(MetadataTextError, match="cannot be read"):
        read_metadata(tmp_path / "missing.json")
    (tmp_path / "binary.txt").write_bytes(b"0 1 \xff")
    with pytest.raises(MetadataTextError, match="byte 4"):
        read_metadata(tmp_path / "binary.txt")


def test_nothing_is_padded_and_nothing_left_out():
    check_count((ONE,) * 24, 24, "the movie")
    for wanted in (23, 25):
        with pytest.raises(CountError, match=f"24 entries and the movie has {wanted} frames"):
            check_count((ONE,) * 24, wanted, "the movie")
