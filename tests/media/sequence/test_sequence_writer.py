"""The writer makes whole frames or none, and takes away only what is its own."""

import errno
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from frame_makers import make_format, make_picture, write_frames

from app.errors import MediaError, NoRoomError
from app.media.opening import open_reader, open_reel, open_writer
from app.media.reel import FrameWriter
from app.media.sequence import oiio_files
from app.media.sequence.png import PngCodec
from app.media.writing import WriterSpec

GREY = make_format("Y", "uint8", 8)


def writer_into(target: Path, **more: Any) -> FrameWriter:
    return open_writer(target, WriterSpec(GREY, Fraction(24), "png", **more))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_frames_that_are_there_already_are_not_touched(tmp_path: Path) -> None:
    write_frames(tmp_path / "out", "png", [make_picture(GREY)])
    before = (tmp_path / "out" / "000000.png").read_bytes()
    with pytest.raises(MediaError, match=r"already holds frames of this name \(000000\.png\)"):
        writer_into(tmp_path / "out", first_number=500)
    assert (tmp_path / "out" / "000000.png").read_bytes() == before
    assert len(write_frames(tmp_path / "out", "png", [make_picture(GREY)], pattern="b.%04d").name) > 0
    assert names(tmp_path / "out") == ["000000.png", "b.0000.png"]


def test_a_file_is_no_folder_for_frames(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(MediaError, match="is a file"):
        writer_into(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_abort_takes_back_its_own_frames_and_folders_only(tmp_path: Path) -> None:
    writer = writer_into(tmp_path / "new" / "deep")
    writer.write(make_picture(GREY))
    writer.abort()
    assert not (tmp_path / "new").exists()
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "notes.txt").write_text("mine")
    writer = writer_into(tmp_path / "kept")
    writer.write(make_picture(GREY))
    writer.abort()
    writer.abort()
    assert names(tmp_path / "kept") == ["notes.txt"]


def test_abort_after_finish_does_nothing(tmp_path: Path) -> None:
    writer = writer_into(tmp_path / "out")
    writer.write(make_picture(GREY))
    assert [p.name for p in writer.finish()] == ["000000.png"]
    writer.abort()
    assert names(tmp_path / "out") == ["000000.png"]


def test_a_full_disk_says_how_many_frames_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = writer_into(tmp_path / "out")
    writer.write(make_picture(GREY))

    def half_written(self: PngCodec, path: Path, *_: object) -> None:
        path.write_bytes(b"\x89PNG half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(PngCodec, "write", half_written)
    with pytest.raises(NoRoomError, match=r"1 frames of .* were completed"):
        writer.write(make_picture(GREY))
    assert names(tmp_path / "out") == ["000000.png"], "no half frame under any name"
    writer.abort()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["dpx", "tiff", "png"])
def test_a_real_full_disk(kind: str, tmp_path: Path) -> None:
    """/dev/full refuses every byte, as a full disk does."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    writer = open_writer(tmp_path / "out", WriterSpec(make_format("RGB", "uint16", 16, 400, 400), Fraction(24), kind))
    ending = {"tiff": "tif"}.get(kind, kind)
    (tmp_path / "out" / f".000000.{ending}.part").symlink_to("/dev/full")
    with pytest.raises(MediaError if kind != "dpx" else NoRoomError):
        writer.write(make_picture(make_format("RGB", "uint16", 16, 400, 400)))
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("kind", ["tiff", "png", "exr"])
def test_a_disk_that_fills_in_the_last_flush_is_noticed(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    format = make_format("RGB", *(("float16", 16) if kind == "exr" else ("uint16", 16)))
    writer = open_writer(tmp_path / "out", WriterSpec(format, Fraction(24), kind))
    monkeypatch.setattr(oiio_files, "_room_left", lambda path: False)
    with pytest.raises(NoRoomError, match="0 frames"):
        writer.write(make_picture(format))
    assert names(tmp_path / "out") == []


def test_a_picture_of_another_format_is_refused(tmp_path: Path) -> None:
    writer = writer_into(tmp_path / "out")
    with pytest.raises(MediaError, match=r"frame 0 for .* is 8 x 8 pixels where the reel has 36 x 20"):
        writer.write(make_picture(GREY.with_size(8, 8)))
    with pytest.raises(MediaError, match="16-bit integer Y where the reel has 8-bit"):
        writer.write(make_picture(make_format("Y", "uint16", 16)))
    assert names(tmp_path / "out") == []


def test_names_follow_the_source(tmp_path: Path) -> None:
    picture = make_picture(make_format("RGB", "uint16", 16))
    reel = open_reel(write_frames(tmp_path / "scan", "tiff", [picture], pattern="neg_%05d", first_number=99))
    for kind, name in (("tiff", "neg_00099.tif"), ("png", "neg_00099.png")):
        spec = WriterSpec(reel.format, reel.rate, kind, source=reel, first_number=99)
        writer = open_writer(tmp_path / kind, spec)
        writer.write(open_reader(reel).read(0))
        assert [p.name for p in writer.finish()] == [name]
    with pytest.raises(MediaError, match="no place for the frame number"):
        writer_into(tmp_path / "out", pattern="frame")


def test_the_source_is_never_its_own_target(tmp_path: Path) -> None:
    reel = open_reel(write_frames(tmp_path / "scan", "png", [make_picture(GREY)]))
    with pytest.raises(MediaError, match="already holds frames"):
        open_writer(tmp_path / "scan", WriterSpec(reel.format, reel.rate, "png", source=reel))
