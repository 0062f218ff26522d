"""Everything Reelmend needs to run is under a licence that lets it be passed on with it."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

ALLOWED = {
    "0BSD",
    "Apache 2.0",
    "Apache 2.0 License",
    "Apache Software License",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "MIT License",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Zlib",
}

READ_BY_HAND = {"opencolorio": "BSD-3-Clause"}
"""Packages whose metadata name no licence; what their licence file says."""

GPL_LIBRARY = re.compile(r"(libx26[45]|libxvidcore|libpostproc|librubberband|libvidstab|libcdio|libfdk-aac)\b")
"""Shared libraries under the GPL (or, the last one, under terms that forbid passing it on with GPL code)."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime_distributions() -> dict[str, Distribution]:
    """Reelmend's dependencies and theirs, as installed; without extras."""
    found: dict[str, Distribution] = {}
    waiting = ["reelmend"]
    while waiting:
        name = canonical(waiting.pop())
        if name in found:
            continue
        found[name] = distribution(name)
        for text in found[name].requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def licences(name: str, found: Distribution) -> set[str]:
    """The licences a package states: its expression, else its classifiers, else its short licence text."""
    if name in READ_BY_HAND:
        return {READ_BY_HAND[name]}
    expression = found.metadata.get("License-Expression")
    if expression:
        return set(re.split(r"\s+(?:AND|OR)\s+", expression.replace("(", "").replace(")", "")))
    classifiers = [c.split(" :: ")[-1] for c in found.metadata.get_all("Classifier", []) if c.startswith("License")]
    stated = {c for c in classifiers if c != "OSI Approved"}
    text = (found.metadata.get("License") or "").strip()
    if not stated and "\n" not in text:
        stated = set(re.split(r"\s+AND\s+", text))
    return stated


@pytest.mark.parametrize("name", sorted(runtime_distributions()))
def test_licence_is_allowed(name):
    stated = licences(name, runtime_distributions()[name])
    assert stated, f"{name} states no licence; read its licence file and say so in READ_BY_HAND"
    assert stated <= ALLOWED, f"{name} is under {stated - ALLOWED}"


def test_bundled_gpl_libraries_are_named_in_the_notice(root):
    """A wheel's own licence says nothing of the shared libraries packed into it."""
    bundled = {
        match.group(1)
        for found in runtime_distributions().values()
        for path in found.files or []
        if (match := GPL_LIBRARY.match(path.name.lower()))
    }
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    assert not {name for name in bundled if name not in notice}


def test_a_gpl_package_would_be_caught():
    assert not any("GPL" in licence for licence in ALLOWED)
    assert GPL_LIBRARY.match("libx264-d6533a8d.so.165")
