"""When spec files change, what is served changes with them, and no request is dropped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from catalog.web.live import Live
from tests.web.conftest import VAN, asker, serving

SPEC = Path("vehicles/acme/e-van-75.toml")


@pytest.fixture
def rename(own_specs: Path) -> Callable[[str], None]:
    """``rename("X")`` calls the van's model X in its spec file."""
    path = next(path for path in own_specs.rglob("*.toml") if path.stem in VAN and path.parent.name == "acme")
    before = path.read_text()
    model = before.split('model = "')[1].split('"')[0]

    def change(name: str) -> None:
        path.write_text(before.replace(f'model = "{model}"', f'model = "{name}"'))

    return change


@pytest.mark.parametrize("cache", [True, False])
def test_a_change_is_seen(own_specs: Path, rename: Callable[[str], None], cache: bool) -> None:
    live = Live([str(own_specs)], cache=cache)
    ask = asker(live)
    url = f"/api/vehicles/{VAN}"
    first = ask(url)
    assert not live.refresh()
    rename("Renamed")
    assert live.refresh()
    second = ask(url, if_none_match=first.headers["etag"])
    assert (second.status_code, second.json()["model"]) == (200, "Renamed")
    assert second.headers["etag"] != first.headers["etag"]


def test_the_same_contents_have_the_same_version(own_specs: Path, rename: Callable[[str], None]) -> None:
    live = Live([str(own_specs)])
    before = live.snapshot
    for path in own_specs.rglob("*.toml"):
        path.touch()
    assert not live.refresh()
    assert live.snapshot is before
    rename("Renamed")
    assert live.refresh()
    assert live.snapshot.version != before.version


def test_a_fault_leaves_its_file_out_and_the_rest_in_force(own_specs: Path) -> None:
    live = Live([str(own_specs)])
    path = next(path for path in own_specs.rglob("*.toml") if path.parent.name == "acme")
    path.write_text("make = [")
    assert live.refresh()
    assert len(live.snapshot.names) == 4
    assert [fault.code for fault in live.snapshot.faults]


def test_what_was_begun_on_the_old_snapshot_is_ended_on_it(own_specs: Path, rename: Callable[[str], None]) -> None:
    live = Live([str(own_specs)])
    old = live.snapshot
    with old.reader() as reader:
        rename("Renamed")
        assert live.refresh()
        assert reader.select().total == 5
    assert old.record(VAN).model != "Renamed"
    assert live.snapshot.record(VAN).model == "Renamed"


def test_a_fault_of_ours_does_not_end_the_looking(own_specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = Live([str(own_specs)], every=0.01)
    looked = threading.Semaphore(0)

    def broken() -> bool:
        looked.release()
        raise ZeroDivisionError

    monkeypatch.setattr(live, "refresh", broken)
    live.start()
    for _ in range(3):
        assert looked.acquire(timeout=30)
    live.stop()


def test_a_server_under_load_drops_nothing_when_specs_change(own_specs: Path, rename: Callable[[str], None]) -> None:
    """Three clients ask all the while; the specs change twice. Every answer is whole, of the old or of the new."""
    seen: list[tuple[int, str]] = []
    failures: list[Exception] = []
    done = threading.Event()

    def client(url: str) -> None:
        with httpx.Client(trust_env=False, timeout=30) as own:
            while not done.is_set():
                try:
                    found = own.get(url)
                    seen.append((found.status_code, found.json()["model"]))
                except Exception as error:
                    failures.append(error)

    with serving(specs=own_specs) as served:
        clients = [threading.Thread(target=client, args=(f"{served.url}api/vehicles/{VAN}",)) for _ in range(3)]
        for one in clients:
            one.start()
        try:
            for name in ("First", "Second"):
                rename(name)
                until = time.monotonic() + 60
                while not seen or seen[-1][1] != name:
                    assert time.monotonic() < until, f"{name} was not seen"
                    time.sleep(0.05)
        finally:
            done.set()
            for one in clients:
                one.join()
        code, said = served.end()
    assert not failures
    assert {status for status, _ in seen} == {200}
    models = [model for _, model in seen]
    assert set(models) - {"First", "Second"} == {models[0]}
    assert len(seen) > 100
    assert code == 0
    assert said.count("the spec files have changed") == 2
