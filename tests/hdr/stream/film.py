"""A film of three shots with metadata of their own; and what other programs read in a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.hdr.stream.sei import Kind
from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay
from app.hdr.stream.target import HdrWriter, HevcTarget
from app.hdr.vivid.fields import BaseParameters, Spline, Statistics, ToneMapping, VividMetadata
from app.media.picture import NativePicture, PictureFormat

SUFFIXES = (".mp4", ".mov", ".mkv", ".ts", ".hevc")
SHARED = Path(__file__).resolve().parents[4] / "shared" / "hdr"
FRAMES = 27
RATE = Fraction(24)
SHOTS = (0, 8, 17)
"""First frames of the shots: no multiple of the distance of entry pictures."""

TARGET = HevcTarget(
    mastering=MasteringDisplay.named("p3-d65", 1000, 0.005),
    light=ContentLight(983, 217),
    crf=30,
    preset="faster",
    keyframes=12,
)
FORMAT = TARGET.format(96, 64)
BASE = BaseParameters(5734, 24, 563, 3, 10, 1, 1, 1, 0, 9)
SPLINE = Spline(0, 224, 12, 511, 500, 127)  # one only: the old ffprobe of Debian shows the last of two twice


def shot_metadata(shot: int) -> VividMetadata:
    sets = (ToneMapping(2770 + shot, BASE, (SPLINE,)), ToneMapping(2080, replace(BASE, base_param_m_a=400 + shot)))
    return VividMetadata(Statistics(shot, 1000 + 7 * shot, 500 + shot, 3000 + 11 * shot), sets, (38 + shot, 25))


def metadata() -> list[VividMetadata]:
    """Constant in each shot, but for the average, which moves on with every frame: misplaced ones show."""
    frames = []
    for index in range(FRAMES):
        made = shot_metadata(sum(index >= start for start in SHOTS) - 1)
        average = made.statistics.average_maxrgb_pq + 40 * index
        frames.append(replace(made, statistics=replace(made.statistics, average_maxrgb_pq=average)))
    return frames


def picture(index: int, format: PictureFormat = FORMAT) -> NativePicture:
    """A moving pattern that changes at every shot."""
    shot = sum(index >= start for start in SHOTS)
    rows, columns = np.mgrid[0 : format.height, 0 : format.width]
    luma = 64 + (rows * (2 + shot) + (columns + 3 * index) * (5 - shot)) % 800
    shape = format.plane_shape(1)
    chroma = [np.full(shape, 512 + sign * 40 * shot, np.uint16) for sign in (1, -1)]
    return NativePicture(format, (luma.astype(np.uint16), *chroma))


def write(target: Path, kind: Kind | None, payloads: list[bytes], spec: HevcTarget = TARGET) -> Path:
    writer = HdrWriter(target, spec, spec.format(96, 64), RATE, kind=kind, payloads=payloads)
    for index in range(FRAMES):
        writer.write(picture(index, spec.format(96, 64)))
    (made,) = writer.finish()
    return made


def have(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"the program {program} is not installed")


def ffprobe(path: Path, *options: str) -> dict[str, Any]:
    have("ffprobe")
    command = ["ffprobe", "-v", "error", "-of", "json", *options, str(path)]
    said: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return said


def probed_vivid(path: Path) -> list[list[tuple[str, Any]]]:
    """ffprobe's HDR Vivid side data, frame by frame in the order of presentation; exactly one a frame.

    As pairs, because names come once for every set, spline and gain.
    """
    have("ffprobe")
    command = ["ffprobe", "-v", "error", "-of", "json", "-select_streams", "v:0", "-show_frames", str(path)]
    text = subprocess.run(command, capture_output=True, check=True).stdout
    frames = dict(json.loads(text, object_pairs_hook=list))["frames"]
    found = [[s for s in dict(f).get("side_data_list", ()) if "Vivid" in s[0][1]] for f in frames]
    assert all(len(there) == 1 for there in found)
    return [there[0] for there in found]


def media_info(path: Path) -> dict[str, Any]:
    """MediaInfo's video track."""
    have("mediainfo")
    text = subprocess.run(["mediainfo", "--Output=JSON", str(path)], capture_output=True, check=True).stdout
    (video,) = (t for t in json.loads(text)["media"]["track"] if t["@type"] == "Video")
    return dict(video)


def traced_averages(path: Path) -> list[int]:
    """`average_maxrgb` of every message that MediaInfo parses, in the order of the stream."""
    have("mediainfo")
    command = ["mediainfo", "--Details=1", "--ParseSpeed=1", str(path)]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    return [int(line.split(":")[1].split()[0]) for line in lines if "average_maxrgb:" in line]
