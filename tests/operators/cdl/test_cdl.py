from __future__ import annotations

import numpy as np
import PyOpenColorIO as ocio
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.cdl.operator import OPERATOR, CdlParams
from operators.contract.frames import Context, FrameInfo, Window
from operators.contract.params import ParameterError

STYLES = {"asc": ocio.CDL_ASC, "no-clamp": ocio.CDL_NO_CLAMP}


def run(frame: torch.Tensor, params: CdlParams) -> torch.Tensor:
    channels, height, width = frame.shape
    return OPERATOR.run(Window({0: frame}, FrameInfo(width, height, channels)), params, Context())


def by_ocio(frame: torch.Tensor, params: CdlParams) -> np.ndarray:
    transform = ocio.CDLTransform()
    transform.setStyle(STYLES[params.style])
    transform.setSlope(params.slope)
    transform.setOffset(params.offset)
    transform.setPower(params.power)
    transform.setSat(params.saturation)
    pixels = np.ascontiguousarray(frame.permute(1, 2, 0).numpy())
    processor = ocio.Config.CreateRaw().getProcessor(transform)
    # OCIO's fast power is good to about 1e-4 only: ask for the exact one.
    processor.getOptimizedCPUProcessor(ocio.OPTIMIZATION_LOSSLESS).applyRGB(pixels)
    return pixels.transpose(2, 0, 1)


def picture(channels: int = 3) -> torch.Tensor:
    generator = torch.Generator().manual_seed(5)
    return torch.rand((channels, 23, 31), generator=generator) * 2.0 - 0.5


factors = st.floats(0.1, 3.0)
offsets = st.floats(-0.5, 0.5)


@settings(max_examples=30, deadline=None)
@given(
    slope=st.tuples(factors, factors, factors),
    offset=st.tuples(offsets, offsets, offsets),
    power=st.tuples(factors, factors, factors),
    saturation=st.floats(0.0, 3.0),
    style=st.sampled_from(sorted(STYLES)),
)
def test_equals_ocio(slope, offset, power, saturation, style) -> None:
    params = CdlParams(*slope, *offset, *power, saturation, style)
    frame = picture()
    np.testing.assert_allclose(run(frame, params).numpy(), by_ocio(frame, params), rtol=2e-5, atol=2e-5)


@pytest.mark.parametrize("channels", [1, 2, 3, 5])
def test_default_changes_nothing(channels: int) -> None:
    frame = picture(channels)
    result = run(frame, CdlParams())
    assert torch.equal(result, frame)
    assert result.data_ptr() != frame.data_ptr()


def test_worked_example() -> None:
    frame = torch.tensor([0.5, 0.25, -0.2]).reshape(3, 1, 1)
    result = run(frame, CdlParams(slope_r=2.0, offset_r=0.5, power_r=2.0, power_b=2.0))
    assert result.flatten().tolist() == pytest.approx([2.25, 0.25, -0.2])


def test_grey_is_graded_as_a_neutral_picture() -> None:
    grey = picture(1)
    params = CdlParams(slope_r=1.3, slope_g=0.8, power_b=1.7, saturation=0.0)
    colour = run(grey.expand(3, -1, -1), params)
    torch.testing.assert_close(run(grey, params)[0], colour[1], rtol=1e-5, atol=1e-6)


def test_further_channels_pass() -> None:
    frame = picture(4)
    assert torch.equal(run(frame, CdlParams(slope_r=3.0, saturation=2.0))[3], frame[3])


def test_bad_values_are_named() -> None:
    with pytest.raises(ParameterError, match="power_g is 0"):
        CdlParams.from_mapping({"power_g": 0.0})
    with pytest.raises(ParameterError, match="style"):
        CdlParams.from_mapping({"style": "clip"})
