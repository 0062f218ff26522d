"""A tiny PQ scan in three shots of known light, as a project."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from app.document.commands import SetCuts
from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.writing import WriterSpec
from app.session import Session
from operators.colour.pq import pq_inverse_eotf

WIDTH, HEIGHT = 96, 64
SHOTS = (400.0, 1000.0, 380.0)
"""The brightest light of each shot, cd/m2: the first and the last are alike."""
LONG = 4


def write_pq_scan(folder: Path, encoding: str = "pq_bt2020") -> Path:
    """Ramps of light from 0.02 cd/m2 to the shot's peak, red above green above blue, as 10-bit DPX."""
    fmt = PictureFormat(WIDTH, HEIGHT, ("R", "G", "B"), "rgb", "uint16", 10, encoding)
    writer = open_writer(folder, WriterSpec(format=fmt, rate=Fraction(24), kind="dpx", pattern="scan.%06d"))
    for peak in SHOTS:
        for _ in range(LONG):
            nits = np.linspace(0.02, peak, WIDTH)[None] * np.linspace(0.3, 1, HEIGHT)[:, None]
            planes = [np.rint(pq_inverse_eotf(nits * share) * 1023).astype(np.uint16) for share in (1, 0.9, 0.8)]
            writer.write(NativePicture(fmt, tuple(planes)))
    writer.finish()
    return folder


def make_hdr_film(folder: Path, encoding: str = "pq_bt2020") -> Session:
    """A project of it, cut into its shots."""
    scan = write_pq_scan(folder / "scan", encoding)
    session = Session.create(folder / "film.reelmend", [scan], encoding=encoding, device="cpu")
    (reel,) = session.snapshot.reels
    session.project.dispatch(SetCuts(reel, tuple(LONG * n for n in range(1, len(SHOTS))))).wait()
    return session
