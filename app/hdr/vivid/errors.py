"""What can be wrong with HDR Vivid metadata; each carries a sentence for a person."""

from __future__ import annotations

from app.errors import MediaError, UsageError


class FieldError(UsageError):
    """A value does not fit the bits that the syntax gives it, or a field is there that must not be."""


class PayloadError(MediaError):
    """Bytes that are no whole HDR Vivid payload."""


class MetadataTextError(MediaError):
    """A text or JSON file of metadata that does not say what it must."""


class CountError(MediaError):
    """There are more or fewer entries of metadata than frames."""


class CurveError(MediaError):
    """Metadata whose parameters make no finite curve."""
