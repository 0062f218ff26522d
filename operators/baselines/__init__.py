"""Reference methods of the literature, to be measured beside ours. No operator uses them."""

from operators.baselines.detectors import rod, sdi, srod
from operators.baselines.fills import median_of_three, telea

__all__ = ["median_of_three", "rod", "sdi", "srod", "telea"]
