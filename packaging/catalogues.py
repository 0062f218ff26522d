"""Translation files: reading, writing and checking Qt's `.ts`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from collecting import Catalogue

Key = tuple[str, str]


def read(path: Path) -> dict[Key, str]:
    """Context and source to translation; '' for the unfinished. Nothing where there is no file."""
    found: dict[Key, str] = {}
    if not path.exists():
        return found
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            text = ""
            if translation is not None:
                form = translation.find("numerusform")
                text = (translation.text if form is None else form.text) or ""
            found[name, message.findtext("source") or ""] = text
    return found


def write(path: Path, language: str, catalogue: Catalogue, known: Mapping[Key, str]) -> None:
    """Write the strings of a room with what is known of their translations, in a stable order."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for key in sorted(catalogue):
        entry = catalogue[key]
        if entry.context not in contexts:
            contexts[entry.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[entry.context], "name").text = entry.context
        _message(contexts[entry.context], catalogue, key, known.get(key, ""))
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _message(context: ET.Element, catalogue: Catalogue, key: Key, said: str) -> None:
    entry = catalogue[key]
    message = ET.SubElement(context, "message")
    if entry.plural:
        message.set("numerus", "yes")
    for place in sorted(entry.places):
        ET.SubElement(message, "location", filename=f"../../../{place}")
    ET.SubElement(message, "source").text = entry.source
    translation = ET.SubElement(message, "translation")
    if not said:
        translation.set("type", "unfinished")
    if entry.plural:
        ET.SubElement(translation, "numerusform").text = said
    else:
        translation.text = said


def faults(path: Path, catalogue: Catalogue) -> Iterator[str]:
    """What is wrong with a room's translations: missing, vanished, unfinished, other placeholders."""
    known = read(path)
    for key in sorted(set(catalogue) - set(known)):
        yield f"{path.name}: not in the file, run update: {key[1]!r}"
    for key in sorted(set(known) - set(catalogue)):
        yield f"{path.name}: vanished from the sources, run update: {key[1]!r}"
    for key in sorted(set(known) & set(catalogue)):
        source, said = key[1], known[key]
        if not said:
            yield f"{path.name}: not translated: {source!r}"
        elif placeholders(source) != placeholders(said):
            yield f"{path.name}: other placeholders than {source!r}: {said!r}"
        elif not _joins(source, said):
            yield f"{path.name}: other spaces at the ends than {source!r}: {said!r}"


def placeholders(text: str) -> set[str]:
    """The values a text is filled with: `{name}` and `%n`."""
    try:
        fields = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        fields = {"a brace that is not closed"}
    return fields | set(re.findall(r"%n|%L?\d", text))


def _joins(source: str, said: str) -> bool:
    """True where both are held apart from their neighbours alike; full-width marks bring their own space."""
    ends = ((source[:1], said[:1]), (source[-1:], said[-1:]))
    return all(one.isspace() == other.isspace() or (one.isspace() and other in "（，；：）") for one, other in ends)
