"""Bits, most significant first, with the Exp-Golomb codes of ITU-T H.265 clause 9.2."""

from __future__ import annotations

from app.errors import MediaError


class BitReader:
    """Reads `data` from the first bit on. Reading past the end raises MediaError that names `what`."""

    def __init__(self, data: bytes, what: str) -> None:
        self._value = int.from_bytes(data, "big")
        self._length = 8 * len(data)
        self._what = what
        self.position = 0

    @property
    def left(self) -> int:
        """Bits not read yet."""
        return self._length - self.position

    def u(self, count: int) -> int:
        """An unsigned number of `count` bits."""
        if count > self.left:
            raise MediaError(f"{self._what} is cut short: it ends after {self._length} bits and more are announced")
        self.position += count
        return (self._value >> (self._length - self.position)) & ((1 << count) - 1)

    def flag(self) -> bool:
        """One bit."""
        return bool(self.u(1))

    def s(self, count: int) -> int:
        """A number of `count` bits in two's complement."""
        value = self.u(count)
        return value - (1 << count) if value >> (count - 1) else value

    def ue(self) -> int:
        """ue(v): an unsigned Exp-Golomb code of at most 32 leading zeros."""
        zeros = 0
        while not self.u(1):
            zeros += 1
            if zeros > 32:
                raise MediaError(f"{self._what} is damaged: it has a number of more than 32 bits")
        return (1 << zeros) - 1 + self.u(zeros)

    def se(self) -> int:
        """se(v): a signed Exp-Golomb code."""
        value = self.ue()
        return (value + 1) // 2 if value % 2 else -(value // 2)

    def align(self) -> None:
        """Go on to the next whole byte."""
        self.position += -self.position % 8


class BitWriter:
    """Collects bits; `bytes` of it are padded with zeros to a whole byte."""

    def __init__(self) -> None:
        self._value = 0
        self._length = 0

    def u(self, value: int, count: int) -> None:
        """Append `value` in `count` bits; ValueError where it does not fit."""
        if value < 0 or value >> count:
            raise ValueError(f"{value} does not fit into {count} bits")
        self._value = self._value << count | value
        self._length += count

    def __bytes__(self) -> bytes:
        spare = -self._length % 8
        return (self._value << spare).to_bytes((self._length + spare) // 8, "big")
