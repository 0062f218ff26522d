"""The training curve: losses as a table, and a drawing of them that any browser shows."""

from __future__ import annotations

import json
from pathlib import Path

LOSSES = "losses.csv"
FIGURES = "figures.jsonl"
DRAWING = "curve.svg"

_WIDTH, _HEIGHT, _MARGIN = 900, 420, 50
_POINTS = 300


class Losses:
    """The table of losses, added to line by line."""

    def __init__(self, folder: Path) -> None:
        path = folder / LOSSES
        new = not path.exists()
        self._file = path.open("a", encoding="utf-8", buffering=1)
        if new:
            self._file.write("step,loss,rate\n")

    def add(self, step: int, loss: float, rate: float) -> None:
        """One more step."""
        self._file.write(f"{step},{loss:.9g},{rate:.6g}\n")

    def close(self) -> None:
        """No more steps for now."""
        self._file.close()


def draw(folder: Path) -> None:
    """Draw `curve.svg`: the loss (means over stretches of steps) and every held-out figure between 0 and 1."""
    lines = {"loss": _losses(folder), **_figures(folder)}
    last = max((points[-1][0] for points in lines.values() if points), default=1.0)
    colours = ("#777777", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        parts.append(f'<path d="M{_MARGIN} {y} H{_WIDTH - 10}" stroke="#dddddd"/>')
        parts.append(f'<text x="10" y="{y + 4}" font-size="12">{tenth / 10:.1f}</text>')
    parts.append(f'<text x="{_WIDTH - 130}" y="{_HEIGHT - 12}" font-size="12">{last:.0f} steps</text>')
    for place, (name, points) in enumerate(lines.items()):
        colour = colours[place % len(colours)]
        way = " ".join(f"{_MARGIN + (_WIDTH - 10 - _MARGIN) * x / last:.1f},{_y(y)}" for x, y in points)
        parts.append(f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x = _MARGIN + 10 + 120 * place
        parts.append(f'<text x="{x}" y="{_HEIGHT - 12}" font-size="12" fill="{colour}">{name}</text>')
    (folder / DRAWING).write_text("\n".join((*parts, "</svg>")) + "\n", encoding="utf-8")


def _y(value: float) -> float:
    return round(_HEIGHT - _MARGIN + min(max(value, 0.0), 1.0) * (2 * _MARGIN - _HEIGHT), 1)


def _losses(folder: Path) -> list[tuple[float, float]]:
    rows = [line.split(",") for line in (folder / LOSSES).read_text(encoding="utf-8").splitlines()[1:]]
    length = max(len(rows) // _POINTS, 1)
    stretches = [rows[at : at + length] for at in range(0, len(rows), length)]
    return [(float(stretch[-1][0]), sum(float(row[1]) for row in stretch) / len(stretch)) for stretch in stretches]


def _figures(folder: Path) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    path = folder / FIGURES
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        for name, value in row.items():
            if name != "step" and 0.0 <= value <= 1.0:
                found.setdefault(name, []).append((float(row["step"]), value))
    return found
