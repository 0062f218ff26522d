"""Sound stays with the picture, and PCM stays what it is."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from app.errors import MediaError, NotSupportedError
from app.media.movie.probe import probe_movie
from app.media.movie.reader import MovieReader
from app.media.movie.writer import MovieWriter
from app.media.picture import NativePicture
from app.media.reel import OnBadFrame, Reel, SoundTrack
from app.media.sound import extract_wav
from app.media.writing import WriterSpec

RATE = 48000
TONE = ["-f", "lavfi", "-i", "anoisesrc=r=48000:d=2:seed=3"]


def with_sound(make, name: str, codec: str, *more: str, inputs=TONE) -> Path:
    video = "-c:v", "libx264", "-bf", "2", "-g", "12"
    if name.endswith((".mov", ".mxf")):
        video = (
            "-c:v",
            "prores_ks" if name.endswith("v") else "mpeg2video",
            "-pix_fmt",
            "yuv422p10le" if name.endswith("v") else "yuv422p",
        )
    return make(name, *video, "-map", "1:v", "-map", "0:a", "-c:a", codec, *more, inputs=tuple(inputs))


def samples(path: Path, track: int = 0) -> np.ndarray:
    """A track as the ffmpeg program decodes it, as doubles in -1..1, from time zero of the picture."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", f"0:a:{track}", "-f", "f64le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.float64)


def export(reel: Reel, target: Path, kind: str, frames: tuple[int, int] | None = None) -> Path:
    """The pictures of a reel converted (luma only matters here) into what `kind` holds, with the sound."""
    from app.media.movie.presets import format_for

    format = format_for(kind, reel.format)
    spec = WriterSpec(format, reel.rate, kind, source=reel, sound_from=reel, frame_range=frames)
    reader, writer = MovieReader(reel, OnBadFrame.STOP), MovieWriter(target, spec)
    for index in range(*(frames or (0, reel.frame_count))):
        picture = reader.read(index)
        step = format.bit_depth - picture.format.bit_depth
        planes = [picture.planes[0].astype(np.float64) * 2.0**step]
        planes += [np.full(format.plane_shape(i), 2.0 ** (format.bit_depth - 1)) for i in (1, 2)]
        writer.write(NativePicture(format, tuple(p.astype(format.dtype) for p in planes)))
    reader.close()
    writer.finish()
    return target


def clap(make, name: str, codec: str) -> Path:
    """Two seconds of grey and silence with one white frame and one click, both at 1.0 s."""
    sound = "aevalsrc=0.9*between(n\\,48000\\,48047):s=48000:d=2"
    picture = "color=gray:s=256x128:r=24:d=2,drawbox=c=white:t=fill:enable='between(t,0.99,1.01)'"
    return make(
        name, "-c:v", "libx264", "-crf", "1", "-map", "1:v", "-map", "0:a", "-c:a", codec,
        source=picture, inputs=("-f", "lavfi", "-i", sound),
    )  # fmt: skip


def flash_and_click(path: Path) -> tuple[float, float]:
    """When the white frame and the click come, in seconds, by PyAV's plain decode of each stream."""
    with av.open(str(path)) as container:
        frames = [(f.time, float(f.to_ndarray(format="gray").mean())) for f in container.decode(video=0)]
    with av.open(str(path)) as container:
        loudest, when = 0.0, 0.0
        for frame in container.decode(audio=0):
            array = np.abs(frame.to_ndarray().astype(np.float64)).reshape(-1)
            peak = int(array.argmax())
            if array[peak] > loudest:
                planar = frame.format.is_planar
                place = peak % frame.samples if planar else peak // frame.layout.nb_channels
                loudest, when = float(array[peak]), frame.time + place / frame.sample_rate
    flash = max(frames, key=lambda f: f[1])[0]
    return flash, when


@pytest.mark.parametrize("codec", ["pcm_s16le", "aac"])
@pytest.mark.parametrize(("kind", "suffix"), [("prores-hq", ".mov"), ("hevc", ".mp4"), ("hevc10", ".mkv")])
@pytest.mark.parametrize("frames", [None, (10, 40)])
def test_a_clap_stays_in_sync(kind: str, suffix: str, codec: str, frames, make, tmp_path: Path) -> None:
    source = clap(make, "clap.mov", codec)
    flash, click = flash_and_click(source)
    assert abs(flash - click) < 0.5 / 24
    written = export(probe_movie(source), tmp_path / f"out{suffix}", kind, frames)
    new_flash, new_click = flash_and_click(written)
    assert abs(new_flash - new_click) < 0.5 / 24
    assert abs((new_flash - new_click) - (flash - click)) < 0.0015


