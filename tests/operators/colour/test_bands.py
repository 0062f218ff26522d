"""Band by band gives what the whole picture at once gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from operators.colour import bands
from operators.colour.bands import in_bands
from operators.contract import Context, FrameInfo, Window
from operators.sdr_to_hdr.operator import METHODS, OPERATOR, SdrToHdrParams


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.mark.parametrize(("rows", "columns"), [(1, 7), (50, 64), (51, 61)])
def test_every_row_is_made_once_from_its_own(rows: int, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "BAND_PIXELS", 4 * columns)
    picture = torch.rand((3, rows, columns), generator=torch.Generator().manual_seed(1))
    plane = picture[1] + 1
    seen: list[int] = []

    def work(part: torch.Tensor, beside: torch.Tensor) -> torch.Tensor:
        seen.append(part.shape[-2])
        return part.amax(dim=0) * beside

    assert torch.equal(in_bands(work, picture, plane), picture.amax(dim=0) * plane)
    assert sum(seen) == rows and max(seen) <= 4


@pytest.mark.parametrize("method", METHODS)
def test_a_method_gives_the_same_in_bands(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = torch.rand((3, 120, 90), generator=torch.Generator().manual_seed(2)) * 1.1
    window = Window({0: frame}, FrameInfo(90, 120, 3, "rec709", 10))
    params = SdrToHdrParams(method=method)
    whole = OPERATOR.run(window, params, Context())
    monkeypatch.setattr(bands, "BAND_PIXELS", 7 * 90)
    # Matrices round otherwise for other shapes: a tenth of a code of 10 bits, close to black, where PQ is steep.
    torch.testing.assert_close(OPERATOR.run(window, params, Context()), whole, atol=1e-4, rtol=0)
