"""The job that writes HDR movies: any picture in, one payload a frame, cancelled without a trace."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import torch

from app.engine.render import FloatPicture
from app.engine.worker import Cancelled, Token
from app.errors import MediaError
from app.hdr.stream.extraction import payloads
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.target import HevcTarget
from app.jobs.export_hdr import HdrExport, export_hdr
from app.jobs.progress import Report, silent
from app.media.movie.pixels import unpack
from app.media.picture import NativePicture, PictureFormat

LOSSLESS = HevcTarget(crf=0, preset="ultrafast")
RGB = PictureFormat(64, 48, ("R", "G", "B"), "rgb", "uint16", 16, "pq_bt2020", matrix="bt2020")
ENTRIES = [bytes.fromhex("2600040005010000") + bytes((n, 0x10, 0, 0, 0)) for n in range(6)]


def grey(value: int, format: PictureFormat = RGB) -> NativePicture:
    return NativePicture(format, tuple(np.full((48, 64), value, np.uint16) for _ in range(3)))


def spec(target: Path, **more: object) -> HdrExport:
    made = HdrExport(target, LOSSLESS, 6, Fraction(24), Kind.VIVID, ENTRIES)
    return replace(made, **more)  # type: ignore[arg-type]


def test_rgb_becomes_limited_range_10_bits(tmp_path: Path) -> None:
    reports: list[Report] = []
    values = [0, 13107, 26214, 39321, 52428, 65535]
    made = export_hdr(spec(tmp_path / "g.mp4"), map(grey, values), reports.append, Token())
    assert (made.frames, made.clipped, reports[-1].done) == (6, 0, 6)
    with av.open(str(tmp_path / "g.mp4")) as container:
        luma = [int(np.median(unpack(frame)[0])) for frame in container.decode(video=0)]
    assert luma == pytest.approx([64 + 876 * value / 65535 for value in values], abs=1)
    assert payloads(open_hevc(tmp_path / "g.mp4"), Kind.VIVID) == ENTRIES


def test_what_does_not_fit_is_counted(tmp_path: Path) -> None:
    bright = [FloatPicture(torch.full((3, 48, 64), 1.2), grey(0)) for _ in range(6)]
    assert export_hdr(spec(tmp_path / "b.mkv"), bright, silent, Token()).clipped == 6 * 48 * 64


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    token = Token()

    def pictures():  # type: ignore[no-untyped-def]
        for index in range(6):
            if index == 3:
                token.cancel()
            yield grey(index)

    with pytest.raises(Cancelled):
        export_hdr(spec(tmp_path / "c.mp4"), pictures(), silent, token)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("count", "more", "text"),
    [
        (6, {"payloads": ENTRIES[:5]}, "metadata for 5 frames"),
        (5, {}, "5 pictures came"),
        (7, {}, "more are encoded|7 pictures came"),
        (0, {}, "0 pictures came"),
    ],
)
def test_counts_that_differ_are_refused(count: int, more: dict[str, object], text: str, tmp_path: Path) -> None:
    with pytest.raises(MediaError, match=text):
        export_hdr(spec(tmp_path / "n.mp4", **more), map(grey, range(count)), silent, Token())
    assert list(tmp_path.iterdir()) == []


def test_pictures_in_another_encoding_are_refused(tmp_path: Path) -> None:
    sdr = replace(RGB, encoding="rec709")
    with pytest.raises(MediaError, match="is in rec709 and the movie is pq_bt2020: convert it first"):
        export_hdr(spec(tmp_path / "s.mp4"), [grey(0, sdr)] * 6, silent, Token())
    assert list(tmp_path.iterdir()) == []
