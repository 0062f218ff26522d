"""A hand repair whose pixels the test chooses."""

from __future__ import annotations

import numpy as np

from app.document import new_id
from app.document.commands import AddRepairs
from app.document.detections import Detection
from app.document.model import HAND
from app.document.patches import PatchPack, make_patch
from app.document.query import Repair
from app.engine.render import as_native
from app.engine.request import Stage
from app.media.reel import FrameId
from app.session import Session

BOX = (150, 100, 174, 124)


def pasted(session: Session, index: int, lift: int, box: tuple[int, int, int, int] = BOX) -> Repair:
    """Lay a square on a frame that is `lift` code values brighter than the scan."""
    frame = FrameId(next(iter(session.snapshot.reels)), index)
    picture = as_native(session.engine.picture(frame, Stage.SOURCE)).picture
    x0, y0, x1, y1 = box
    mask = np.zeros(picture.planes[0].shape, bool)
    mask[y0:y1, x0:x1] = True
    lifted = [
        np.where(mask, np.clip(plane.astype(int) + lift, 0, 1023), plane).astype(plane.dtype)
        for plane in picture.planes
    ]
    patch = make_patch(picture.planes, lifted, mask)
    pack = PatchPack()
    offset, length = pack.add(index, patch)
    key = new_id().replace("-", "")
    row = Detection(
        reel=frame.reel, frame=index, defect="dirt", detector=HAND, x0=x0, y0=y0, x1=x1, y1=y1, area=int(mask.sum()),
        probability=1.0, key=key, pack=pack.put(session.project.artefacts), offset=offset, length=length,
    )  # fmt: skip
    session.project.dispatch(AddRepairs((row,))).wait()
    return next(r for r in session.project.repairs_of(session.snapshot, frame.reel, index) if r.id == key)
