"""Real movies on the screen beside what ffmpeg makes of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from app.engine.look import Look
from app.engine.request import Stage
from app.media.reel import FrameId
from app.session import Session

SIZE = (320, 180)
CODECS = {
    "h264.mp4": ["-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p"],
    "prores.mov": ["-c:v", "prores_ks", "-profile:v", "3", "-pix_fmt", "yuv422p10le"],
}
MATRICES = ("bt709", "smpte170m")


def ffmpeg(*arguments: str | Path) -> bytes:
    command = ["ffmpeg", "-v", "error", "-y", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.mark.parametrize("matrix", MATRICES)
@pytest.mark.parametrize("name", CODECS)
def test_colour_bars_look_as_ffmpeg_decodes_them(tmp_path: Path, name: str, matrix: str) -> None:
    """Inside the bars, where no rule of chroma interpolation plays a part; without a view, as R'G'B'."""
    movie = tmp_path / name
    bars = f"smptehdbars=s={SIZE[0]}x{SIZE[1]}:r=24:d=0.1,format=rgb24,scale=out_color_matrix={matrix}:out_range=tv"
    tags = ["-colorspace", matrix, "-color_primaries", matrix, "-color_trc", "bt709", "-color_range", "tv"]
    ffmpeg("-f", "lavfi", "-i", bars, *CODECS[name], *tags, movie)
    rgb = (
        f"scale=in_color_matrix={matrix}:in_range=tv:out_range=pc:flags=accurate_rnd+full_chroma_int,format=gbrp16le"
    )
    raw = ffmpeg("-i", movie, "-frames:v", "1", "-vf", rgb, "-f", "rawvideo", "-")
    green, blue, red = np.frombuffer(raw, "<u2").reshape(3, SIZE[1], SIZE[0])
    theirs = np.stack([red, green, blue], axis=-1) / 257.0
    with Session.create(tmp_path / "bars.reelmend", [movie], device="cpu") as session:
        (reel,) = session.engine.reels
        shown = session.engine.show(FrameId(reel, 0), Look(Stage.SOURCE, view="Raw"))
    ours = shown.pixels[..., 2::-1].astype(float)
    flat = np.ones(theirs.shape[:2], np.bool_)
    for axis in (0, 1):
        for shift in range(-6, 7):
            flat &= (np.abs(np.roll(theirs, shift, axis) - theirs) < 1).all(axis=-1)
    assert flat.mean() > 0.3 and len(np.unique(theirs[flat].round(), axis=0)) > 10
    assert np.abs(ours - theirs)[flat].max() <= 1.5