@pytest.mark.parametrize(
    ("name", "codec"),
    [("a.mov", "pcm_s16be"), ("a.mov", "pcm_s24le"), ("a.mkv", "pcm_f32le"), ("a.mkv", "flac"), ("a.mp4", "aac")],
)
@pytest.mark.parametrize(("kind", "suffix"), [("prores-hq", ".mov"), ("ffv1", ".mkv")])
def test_tracks_are_copied_untouched(
    name: str, codec: str, kind: str, suffix: str, make, tmp_path: Path, probe
) -> None:
    if (codec, suffix) == ("flac", ".mov"):
        pytest.skip("QuickTime carries no FLAC; see the refusal test")
    source = with_sound(make, name, codec, "-ac", "2")
    written = export(probe_movie(source), tmp_path / f"out{suffix}", kind)
    (sound,) = (s for s in probe(written)["streams"] if s["codec_type"] == "audio")
    assert (sound["codec_name"], sound["channels"], sound["sample_rate"]) == (codec, 2, "48000")
    before, after = samples(source), samples(written)
    assert abs(len(before) - len(after)) <= (2 * 2048 if codec == "aac" else 0)
    if (codec, suffix) == ("aac", ".mkv"):  # the encoder's first packet is heard there, before the picture
        after = after[2 * 1024 :]
    length = min(len(before), len(after)) - 4096
    assert np.array_equal(before[:length], after[:length])


def test_pcm_is_cut_by_samples(make, tmp_path: Path) -> None:
    source = with_sound(make, "a.mov", "pcm_s24le")
    whole = samples(source)
    cut = samples(export(probe_movie(source), tmp_path / "cut.mov", "prores-hq", (7, 31)))
    assert np.array_equal(cut, whole[14000:62000])


def test_several_tracks_keep_order_and_language(make, tmp_path: Path, probe) -> None:
    source = make(
        "two.mov", "-c:v", "prores_ks", "-map", "2:v", "-map", "0:a", "-map", "1:a", "-c:a", "pcm_s16le",
        "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=ger",
        inputs=(*TONE, *["-f", "lavfi", "-i", "sine=r=48000:d=2"]),
    )  # fmt: skip
    reel = probe_movie(source)
    assert [track.language for track in reel.sound] == ["eng", "ger"]
    written = export(reel, tmp_path / "out.mov", "prores-hq")
    streams = [s for s in probe(written)["streams"] if s["codec_type"] == "audio"]
    assert [s["tags"]["language"] for s in streams] == ["eng", "ger"]
    for track in (0, 1):
        assert np.array_equal(samples(source, track), samples(written, track))


def test_mxf_gets_the_same_samples_in_its_own_byte_order(make, tmp_path: Path, probe) -> None:
    source = with_sound(make, "a.mov", "pcm_s24be", "-ac", "2")
    written = export(probe_movie(source), tmp_path / "out.mxf", "prores-hq")
    (sound,) = (s for s in probe(written)["streams"] if s["codec_type"] == "audio")
    assert sound["codec_name"] == "pcm_s24le"
    assert np.array_equal(samples(source), samples(written)[: 4 * RATE])


def test_what_a_container_cannot_carry_is_said(make, tmp_path: Path) -> None:
    reel = probe_movie(with_sound(make, "a.mkv", "libvorbis"))
    with pytest.raises(NotSupportedError, match=r"vorbis at 48000 Hz, which a \.mov file cannot carry"):
        export(reel, tmp_path / "no.mov", "prores-hq")
    assert not list(tmp_path.glob("*no.mov*"))
    with pytest.raises(NotSupportedError, match="drift apart"):
        spec = WriterSpec(reel.format, Fraction(25), "h264", sound_from=reel)
        MovieWriter(tmp_path / "no.mp4", spec)


