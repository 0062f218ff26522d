"""A damaged reel with its truth beside it, made of the clips in `resources/demo`.

OUT/scan/reel.%06d.dpx      what a restorer gets: 10-bit DPX, and reel.wav beside the frames
OUT/reel.mov                the same as a ProRes movie with sound
OUT/truth/base/             16-bit PNG: the film without the damage (with its flicker, weave and grain)
OUT/truth/damaged/          16-bit PNG: the scan, for programs that read no DPX
OUT/truth/mask_dirt/        8-bit PNG: 255 where dirt and hairs lie
OUT/truth/mask_scratch/     likewise line scratches
OUT/truth/truth.json        seed, cuts, frames with splices, kinds of damage
"""

from __future__ import annotations

import json
import shutil
import wave
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import torch

from app.engine.tensors import to_planes, to_tensor
from app.engine.worker import Token
from app.errors import MediaError, UsageError
from app.jobs.clips import Clips
from app.jobs.progress import Progress, Reporter
from app.media.movie.presets import format_for
from app.media.opening import open_reader, open_reel, open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameWriter
from app.media.writing import WriterSpec
from operators.contract import MaskArray, ParameterError
from operators.damage import DamagedFrame, Damager, DamageRecipe

RATE = Fraction(24)
SAMPLE_RATE = 48000
SHOT_FRAMES = 48


@dataclass(frozen=True, slots=True)
class DemoSpec:
    """What reel to make. `kinds` are names of `operators.damage`, or ("all",)."""

    seconds: float = 6.0
    width: int = 720
    height: int = 540
    seed: int = 1
    kinds: tuple[str, ...] = ("all",)
    grey: bool = False


@dataclass(frozen=True, slots=True)
class DemoReel:
    """What was made and where it lies; `cuts` are the first frames of its shots."""

    frames: int
    cuts: tuple[int, ...]
    places: dict[str, Path]


def damager_of(spec: DemoSpec) -> Damager:
    """The generator a spec asks for; UsageError where it asks for nonsense."""
    frames = round(spec.seconds * RATE)
    if frames < 1 or spec.width < 16 or spec.height < 16:
        raise UsageError("a reel needs at least one frame of 16x16 pixels")
    try:
        recipe = DamageRecipe() if spec.kinds == ("all",) else DamageRecipe().only(spec.kinds)
    except ParameterError as error:
        raise UsageError(str(error)) from None
    return Damager(recipe, spec.seed, (spec.width, spec.height), frames)


def worn_frames(spec: DemoSpec, *, one_shot: bool = False) -> Iterator[DamagedFrame]:
    """The frames of a reel, worn, in order."""
    damager = damager_of(spec)
    clips = Clips(spec.width, spec.height, None if one_shot else SHOT_FRAMES)
    for t in range(damager.frames):
        clean = clips.frame(damager.source_frame(t))
        if spec.grey:
            clean = np.repeat((clean * GREY_WEIGHTS).sum(axis=0, keepdims=True), 3, axis=0)
        yield damager.frame(t, torch.from_numpy(np.ascontiguousarray(clean, np.float32)))


GREY_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32).reshape(3, 1, 1)


def make_demo_reel(out: Path, spec: DemoSpec, reporter: Reporter, token: Token) -> DemoReel:
    """Make the reel in the new folder `out`; nothing is left of it where that fails.

    Raises:
        UsageError: an unknown kind of damage, or an impossible size.
        MediaError: `out` exists already, or cannot be written.
        NoRoomError: the disk is full.
        Cancelled: the token was cancelled.
    """
    damager = damager_of(spec)
    if out.exists():
        raise MediaError(f"{out} exists already: name another folder, or remove it first")
    try:
        return _make(out, spec, damager, Progress("making the demo reel", damager.frames, reporter), token)
    except BaseException:
        shutil.rmtree(out, ignore_errors=True)
        raise


