"""`reelmend hdr curve`: what a display makes of a frame's HDR Vivid metadata, as numbers."""

from __future__ import annotations

import argparse

from app.cli.console import Console, table

HELP = "The tone curve and saturation that HDR Vivid metadata give on a display, at PQ signals 0 to 1."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--payload", metavar="HEX", required=True, help="the T.35 payload from its country code on")
    parser.add_argument("--display", metavar="NITS", type=float, required=True, help="the display's peak")
    parser.add_argument("--mastering", metavar="NITS", type=float, required=True, help="the mastering display's peak")
    parser.add_argument(
        "--black", metavar="NITS", type=float, default=0.0, help="the display's black; 0 unless given"
    )
    parser.add_argument("--sdr", action="store_true", help="for SDR output")
    parser.add_argument("--at", metavar="X,X,...", required=True, help="PQ signals of maxRGB, 0 to 1")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Work the curve out."""
    import numpy as np

    from app.errors import UsageError
    from app.hdr.vivid.adaptation import Display
    from app.hdr.vivid.display_curve import DisplayCurve
    from app.hdr.vivid.payload import unpack

    try:
        payload = bytes.fromhex(options.payload)
    except ValueError:
        raise UsageError("--payload is no hexadecimal text; write two digits a byte, as in 2600040005...") from None
    x = _signals(options.at)
    display = Display(options.display, options.mastering, sdr=options.sdr, black_nits=options.black)
    curve = DisplayCurve.of(unpack(payload), display)
    points = np.array(x, dtype=np.float64)
    y = [float(value) for value in curve(points)]
    # without light there is no ratio of output to input, and no colour either
    saturation = [float(value) if at > 0 else None for at, value in zip(x, curve.saturation(points), strict=True)]
    used = curve.adapted.base_set
    facts = {
        "x": x,
        "y": y,
        "saturation": saturation,
        "set": None if used is None else used.target_code,
        "m_p": curve.base.m_p,
        "m_a": curve.base.m_a,
        "m_b": curve.base.m_b,
    }
    rows = [
        (f"{a:.6f}", f"{b:.6f}", "-" if c is None else f"{c:.6f}") for a, b, c in zip(x, y, saturation, strict=True)
    ]
    base = "derived from the statistics" if used is None else f"sent for the target {used.target_code}"
    console.result(facts, f"base curve {base}\n{table(rows, ('input PQ', 'output PQ', 'saturation'))}")
    return None


def _signals(text: str) -> list[float]:
    from app.errors import UsageError

    try:
        x = [float(item) for item in text.split(",")]
    except ValueError:
        raise UsageError(f"--at is '{text}'; write numbers with commas between, as in 0.1,0.5,0.75") from None
    outside = [item for item in x if not 0 <= item <= 1]
    if outside:
        raise UsageError(f"--at has {outside[0]:g}; a PQ signal lies between 0 and 1")
    return x