@pytest.mark.parametrize("codec", ["pcm_s16le", "pcm_s24le", "pcm_s16be", "pcm_f32le"])
def test_wav_holds_pcm_bit_for_bit(codec: str, make, tmp_path: Path, probe) -> None:
    source = with_sound(make, "a.mov", codec, "-ac", "2")
    wav = extract_wav(probe_movie(source), tmp_path / "a.wav")
    assert wav == tmp_path / "a.wav"
    assert np.array_equal(samples(wav), samples(source))
    (stream,) = probe(wav)["streams"]
    assert (stream["codec_name"], stream["channels"]) == (codec.replace("be", "le"), 2)


def test_wav_of_a_frame_range(make, tmp_path: Path) -> None:
    source = with_sound(make, "a.mov", "pcm_s16le", "-timecode", "01:00:00:00")
    wav = extract_wav(probe_movie(source), tmp_path / "a.wav", (12, 36))
    assert wav is not None
    assert np.array_equal(samples(wav), samples(source)[24000:72000])
    with av.open(str(wav)) as file:
        assert int(file.metadata["time_reference"]) == 3600 * RATE + 24000


def test_wav_of_compressed_sound_is_as_long_as_the_picture(make, tmp_path: Path) -> None:
    source = with_sound(make, "a.mp4", "aac", "-ac", "1")
    wav = extract_wav(probe_movie(source), tmp_path / "a.wav", (0, 48))
    assert wav is not None
    decoded, reference = samples(wav), samples(source)
    length = min(len(decoded), len(reference))
    assert length >= 2 * RATE
    assert np.abs(decoded[:length] - reference[:length]).max() < 1e-5  # two builds round AAC differently


def test_several_tracks_become_channels_and_a_late_one_begins_in_silence(make, tmp_path: Path) -> None:
    source = make(
        "late.mkv", "-c:v", "libx264", "-map", "2:v", "-map", "0:a", "-map", "1:a", "-c:a:0", "pcm_s16le",
        "-c:a:1", "pcm_s24le",
        inputs=(*TONE, "-itsoffset", "0.5", *["-f", "lavfi", "-i", "sine=r=48000:d=1"]),
    )  # fmt: skip
    reel = probe_movie(source)
    assert reel.sound[1].start == Fraction(1, 2)
    wav = extract_wav(reel, tmp_path / "a.wav")
    assert wav is not None
    joined = samples(wav).reshape(-1, 2)
    assert np.array_equal(joined[:, 0], samples(source, 0))
    assert not joined[:24000, 1].any()
    assert np.array_equal(joined[24000:72000, 1], samples(source, 1)[-48000:])
    assert not joined[72000:, 1].any()


def test_no_sound_no_wav(make, tmp_path: Path) -> None:
    reel = probe_movie(make("mute.mp4", "-c:v", "libx264"))
    assert extract_wav(reel, tmp_path / "a.wav") is None
    assert not (tmp_path / "a.wav").exists()


def test_wav_refusals_leave_nothing(make, tmp_path: Path) -> None:
    reel = probe_movie(with_sound(make, "a.mov", "pcm_s16le"))
    (tmp_path / "a.wav").write_bytes(b"precious")
    with pytest.raises(MediaError, match="exists already"):
        extract_wav(reel, tmp_path / "a.wav")
    assert (tmp_path / "a.wav").read_bytes() == b"precious"
    mixed = replace(reel, sound=(*reel.sound, replace(reel.sound[0], sample_rate=44100)))
    with pytest.raises(MediaError, match="several sample rates"):
        extract_wav(mixed, tmp_path / "b.wav")
    assert not list(tmp_path.glob("*b.wav*"))


def test_a_wav_beside_a_sequence_goes_into_the_movie(make, tmp_path: Path) -> None:
    movie = probe_movie(with_sound(make, "a.mov", "pcm_s24le", "-ac", "2"))
    wav = extract_wav(movie, tmp_path / "scan.wav")
    assert wav is not None
    beside = SoundTrack(wav, 0, "pcm_s24le", RATE, 2, "stereo")
    sequence = replace(movie, kind="sequence", sound=(beside,))
    spec = WriterSpec(movie.format, movie.rate, "prores-hq", sound_from=sequence, frame_range=(24, 48))
    reader, writer = MovieReader(movie), MovieWriter(tmp_path / "out.mov", spec)
    for index in range(24, 48):
        writer.write(reader.read(index))
    reader.close()
    writer.finish()
    assert np.array_equal(samples(tmp_path / "out.mov"), samples(movie.path)[2 * RATE :])