def _make(out: Path, spec: DemoSpec, damager: Damager, progress: Progress, token: Token) -> DemoReel:
    ten = _format(spec, 10)
    sixteen = _format(spec, 16)
    mask = PictureFormat(spec.width, spec.height, ("Y",), "grey", "uint8", 8, "raw")
    truth = out / "truth"
    with ExitStack() as stack:
        writers = _Writers(stack)
        scan = writers.sequence(out / "scan", ten, "dpx", "reel.%06d")
        base = writers.sequence(truth / "base", sixteen, "png")
        damaged = writers.sequence(truth / "damaged", sixteen, "png")
        dirt = writers.sequence(truth / "mask_dirt", mask, "png")
        scratch = writers.sequence(truth / "mask_scratch", mask, "png")
        for worn in worn_frames(spec):
            token.wait_while_paused()
            native = NativePicture(ten, to_planes(worn.damaged, ten).planes)
            scan.write(native)
            base.write(NativePicture(sixteen, to_planes(worn.base, sixteen).planes))
            damaged.write(NativePicture(sixteen, to_planes(to_tensor(native), sixteen).planes))
            dirt.write(_mask_picture(mask, worn.mask_dirt))
            scratch.write(_mask_picture(mask, worn.mask_scratch))
            progress.advance()
        writers.finish()
    _write_sound(out / "scan" / "reel.wav", damager.frames)
    _write_movie(out / "scan", out / "reel.mov")
    cuts = tuple(
        t
        for t in range(1, damager.frames)
        if damager.source_frame(t) // SHOT_FRAMES != damager.source_frame(t - 1) // SHOT_FRAMES
    )
    facts: dict[str, Any] = {
        "seed": spec.seed,
        "kinds": list(spec.kinds),
        "frames": damager.frames,
        "cuts": list(cuts),
        "splices": [splice.frame for splice in damager.splices],
        "recipe": damager.recipe.to_mapping(),
    }
    (truth / "truth.json").write_text(json.dumps(facts, indent=1), "utf-8")
    places = {"scan (10-bit DPX)": out / "scan", "movie (ProRes, sound)": out / "reel.mov", "truth": truth}
    return DemoReel(damager.frames, cuts, places)


def _format(spec: DemoSpec, bits: int) -> PictureFormat:
    return PictureFormat(spec.width, spec.height, ("R", "G", "B"), "rgb", "uint16", bits, "rec709")


def _mask_picture(format: PictureFormat, mask: MaskArray) -> NativePicture:
    return NativePicture(format, (mask.astype(np.uint8) * np.uint8(255),))


@dataclass
class _Writers:
    """Several writers that finish together or not at all."""

    stack: ExitStack
    made: list[FrameWriter] = field(default_factory=list)

    def sequence(self, folder: Path, format: PictureFormat, kind: str, pattern: str = "%06d") -> FrameWriter:
        writer = open_writer(folder, WriterSpec(format, RATE, kind, pattern=pattern))
        self.stack.callback(writer.abort)
        self.made.append(writer)
        return writer

    def finish(self) -> None:
        for writer in self.made:
            writer.finish()


def _write_sound(path: Path, frames: int) -> None:
    """16-bit mono: a quiet hum, and a clap at every full second, so that sync can be heard and measured."""
    count = int(frames / RATE * SAMPLE_RATE)
    seconds = np.arange(count) / SAMPLE_RATE
    hum = 0.02 * np.sin(2 * np.pi * 100 * seconds)
    clap = np.random.default_rng(1).normal(0, 0.3, count) * np.exp(-(seconds % 1.0) * 200)
    samples = np.clip((hum + clap) * 32767, -32768, 32767).astype("<i2")
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(samples.tobytes())


def _write_movie(scan: Path, target: Path) -> None:
    reel = open_reel(scan, rate=RATE)
    format = format_for("prores-hq", reel.format)
    writer = open_writer(target, WriterSpec(format, RATE, "prores-hq", source=reel, sound_from=reel))
    reader = open_reader(reel)
    try:
        for index in range(reel.frame_count):
            tensor = to_tensor(reader.read(index))
            writer.write(NativePicture(format, to_planes(tensor, format).planes))
        writer.finish()
    except BaseException:
        writer.abort()
        raise
    finally:
        reader.close()
