"""What `reelmend demo` does: the main job over a reel whose truth is known, with figures and pictures of it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.cli.demo_picture import Pick, before_after
from app.document.files import write_whole
from app.engine.display import displayed
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
from app.media.sequence.naming import frame_path
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
        written = session.export(ExportSpec(restored, Stage.REPAIR, ranges), reporter)
        session.export(ExportSpec(movie, Stage.REPAIR, ranges, "prores-hq"), reporter)
        proof = session.verify(restored, None, reporter)
        figures, pick = _score(session, folder / "reel" / "truth")
        shown = folder / "before_after.png"
        _before_after(session, pick, written.files[pick.index], shown)
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
            "before_after": str(shown),
            "before_after_frame": pick.index,
            "project": str(session.project.path),
        }
    summary["seconds"] = round(time.monotonic() - started, 1)
    (folder / "summary.json").write_text(json.dumps(summary, indent=1), "utf-8")
    return summary


def _score(session: Session, truth: Path) -> tuple[dict[str, float], Pick]:
    """Masks and pictures of the repair stage against the reel's truth, and the frame to show."""
    pick = Pick()
    masks, before, after = MaskScore(), PictureScore(), PictureScore()
    (reel,) = session.engine.reels
    for index in range(session.engine.reels[reel].frame_count):
        name = f"{index:06d}.png"
        damage = _read(truth / "mask_dirt" / name) + _read(truth / "mask_scratch" / name) > 0
        base = _read(truth / "base" / name)[..., ::-1].astype(np.float64) / 65535
        masks.add(accepted_mask(session.engine, session.snapshot, reel, index), damage)
        pictures = []
        for score, stage in ((before, Stage.SOURCE), (after, Stage.REPAIR)):
            tensor = as_tensor(session.engine.picture(FrameId(reel, index), stage))
            pictures.append(tensor.permute(1, 2, 0).numpy())
            score.add(pictures[-1], base, damage)
        patches = session.engine.patches(session.snapshot, reel, index)
        pick.see(index, pictures[0], pictures[1], base, patches)
    return {
        "f1": round(masks.f1, 3),
        "truth_found": round(masks.recall, 3),
        "object_recall": round(masks.object_recall, 3),
        "wrongly_touched": round(masks.false_area, 6),
        "psnr_damaged": round(before.psnr, 2),
        "psnr_restored": round(after.psnr, 2),
    }, pick


def _before_after(session: Session, pick: Pick, restored: Path, target: Path) -> None:
    """The frame on which most was mended well: scan, what was mended, repair stage."""
    (reel,) = session.engine.reels
    scan, frame = session.engine.reels[reel], FrameId(reel, pick.index)
    encoding = session.snapshot.reel(reel).encoding
    before, after = (displayed(session.engine.picture(frame, s), encoding) for s in (Stage.SOURCE, Stage.REPAIR))
    mask = accepted_mask(session.engine, session.snapshot, reel, pick.index)
    of = f"frame {pick.index}"
    names = [frame_path(scan.path, scan.first_number + pick.index), restored]
    captions = (
        f"Before: {of}, {names[0].parent.name}/{names[0].name}",
        "What was mended, outlined",
        f"After: {of}, {names[1].parent.name}/{names[1].name}",
    )
    picture = before_after(before, after, mask, pick.box, captions)
    write_whole(target, cv2.imencode(".png", picture[..., ::-1])[1].tobytes())


def _read(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise FileNotFoundError(path)
    return np.asarray(picture)
