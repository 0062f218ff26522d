"""How much memory there is, as the system tells it."""

from __future__ import annotations

from pathlib import Path

from app.memory import memory_bytes, memory_free


def test_what_is_free_is_read_from_the_system(tmp_path: Path) -> None:
    facts = tmp_path / "meminfo"
    facts.write_text("MemTotal:       16000000 kB\nMemFree:          100000 kB\nMemAvailable:    9000000 kB\n")
    assert memory_free(facts) == 9_000_000 * 1024
    assert 0 < memory_free() <= memory_bytes()


def test_a_system_that_does_not_say_is_taken_to_have_all_of_it(tmp_path: Path) -> None:
    assert memory_free(tmp_path / "nothing") == memory_bytes()
    (tmp_path / "odd").write_text("MemAvailable: none\n")
    assert memory_free(tmp_path / "odd") == memory_bytes()
