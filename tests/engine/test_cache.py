"""One byte budget."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from app.engine.cache import Cache


@dataclass
class Block:
    nbytes: int


def test_the_least_recently_used_goes_first() -> None:
    cache = Cache(100)
    for name in "abc":
        cache.put(name, Block(40))
        cache.get("a")
    assert "a" in cache and "c" in cache and "b" not in cache


def test_what_is_larger_than_the_budget_is_not_kept() -> None:
    cache = Cache(100)
    cache.put("small", Block(60))
    cache.put("huge", Block(101))
    assert "huge" not in cache and "small" in cache


def test_what_is_discarded_takes_no_room() -> None:
    cache = Cache(100)
    for name in "ab":
        cache.put(name, Block(50))
    cache.discard(["a", "nothing"])
    cache.put("c", Block(50))
    assert "a" not in cache and "b" in cache and "c" in cache and cache.statistics().bytes == 100


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=60), st.integers(0, 100))
def test_the_budget_always_holds_and_the_count_is_right(puts: list[tuple[int, int]], smaller: int) -> None:
    cache = Cache(100)
    for key, size in puts:
        cache.put(str(key), Block(size))
        assert cache.statistics().bytes <= 100
    cache.set_budget(smaller)
    state = cache.statistics()
    held = [key for key in range(10) if str(key) in cache]
    assert state.bytes <= smaller and state.entries == len(held)
    cache.clear()
    assert cache.statistics().bytes == 0
