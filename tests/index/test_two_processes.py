"""One question asked of many things by two processes: ``catalog.index.beside``."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.index.beside import Beside, take_leave


def test_all_fit() -> None:
    assert Beside(range(100), lambda thing: thing >= 0).all()
    assert Beside([], lambda thing: False).all()


@pytest.mark.parametrize("odd", [0, 1, 50, 98, 99])
def test_one_does_not(odd: int) -> None:
    assert not Beside(range(100), lambda thing: thing != odd).all()
    assert not Beside([odd], lambda thing: thing != odd).all()


def test_each_is_asked_for_by_one_of_the_two(tmp_path: Path) -> None:
    """But the one at which they meet; neither does all."""
    here = os.getpid()

    def fits(thing: int) -> bool:
        time.sleep(0.01)
        (tmp_path / f"{thing}-{'here' if os.getpid() == here else 'there'}").touch()
        return True

    assert Beside(range(40), fits).all()
    take_leave()
    asked = [name.name.partition("-")[::2] for name in tmp_path.iterdir()]
    assert {int(thing) for thing, _ in asked} == set(range(40))
    assert len(asked) <= 42
    assert {where for _, where in asked} == {"here", "there"}


def failing(_: int) -> bool:
    raise ZeroDivisionError


def gone(_: int) -> bool:
    os._exit(9)


@pytest.mark.parametrize("end", [failing, gone])
def test_where_the_other_ends_early_this_one_does_all(end: Callable[[int], bool]) -> None:
    here = os.getpid()
    asked: list[int] = []

    def fits(thing: int) -> bool:
        asked.append(thing)
        return end(thing) if os.getpid() != here else True

    assert Beside(range(20), fits).all()
    assert sorted(asked) == list(range(20))


def test_more_things_than_a_pipe_holds() -> None:
    """The other waits for its answers to be read, and is ended where nobody reads them."""
    beside = Beside(range(200_000), lambda thing: True)
    assert beside.all()
    take_leave()
