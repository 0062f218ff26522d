"""Does the fix linter find seeded bad patches, and is it quiet on good ones?"""

from app.benches.lint.measure import measure_lint

__all__ = ["measure_lint"]
