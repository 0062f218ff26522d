"""What `reelmend bench hdr` measured, as tables for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.cli.console import table


def hdr_text(data: Mapping[str, Any]) -> str:
    """Quality, then speed."""
    return f"{_quality(data['quality'])}\n\n{_speed(data['speed'])}"


def _quality(data: Mapping[str, Any]) -> str:
    curves = data["by_curve"]
    names = list(next(iter(curves.values())))

    def differences(measure: str) -> str:
        def mean(of: Sequence[str]) -> tuple[str, ...]:
            return tuple(f"{sum(curves[curve][name][measure] for curve in of) / len(of):.2f}" for name in names)

        rows = [(curve, *(f"{curves[curve][name][measure]:.2f}" for name in names)) for curve in curves]
        ends = [("mean", *mean(list(curves))), ("of those kept out of tuning", *mean(data["kept_out"]))]
        return table([*rows, *ends], ("curve", *names))

    trips = [
        (inverse, *(f"{found[name]:.1f}" for name in names)) for inverse, found in data["round_trip_psnr_db"].items()
    ]
    levels = list(data["grain"][names[0]])
    grain = [(level, *(f"{data['grain'][name][level]:.2f}" for name in names)) for level in levels]
    return "\n\n".join(
        (
            f"{data['scenes']} made scenes, peaks {data['peaks_nits']} cd/m2; taken to 8-bit SDR by the curve at the "
            "left and brought up again by the method above",
            "mean difference from the answer, delta E ITP (less is better)\n" + differences("itp"),
            "the same of what is brighter than reference white in the answer\n" + differences("itp_highlights"),
            "PU21-PSNR, dB (more is better)\n" + differences("pu21_psnr"),
            "there and back: PSNR, dB, of the 8-bit SDR after the method and the way down at the left\n"
            + table(trips, ("down by", *names)),
            "grain, standard deviation of PQ, beside direct mapping's, at SDR signals\n"
            + table(grain, ("signal", *names)),
        )
    )


def _speed(data: Mapping[str, Any]) -> str:
    sizes = data["sizes"]
    rows = [(what, *(f"{found[what]:.1f}" for found in sizes.values())) for what in next(iter(sizes.values()))]
    return f"frames/s, PyTorch on {data['torch_threads']} thread(s)\n" + table(rows, ("", *sizes))
