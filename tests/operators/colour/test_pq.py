"""PQ beside colour-science and the check values of BT.2100 and BT.2408."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch

from operators.colour.pq import pq_eotf, pq_inverse_eotf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # colour-science misses matplotlib, which only its plots need
    import colour


@pytest.mark.parametrize(
    ("nits", "signal"),
    [(100, 0.5080784), (203, 0.5806889), (500, 0.6765848), (1000, 0.7518271), (4000, 0.9025724), (10000, 1.0)],
)
def test_known_levels(nits: float, signal: float) -> None:
    assert pq_inverse_eotf(nits) == pytest.approx(signal, abs=5e-8)
    assert pq_eotf(pq_inverse_eotf(nits)) == pytest.approx(nits, rel=1e-12)


def test_equals_colour_science() -> None:
    signal = np.linspace(0, 1, 4096)
    np.testing.assert_allclose(pq_eotf(signal), colour.models.eotf_ST2084(signal), rtol=1e-12, atol=1e-14)
    nits = np.geomspace(1e-4, 10000, 4096)
    np.testing.assert_allclose(pq_inverse_eotf(nits), colour.models.eotf_inverse_ST2084(nits), rtol=1e-12)


def test_black_stays_black_and_nothing_is_clipped_above() -> None:
    assert pq_inverse_eotf(0.0) == 0.0
    assert pq_eotf(0.0) == 0.0
    assert pq_eotf(-0.1) == 0.0
    assert pq_inverse_eotf(-5.0) == 0.0
    assert pq_inverse_eotf(12000.0) > 1.0
    assert pq_eotf(pq_inverse_eotf(12000.0)) == pytest.approx(12000.0)


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_keeps_type_and_shape(kind: type) -> None:
    signal = np.random.default_rng(1).random((3, 4, 5)).astype(kind)
    light = pq_eotf(signal)
    assert light.dtype == kind
    assert light.shape == signal.shape
    back = pq_inverse_eotf(light)
    assert back.dtype == kind
    np.testing.assert_allclose(back, signal, atol=2e-5 if kind is np.float32 else 1e-12)


def test_tensors_give_what_arrays_give() -> None:
    signal = np.linspace(0, 1, 513, dtype=np.float32).reshape(27, 19)
    light = pq_eotf(torch.from_numpy(signal))
    assert light.dtype == torch.float32
    np.testing.assert_allclose(light.numpy(), pq_eotf(signal), rtol=2e-4)
    np.testing.assert_allclose(pq_inverse_eotf(light).numpy(), pq_inverse_eotf(light.numpy()), rtol=2e-5)
