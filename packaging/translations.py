"""Translations of the window: collect the strings, compile what was translated, check that nothing is missing.

    python packaging/translations.py update [ROOM]    sources -> resources/translations/zh_CN/ROOM.ts
    python packaging/translations.py compile [ROOM]   .ts -> .qm, which the window loads
    python packaging/translations.py check            unfinished, vanished, wrong placeholders, stale .qm

A room is a folder of `widgets/`; `window` is what lies in `widgets/` itself; `operators` the operators' own
words, `sentences` what `app/` says. Run it with the virtual environment's Python.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import catalogues
import collecting

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh_CN",)
SILENT = {"cli", "benches", "damage", "baselines", "scenes", "curve.py", "look.py", "sources.py", "train.py"}
"""Folders and modules whose sentences no window shows."""


def folder(language: str) -> Path:
    """Where a language's files lie."""
    return ROOT / "resources" / "translations" / language


def template_table() -> Path:
    """The templates of `app/`'s sentences: what `widgets/text` finds a sentence's template by."""
    return ROOT / "resources" / "translations" / "sentences.json"


def rooms() -> list[str]:
    """The rooms that have strings, `operators` and `sentences` last."""
    found = sorted(path.name for path in (ROOT / "widgets").iterdir() if path.is_dir() and any(path.rglob("*.py")))
    return ["window", *found, "operators", "sentences"]


def collect(room: str) -> collecting.Catalogue:
    """The strings of one room, as the sources have them now."""
    if room == "operators":
        from spoken import operators

        return operators()
    if room == "sentences":
        sources = [path for top in ("app", "operators") for path in sorted((ROOT / top).rglob("*.py"))]
        return collecting.sentences(ROOT, [path for path in sources if not SILENT & set(path.parts)])
    base = ROOT / "widgets"
    return collecting.from_widgets(
        ROOT, sorted(base.glob("*.py") if room == "window" else (base / room).rglob("*.py"))
    )


def table_of(sentences: collecting.Catalogue) -> str:
    """The template table's text."""
    return json.dumps(sorted(source for _, source in sentences), indent=0, ensure_ascii=False) + "\n"


def update(chosen: list[str]) -> int:
    """Write the `.ts` of rooms anew, keeping what was translated. Returns how many strings wait for a translation."""
    waiting = 0
    for language in LANGUAGES:
        for room in chosen:
            strings = collect(room)
            path = folder(language) / f"{room}.ts"
            known = catalogues.read(path)
            for key in sorted(set(known) - set(strings)):
                print(f"{room}: gone from the sources: {key[1]!r}" + (f" ({known[key]})" if known[key] else ""))
            if strings or path.exists():
                catalogues.write(path, language, strings, known)
            missing = [key for key in strings if not known.get(key)]
            waiting += len(missing)
            print(f"{language} {room}: {len(strings)} strings, {len(missing)} to translate")
            if room == "sentences":
                template_table().write_text(table_of(strings), encoding="utf-8")
    return waiting


def release(source: Path, target: Path) -> None:
    """Compile one `.ts`. The bytes depend on the source alone."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or "pyside6-lrelease"
    done = subprocess.run([tool, "-silent", str(source), "-qm", str(target)], capture_output=True, text=True)
    if done.returncode != 0 or not target.exists():
        raise SystemExit(f"{source.name} cannot be compiled: {done.stdout}{done.stderr}")


def compile_all(chosen: list[str]) -> None:
    """Compile the `.ts` of rooms."""
    for language in LANGUAGES:
        for room in chosen:
            source = folder(language) / f"{room}.ts"
            if source.exists():
                release(source, source.with_suffix(".qm"))


def faults() -> Iterator[str]:
    """Everything that is wrong, a sentence each."""
    for language in LANGUAGES:
        for room in rooms():
            strings = collect(room)
            path = folder(language) / f"{room}.ts"
            if strings or path.exists():
                yield from catalogues.faults(path, strings)
            if room == "sentences" and template_table().read_text(encoding="utf-8") != table_of(strings):
                yield f"{template_table().name} is older than the sources: run update sentences"
        yield from _disagreeing(language)
        yield from _stale(language)


def _disagreeing(language: str) -> Iterator[str]:
    """One text in one context is said in one way, whichever room has it: the last one loaded would win."""
    said: dict[catalogues.Key, tuple[str, str]] = {}
    for source in sorted(folder(language).glob("*.ts")):
        for key, text in catalogues.read(source).items():
            room, other = said.setdefault(key, (source.name, text))
            if text and other and text != other:
                yield f"{source.name} says {text!r} for {key[1]!r}, {room} says {other!r}"


def _stale(language: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        for source in sorted(folder(language).glob("*.ts")):
            fresh = Path(scratch) / f"{source.stem}.qm"
            release(source, fresh)
            kept = source.with_suffix(".qm")
            if not kept.exists() or kept.read_bytes() != fresh.read_bytes():
                yield f"{kept.name} is older than {source.name}: run compile"
    for kept in sorted(folder(language).glob("*.qm")):
        if not kept.with_suffix(".ts").exists():
            yield f"{kept.name} has no {kept.stem}.ts"


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("update", "compile", "check"))
    parser.add_argument("room", nargs="*", help="rooms; all where none is named")
    asked = parser.parse_args(arguments)
    unknown = set(asked.room) - set(rooms())
    if unknown:
        parser.error(f"there is no room {', '.join(sorted(unknown))}; there are: {', '.join(rooms())}")
    chosen = asked.room or rooms()
    try:
        if asked.what == "update":
            update(chosen)
        elif asked.what == "compile":
            compile_all(chosen)
        else:
            found = list(faults())
            print("\n".join(found) or "all translations are complete")
            return 1 if found else 0
    except collecting.CollectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
