"""DPX files put together byte by byte from SMPTE ST 268, sharing no code with what is tested."""

import struct
from pathlib import Path

import numpy as np

FILLED = {
    # name: (kind, offset, value), every one of the fields an export must carry, and some more
    "version": ("8s", 8, b"V2.0"),
    "ditto": ("I", 20, 0),
    "creation_time": ("24s", 136, b"1987:06:05:04:03:02:UTC"),
    "creator": ("100s", 160, b"Arriscan 4"),
    "project": ("200s", 260, b"The Lost Reel"),
    "copyright": ("200s", 460, b"Archive of Somewhere"),
    "orientation": ("H", 768, 0),
    "x_centre": ("f", 1416, 1.5),
    "source_file": ("100s", 1432, b"neg_0042.cin"),
    "device": ("32s", 1556, b"scanner"),
    "serial": ("32s", 1588, b"0815"),
    "border_left": ("H", 1620, 3),
    "aspect_h": ("I", 1628, 1),
    "aspect_v": ("I", 1632, 1),
    "film_maker": ("2s", 1664, b"02"),
    "film_type": ("2s", 1666, b"31"),
    "film_offset": ("2s", 1668, b"07"),
    "film_prefix": ("6s", 1670, b"123456"),
    "film_count": ("4s", 1676, b"7890"),
    "film_format": ("32s", 1680, b"Academy"),
    "frame_position": ("I", 1712, 42),
    "sequence_length": ("I", 1716, 1000),
    "held": ("I", 1720, 1),
    "film_rate": ("f", 1724, 18.0),
    "shutter": ("f", 1728, 180.0),
    "frame_id": ("32s", 1732, b"key"),
    "slate": ("100s", 1764, b"12A take 3"),
    "reserved_film": ("4s", 1864, b"kept"),
    "timecode": ("I", 1920, 0x01020304),
    "user_bits": ("I", 1924, 0xCAFE),
    "interlace": ("B", 1928, 0),
    "field": ("B", 1929, 1),
    "signal": ("B", 1930, 0),
    "tv_rate": ("f", 1940, 18.0),
    "gamma": ("f", 1948, 0.6),
    "black": ("f", 1952, 95.0),
    "white": ("f", 1964, 685.0),
}
CHANGES_WITH_THE_FILE = range(36, 136)
"""The bytes of the file name."""


def write_dpx(
    path: Path,
    body: bytes,
    *,
    width: int,
    height: int,
    bits: int = 10,
    packing: int = 1,
    descriptor: int = 50,
    order: str = ">",
    transfer: int = 1,
    colorimetric: int = 1,
    offset: int = 8192,
    user: bytes = b"house notes",
    fields: dict[str, tuple[str, int, object]] | None = None,
) -> bytes:
    """Write a file and return its bytes."""
    head = bytearray(b"\xff" * 2048) + user.ljust(offset - 2048, b"\0")
    for start, end in ((8, 16), (36, 660), (1432, 1620), (1680, 1712), (1732, 1920)):
        head[start:end] = bytes(end - start)

    def put(kind: str, at: int, value: object) -> None:
        struct.pack_into(order + kind, head, at, value)

    head[:4] = b"SDPX" if order == ">" else b"XPDS"
    for kind, at, value in (FILLED if fields is None else fields).values():
        put(kind, at, value)
    for kind, at, value in (
        ("I", 4, offset), ("I", 16, offset + len(body)), ("I", 24, 1664), ("I", 28, 384), ("I", 32, offset - 2048),
        ("100s", 36, path.name.encode()), ("H", 770, 1), ("I", 772, width), ("I", 776, height),
        ("I", 780, 0), ("I", 784, 0), ("f", 788, 0.0), ("I", 792, 2**bits - 1), ("f", 796, 2.048),
        ("B", 800, descriptor), ("B", 801, transfer), ("B", 802, colorimetric), ("B", 803, bits),
        ("H", 804, packing), ("H", 806, 0), ("I", 808, offset), ("I", 812, 0), ("I", 816, 0), ("32s", 820, b"scan"),
    ):  # fmt: skip
        put(kind, at, value)
    path.write_bytes(bytes(head) + body)
    return bytes(head) + body


def ten_bit_body(codes: np.ndarray, order: str = ">", method: str = "A") -> bytes:
    """(height, width, 3) codes as filled words, R in the highest bits."""
    codes = codes.astype(np.uint32)
    low = 2 if method == "A" else 0
    words = codes[..., 0] << (low + 20) | codes[..., 1] << (low + 10) | codes[..., 2] << low
    return words.astype(order + "u4").tobytes()


def packed_body(codes: np.ndarray, bits: int, order: str = ">") -> bytes:
    """(height, samples) codes as a bit stream through 32-bit words, lowest bits first, lines on whole words."""
    lines = []
    for line in codes:
        stream = 0
        for place, code in enumerate(line):
            stream |= int(code) << (place * bits)
        count = -(-len(line) * bits // 32)
        words = [(stream >> (32 * i)) & 0xFFFFFFFF for i in range(count)]
        lines.append(struct.pack(f"{order}{count}I", *words))
    return b"".join(lines)
