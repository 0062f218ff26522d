"""Windows over the source frames of one shot, for work that goes through it frame by frame."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import torch

from app.engine.decoders import Decoders
from app.engine.tensors import to_tensor
from app.media.picture import NativePicture
from app.media.reel import FrameId
from operators.contract import FrameInfo, MaskArray, Window


class ShotFrames:
    """Source tensors of a shot; keeps as many as one window needs, so that memory stays bounded.

    Native pictures are kept from the window's centre on: what was before it is only looked at.
    """

    def __init__(self, decoders: Decoders, reel: str, start: int, end: int, info: FrameInfo, keep: int) -> None:
        self._decoders = decoders
        self._reel = reel
        self._start = start
        self._end = end
        self._info = info
        self._keep = max(keep, 1)
        self._held: OrderedDict[int, torch.Tensor] = OrderedDict()
        self._natives: dict[int, NativePicture] = {}

    def native(self, index: int) -> NativePicture:
        """The native picture of frame `index` of the reel."""
        if index not in self._natives:
            self._natives[index] = self._decoders.read(FrameId(self._reel, index))
        return self._natives[index]

    def offsets(self, index: int, before: int, after: int) -> range:
        """The offsets round `index` that lie inside the shot."""
        first, last = max(index - before, self._start), min(index + after, self._end - 1)
        return range(first - index, last - index + 1)

    def window(self, index: int, before: int, after: int, masks: Mapping[int, MaskArray] | None = None) -> Window:
        """The window round `index`, clipped to the shot; the frames after it begin to decode meanwhile."""
        offsets = self.offsets(index, before, after)
        frames = {offset: self._frame(index + offset) for offset in offsets}
        following = index + offsets[-1] + 1
        if following < self._end:
            self._decoders.prefetch(FrameId(self._reel, following))
        self._natives = {at: native for at, native in self._natives.items() if index <= at <= index + after}
        return Window(frames, self._info, masks or {})

    def _frame(self, index: int) -> torch.Tensor:
        held = self._held.get(index)
        if held is None:
            held = self._held[index] = to_tensor(self.native(index))
            while len(self._held) > self._keep:
                self._held.popitem(last=False)
        return held
