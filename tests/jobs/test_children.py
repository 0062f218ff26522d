"""Chunks go to children in stretches: each goes on where it was, and none stands idle while there is work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.jobs.children import Stretches, Task, children_that_fit
from app.jobs.findings import Chunk


def tasks(count: int) -> list[Task]:
    return [Task("look", Chunk("r", 0, 16 * count, 16 * n, 16 * n + 16)) for n in range(count)]


@given(count=st.integers(0, 40), children=st.integers(1, 6), turns=st.lists(st.integers(0, 5), max_size=80))
def test_every_task_is_taken_once_by_whoever_asks(count: int, children: int, turns: list[int]) -> None:
    todo = tasks(count)
    stretches = Stretches(todo, children)
    taken = []
    while stretches:
        child = (turns.pop() if turns else 0) % children
        task = stretches.take(child)
        assert task is not None, "nobody is sent away while there is work"
        taken.append(task)
    assert sorted(task.chunk.start for task in taken) == [task.chunk.start for task in todo]
    assert stretches.take(0) is None


def test_who_asks_in_turn_goes_on_where_it_was() -> None:
    stretches = Stretches(tasks(12), 3)
    starts: dict[int, list[int]] = {0: [], 1: [], 2: []}
    while stretches:
        for child, own in starts.items():
            task = stretches.take(child)
            if task is not None:
                own.append(task.chunk.start // 16)
    assert starts == {0: [0, 1, 2, 3], 1: [4, 5, 6, 7], 2: [8, 9, 10, 11]}


def test_who_is_done_takes_the_farther_half_of_the_longest_stretch() -> None:
    stretches = Stretches(tasks(8), 2)
    first = [task.chunk.start // 16 for _ in range(4) if (task := stretches.take(1)) is not None]
    then = [task.chunk.start // 16 for _ in range(2) if (task := stretches.take(1)) is not None]
    assert (first, then) == ([4, 5, 6, 7], [2, 3])
    own = stretches.take(0)
    assert own is not None and own.chunk.start == 0


@given(cores=st.integers(1, 256), pixels=st.integers(1, 10**8), free=st.integers(0, 2**42))
def test_no_more_children_than_the_memory_holds_and_always_one(cores: int, pixels: int, free: int) -> None:
    children = children_that_fit(cores, pixels, free)
    assert 1 <= children <= cores
    if children < cores:
        assert (children + 1) * (600_000_000 + 300 * pixels) > 0.75 * free


def test_a_4k_film_on_eight_gigabytes_is_one_childs_work() -> None:
    assert children_that_fit(8, 4096 * 2160, 6 * 2**30) == 1
    assert children_that_fit(8, 720 * 576, 6 * 2**30) > 4
