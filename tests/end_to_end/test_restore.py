"""`reelmend restore`: the one-liner."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import cv2
import numpy as np
import OpenImageIO as oiio
import pytest

from tests.end_to_end.conftest import Reelmend


def test_an_empty_recipe_gives_the_same_file_again(reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    made = reelmend("restore", reel / "scan", tmp_path / "out", "--recipe", "none")
    assert made.code == 0, made.stderr
    for source in sorted((reel / "scan").glob("*.dpx")):
        ours, theirs = oiio.ImageBuf(str(source)), oiio.ImageBuf(str(tmp_path / "out" / source.name))
        compared = oiio.ImageBufAlgo.compare(ours, theirs, 0, 0)
        assert compared.maxerror == 0
        # Only the file's own name and time of writing may differ in the header.
        a, b = source.read_bytes(), (tmp_path / "out" / source.name).read_bytes()
        assert a[2048:] == b[2048:]
    assert not list(tmp_path.glob(".*work*")), "the work folder was left behind"


def test_masks_are_numbered_from_zero_and_say_what_was_mended(reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    made = reelmend("restore", reel / "scan", tmp_path / "out", "--masks", tmp_path / "masks", "--workers", "0")
    assert made.code == 0, made.stderr
    for name in ("dirt", "scratch", "repair"):
        files = sorted(p.name for p in (tmp_path / "masks" / name).iterdir())
        assert files == [f"{number:06d}.png" for number in range(60)]
    for number in range(0, 60, 7):
        mask = cv2.imread(str(tmp_path / f"masks/repair/{number:06d}.png"), -1)
        assert mask.dtype == np.uint8 and mask.ndim == 2 and set(np.unique(mask)) <= {0, 255}
        scan = oiio.ImageInput.open(str(reel / f"scan/reel.{number:06d}.dpx")).read_image("uint16")
        out = oiio.ImageInput.open(str(tmp_path / f"out/reel.{number:06d}.dpx")).read_image("uint16")
        assert not ((scan != out).any(axis=2) & (mask == 0)).any()


def test_one_frame_names_its_sequence_and_another_format_can_be_asked_for(
    reel: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    frame = sorted((reel / "scan").glob("*.dpx"))[3]
    made = reelmend("restore", frame, tmp_path / "out", "--recipe", "none", "--format", "tiff", "--bits", "16")
    assert made.code == 0, made.stderr
    files = sorted((tmp_path / "out").glob("*.tif"))
    assert len(files) == 60
    ours = oiio.ImageInput.open(str(files[3])).read_image("uint16").astype(int)
    scan = oiio.ImageInput.open(str(frame)).read_image("uint16").astype(int) >> 6
    assert np.array_equal((ours * 1023 + 32767) // 65535, scan)


def test_a_movie_goes_in_and_a_movie_with_its_sound_comes_out(reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    made = reelmend("restore", reel / "reel.mov", tmp_path / "out.mov")
    assert made.code == 0, made.stderr
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", tmp_path / "out.mov"]
    streams = json.loads(subprocess.check_output(command))["streams"]
    video = next(s for s in streams if s["codec_type"] == "video")
    sound = next(s for s in streams if s["codec_type"] == "audio")
    assert video["codec_name"] == "prores" and video["nb_read_frames"] == "60" and video["pix_fmt"] == "yuv422p10le"
    assert sound["codec_name"].startswith("pcm") and abs(float(sound["duration"]) - 2.5) < 0.03


def test_a_full_output_is_not_written_over(reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious.txt").write_text("mine")
    refused = reelmend("restore", reel / "scan", tmp_path / "out", "--recipe", "none")
    assert refused.code == 3 and "exists already" in refused.stderr
    assert (tmp_path / "out" / "precious.txt").read_text() == "mine"
