"""What `reelmend demo` does: the main job over a reel whose truth is known, with figures and pictures of it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.engine.display import ByteImage, displayed
from app.engine.recipe import find_recipe
from app.engine.render import as_tensor
from app.engine.request import Stage
from app.engine.worker import Token
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.export import ExportSpec
from app.jobs.progress import Reporter
from app.jobs.scoring import MaskScore, PictureScore
from app.jobs.write_masks import accepted_mask
from app.media.reel import FrameId
from app.session import Session


def run_demo(folder: Path, spec: DemoSpec, reporter: Reporter, token: Token) -> dict[str, Any]:
    """Make a reel in `folder/reel`, restore it in a project, prove it, and write pictures and figures.

    Errors are those of the jobs it calls; what was made before them stays for looking at.
    """
    started = time.monotonic()
    made = make_demo_reel(folder / "reel", spec, reporter, token)
    with Session.create(folder / "demo.reelmend", [folder / "reel" / "scan"]) as session:
        session.find_shots(reporter)
        session.run(find_recipe("standard"), None, reporter)
        ranges = session.ranges(None)
        restored, movie = folder / "restored", folder / "restored.mov"
        session.export(ExportSpec(restored, Stage.REPAIR, ranges), reporter)
        session.export(ExportSpec(movie, Stage.REPAIR, ranges, "prores-hq"), reporter)
        proof = session.verify(restored, None, reporter)
        figures = _score(session, folder / "reel" / "truth")
        before_after = folder / "before_after.png"
        _before_after(session, before_after)
        counts = session.project.count(session.snapshot)
        summary: dict[str, Any] = {
            "frames": made.frames,
            "shots": len(session.snapshot.shots),
            "true_shots": len(made.cuts) + 1,
            "repairs": {defect: count.accepted for defect, count in counts.items()},
            "touched_share": proof.touched_share(),
            "proved": proof.holds,
            **figures,
            "restored": str(restored),
            "movie": str(movie),
            "before_after": str(before_after),
            "project": str(session.project.path),
        }
    summary["seconds"] = round(time.monotonic() - started, 1)
    (folder / "summary.json").write_text(json.dumps(summary, indent=1), "utf-8")
    return summary


def _score(session: Session, truth: Path) -> dict[str, float]:
    """Masks and pictures of the repair stage against the reel's truth."""
    masks, before, after = MaskScore(), PictureScore(), PictureScore()
    (reel,) = session.engine.reels
    for index in range(session.engine.reels[reel].frame_count):
        name = f"{index:06d}.png"
        damage = _read(truth / "mask_dirt" / name) + _read(truth / "mask_scratch" / name) > 0
        base = _read(truth / "base" / name)[..., ::-1].astype(np.float64) / 65535
        masks.add(accepted_mask(session.engine, session.snapshot, reel, index), damage)
        for score, stage in ((before, Stage.SOURCE), (after, Stage.REPAIR)):
            tensor = as_tensor(session.engine.picture(FrameId(reel, index), stage))
            score.add(tensor.permute(1, 2, 0).numpy(), base, damage)
    return {
        "f1": round(masks.f1, 3),
        "truth_found": round(masks.recall, 3),
        "object_recall": round(masks.object_recall, 3),
        "wrongly_touched": round(masks.false_area, 6),
        "psnr_damaged": round(before.psnr, 2),
        "psnr_restored": round(after.psnr, 2),
    }


def _before_after(session: Session, target: Path) -> None:
    """The frame with most repairs: scan above, repair stage below, what was mended outlined in between."""
    (reel,) = session.engine.reels
    project, snapshot = session.project, session.snapshot
    count = session.engine.reels[reel].frame_count
    index = max(range(count), key=lambda i: sum(r.area for r in project.repairs_of(snapshot, reel, i)))
    encoding = snapshot.reel(reel).encoding
    frame = FrameId(reel, index)
    before, after = (displayed(session.engine.picture(frame, s), encoding) for s in (Stage.SOURCE, Stage.REPAIR))
    outlined = _outlined(before, accepted_mask(session.engine, snapshot, reel, index))
    cv2.imwrite(str(target), np.concatenate([before, outlined, after], axis=1)[..., ::-1])


def _outlined(picture: ByteImage, mask: np.ndarray[Any, np.dtype[np.bool_]]) -> ByteImage:
    grown = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    edge = grown & ~(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)
    shown = picture.copy()
    shown[edge] = (255, 64, 32)
    return shown


def _read(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise FileNotFoundError(path)
    return np.asarray(picture)
