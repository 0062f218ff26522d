"""What the window says, in the user's language."""

from widgets.text.filling import filled, listed
from widgets.text.language import LANGUAGES, language, set_language, system_language, translate
from widgets.text.sentences import operator_text, sentence

__all__ = [
    "LANGUAGES",
    "filled",
    "language",
    "listed",
    "operator_text",
    "sentence",
    "set_language",
    "system_language",
    "translate",
]
