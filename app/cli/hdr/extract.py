"""`reelmend hdr extract`: metadata out of an HEVC stream, as a file or as an answer."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console

if TYPE_CHECKING:
    from app.hdr.stream.dolby import DolbyRpu
    from app.hdr.stream.source import HevcFile
    from app.hdr.stream.static_hdr import StaticHdr

HELP = "Get HDR Vivid, HDR10+, Dolby Vision or static HDR10 metadata out of an HEVC file."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="an HEVC file: .mp4, .mov, .mkv, .ts or a raw .hevc")
    parser.add_argument("output", type=Path, nargs="?", help="a new file; without it the answer is printed")
    parser.add_argument(
        "--kind", choices=("vivid", "hdr10plus", "dolby", "static"), default="vivid", help="which metadata"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Extract; `--kind dolby` also tells what it means for HDR Vivid's statistics."""
    import json

    from app.hdr.stream.source import open_hevc
    from app.jobs.progress import Progress

    source = open_hevc(options.input)
    progress = Progress("reading the stream", source.count, console.progress)
    if options.kind == "static":
        data, content = _static(source, progress)
    elif options.kind == "dolby":
        data, content = _dolby(source, progress)
    else:
        data, content = _dynamic(source, options, progress)
    if options.output is None:
        console.result(data, content.decode() if content else json.dumps(data, indent=2))
        return None
    if options.output.suffix.lower() not in (".json", ".hex", ".bin", ".txt"):
        from app.errors import UsageError

        raise UsageError(
            f"{options.output.name}: metadata is written to a .json, .txt, .hex or .bin file; name it so"
        )
    _keep(options.output, content or (json.dumps(data, indent=2) + "\n").encode())
    console.result(
        {"out": str(options.output), "kind": options.kind, "frames": source.count},
        f"{options.kind} metadata of {source.count} frames written to {options.output}",
    )
    return None


def _dynamic(source: HevcFile, options: argparse.Namespace, progress: Any) -> tuple[dict[str, Any], bytes]:
    """The data for JSON, and the content of the metadata file (as text where there is none)."""
    from app.hdr.stream.extraction import payloads
    from app.hdr.stream.metadata_files import Metadata, written_metadata
    from app.hdr.stream.sei import Kind

    metadata = Metadata(Kind(options.kind), payloads(source, Kind(options.kind), progress.advance))
    path = options.output or Path("metadata.txt" if metadata.kind is Kind.VIVID else "metadata.json")
    content = written_metadata(path, metadata, source.order)
    hexadecimal = [payload.hex() for payload in metadata.payloads]
    return {"kind": options.kind, "frames": source.count, "payloads": hexadecimal}, content


def _static(source: HevcFile, progress: Any) -> tuple[dict[str, Any], bytes]:
    from app.errors import MediaError
    from app.hdr.stream.extraction import static
    from app.hdr.stream.static_hdr import NO_STATIC

    found = static(source, progress.advance)
    if found.stream == found.container == NO_STATIC:
        raise MediaError(f"{source.path} has no HDR10 values, neither in its pictures nor in its container")
    return {"kind": "static", "stream": _values(found.stream), "container": _values(found.container)}, b""


def _values(said: StaticHdr) -> dict[str, Any]:
    mastering, light = said
    return {
        "mastering_display": mastering and mastering.text,
        "maximum_nits": mastering and mastering.maximum / 10000,
        "minimum_nits": mastering and mastering.minimum / 10000,
        "max_cll": light and light.max_cll,
        "max_fall": light and light.max_fall,
    }


def _dolby(source: HevcFile, progress: Any) -> tuple[dict[str, Any], bytes]:
    from app.hdr.stream.extraction import rpus

    frames = [_rpu(rpu) for rpu in rpus(source, progress.advance)]
    return {"kind": "dolby", "frames": source.count, "rpus": frames}, b""


def _rpu(rpu: DolbyRpu) -> dict[str, Any]:
    """One picture's levels by name, and the start they give for HDR Vivid (null: to be measured)."""
    from app.hdr.stream.start import from_dolby

    said = asdict(rpu)
    for level in ("level1", "level5", "level6"):
        value = getattr(rpu, level)
        said[level] = value and value._asdict()
    said["level2"] = [trim._asdict() for trim in rpu.level2]
    said["vivid_start"] = from_dolby(rpu.level1)._asdict() if rpu.level1 else None
    return said


def _keep(target: Path, content: bytes) -> None:
    from app.media.failures import of_system
    from app.media.movie.whole_file import WholeFile

    whole = WholeFile(target)
    try:
        whole.file.write(content)
        whole.keep()
    except OSError as error:
        whole.discard()
        raise of_system(error, target, "writing") from error
