"""The web face: what an answer takes of a server, against the same framework's and the same server's least.

One worker at a time, on a processor of its own where there are two; the load comes from wrk (Debian and Homebrew have
it) on the other. Servers are asked in turn, several rounds, and the medians of requests a second are compared:

- *live*: comparisons of two vehicles as JSON, each of another pair, so that none was answered before; against FastAPI
  answering nothing with an empty object.
- *warm*: one comparison again and again; *unchanged*: the same, asked whether it has changed (304). Against the least
  ASGI application that answers as many bytes.
- *page*: the page that compares two vehicles, warm, against as many bytes; its weight for five vehicles with all that
  it loads, compressed.
- the time within which 99 of 100 answers come, and what 100,000 requests leave in memory.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from environment import add_python, python_for
from timing import clean_environment, machine

PAIR = ("foton-iblue-ev", "ford-e-transit-68-kwh")
FIVE = (*PAIR, "jac-n60-ev", "maxus-edeliver-9", "mercedes-benz-esprinter-113-kwh")
COMPARE = "/api/compare?" + "&".join(f"id={key}" for key in PAIR)
PAGE = "/compare?" + "&".join(f"id={key}" for key in PAIR)
WEIGHED = "/compare?" + "&".join(f"id={key}" for key in FIVE)
CONNECTIONS = 16

#: The least that the server can answer: two messages. And the least of the framework: an empty handler.
RAW = """
BODY = b"x" * int(__import__("os").environ["LENGTH"])
START = {"type": "http.response.start", "status": 200,
         "headers": [(b"content-type", b"application/json"), (b"content-length", str(len(BODY)).encode())]}
ANSWER = {"type": "http.response.body", "body": BODY}
async def app(scope, receive, send):
    await send(START)
    await send(ANSWER)
"""
EMPTY = """
from fastapi import FastAPI
app = FastAPI()
@app.get("/")
async def empty():
    return {}
"""
UVICORN = """
import logging, socket, sys, uvicorn
listener = socket.socket(); listener.bind(("127.0.0.1", 0)); listener.listen(512)
print(f"vehicles at http://127.0.0.1:{listener.getsockname()[1]}/;", file=sys.stderr, flush=True)
config = uvicorn.Config(app, http="httptools", ws="none", lifespan="off", access_log=False, log_config=None,
                        log_level=logging.ERROR)
uvicorn.Server(config).run(sockets=[listener])
"""
#: Each request of another pair, and none again before all others: more than the server keeps.
PAIRS = """
local ids = {{{ids}}}
local all = #ids * (#ids - 1)
local place = {start} % all
request = function()
  place = (place + 7919) % all
  local one = math.floor(place / (#ids - 1))
  local other = place % (#ids - 1)
  if other >= one then other = other + 1 end
  return wrk.format("GET", "/api/compare?id=" .. ids[one + 1] .. "&id=" .. ids[other + 1])
end
"""
PERCENTILES = """
done = function(summary, latency, requests)
  io.write(string.format("found: %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """One run of load: requests a second, milliseconds of the half and of 99 of 100 answers."""

    rate: float
    half: float
    most: float


@dataclass(frozen=True)
class Case:
    """What is asked of which server; against which other case, and the least share of its rate."""

    name: str
    server: str
    path: str = "/"
    header: str = ""
    pairs: bool = False
    base: str = ""
    bar: float | None = None


CASES = (
    Case("FastAPI, empty", "empty"),
    Case("live comparison, JSON", "vehicles", pairs=True, base="FastAPI, empty", bar=0.25),
    Case("raw ASGI, as many bytes", "raw"),
    Case("warm comparison, JSON", "vehicles", COMPARE, base="raw ASGI, as many bytes", bar=0.6),
    Case("the same, unchanged (304)", "vehicles", COMPARE, "if-none-match: *", base="raw ASGI, as many bytes", bar=0.6),
    Case("raw ASGI, a page's bytes", "raw page"),
    Case("warm page", "vehicles", PAGE, base="raw ASGI, a page's bytes", bar=0.6),
)


class Server:
    """A server in a process of its own, on the first processor."""

    def __init__(self, arguments: Sequence[str], folder: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [*_on_processor(0), *arguments],
            cwd=folder,
            env={**clean_environment(folder), **environment},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stderr is not None
        said = ""
        while not (found := re.search(r"vehicles at http://127.0.0.1:(\d+)/;", said)):
            line = self.process.stderr.readline()
            if not line:
                raise SystemExit(f"a server did not start:\n{said}")
            said += line
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.port = int(found[1])

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """The status and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def load(self, case: Case, seconds: int, folder: str, ids: Sequence[str]) -> Load:
        """Load by wrk for so many seconds. What is asked again and again was asked before: other cases push it out."""
        script = PERCENTILES
        self.get(case.path)
        if case.pairs:
            listed = ", ".join(f'"{key}"' for key in ids)
            script += PAIRS.format(ids=listed, start=random.randrange(2**30))
        path = os.path.join(folder, "load.lua")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        further = ["--timeout", "60s", *(["-H", case.header] if case.header else [])]
        done = subprocess.run(
            [*_on_processor(1), "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", path, *further,
             f"http://127.0.0.1:{self.port}{case.path}"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        requests, duration, half, most, errors = map(int, done.stdout.partition("found: ")[2].split()[:5])
        if errors:
            raise SystemExit(f"{case.name}: {errors} of {requests} requests failed")
        return Load(requests / (duration / 1e6), half / 1e3, most / 1e3)

    def memory(self) -> float:
        """MB that the process holds now (0 where the system does not say)."""
        try:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        except OSError:
            return 0.0

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def _on_processor(number: int) -> list[str]:
    """What keeps a program on one processor, where that can be."""
    if shutil.which("taskset") and (os.cpu_count() or 1) > number:
        return ["taskset", "-c", str(number)]
    return []


@contextmanager
def servers(python: str, folder: str) -> Iterator[dict[str, Server]]:
    """All that are compared; the raw ones answer as many bytes as a comparison has, as JSON and as a page."""
    started: dict[str, Server] = {}
    try:
        started["vehicles"] = Server([python, "-m", "catalog", "serve", "--port", "0", "--no-config"], folder)
        started["empty"] = Server([python, "-c", EMPTY + UVICORN], folder)
        for name, path in (("raw", COMPARE), ("raw page", PAGE)):
            length = str(len(started["vehicles"].get(path)[1]))
            started[name] = Server([python, "-c", RAW + UVICORN], folder, LENGTH=length)
        yield started
    finally:
        for server in started.values():
            server.close()


def rates(started: dict[str, Server], rounds: int, seconds: int, folder: str) -> bool:
    """Ask all cases in turn and print their rates; whether all are within their bars."""
    ids = [one["id"] for one in json.loads(started["vehicles"].get("/api/vehicles?limit=1000")[1])["vehicles"]]
    for case in CASES:  # what is kept is warm, and every vehicle was asked for once
        started[case.server].load(case, seconds, folder, ids)
    runs: dict[str, list[Load]] = {case.name: [] for case in CASES}
    for _ in range(rounds):
        for case in CASES:
            runs[case.name].append(started[case.server].load(case, seconds, folder, ids))
    wide = max(len(case.name) for case in CASES)
    print(f"{'':{wide}}  {'per s':>7} {'share':>7} {'pairs':>7} {'p50 ms':>7} {'p99 ms':>7}  bar")
    good = True
    for case in CASES:
        own = runs[case.name]
        rate, half, most = (statistics.median(getattr(run, name) for run in own) for name in ("rate", "half", "most"))
        share = pairs = ""
        within = True
        if case.base:
            base = runs[case.base]
            found = rate / statistics.median(run.rate for run in base)
            share = f"{found:.2f}"
            each = [run.rate / other.rate for run, other in zip(own, base, strict=True)]
            pairs = f"{statistics.median(each):.2f}"
            within = case.bar is None or found >= case.bar
        good = good and within
        bar = "" if case.bar is None else f"{case.bar:g}{'' if within else '  MISSED'}"
        print(f"{case.name:{wide}}  {rate:>7.0f} {share:>7} {pairs:>7} {half:>7.2f} {most:>7.2f}  {bar}")
    return good


def memory(server: Server, seconds: int, folder: str, requests: int) -> None:
    """What many different requests leave behind."""
    ids = [one["id"] for one in json.loads(server.get("/api/vehicles?limit=1000")[1])["vehicles"]]
    case = CASES[1]
    begin = server.memory()
    done = 0
    middle = 0.0
    while done < requests:
        done += int(server.load(case, seconds, folder, ids).rate * seconds)
        if not middle and done > requests / 2:
            middle = server.memory()
    print(f"memory: {begin:.0f} MB, after half of {done} live requests {middle:.0f} MB, then {server.memory():.0f} MB")


def weight(server: Server) -> bool:
    """What the page that compares five vehicles weighs with all that it loads, compressed; whether below 100 kB."""
    status, body = server.get(WEIGHED, **{"accept-encoding": "gzip"})
    if status != 200:
        raise SystemExit(f"{WEIGHED}: {status}")
    page = gzip.decompress(body).decode()
    loaded = sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page)))
    sizes = {path: len(server.get(path, **{"accept-encoding": "gzip"})[1]) for path in loaded}
    total = len(body) + sum(sizes.values())
    print(f"page of five vehicles: {len(body) / 1e3:.1f} kB, with {len(loaded)} files it loads {total / 1e3:.1f} kB")
    return total < 100_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_python(parser)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=3, help="of load in each round of each case")
    parser.add_argument("--requests", type=int, default=100_000, help="for the figure of memory (0: none)")
    args = parser.parse_args()
    if not shutil.which("wrk"):
        print("wrk is missing: apt-get install wrk, or brew install wrk", file=sys.stderr)
        return 2
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        python = python_for(args.python, folder, ("fastapi", "httptools", "jinja2", "uvicorn", "uvloop"))
        with servers(python, folder) as started:
            good = weight(started["vehicles"])
            good = rates(started, args.rounds, args.seconds, folder) and good
            if args.requests:
                time.sleep(1)
                memory(started["vehicles"], args.seconds, folder, args.requests)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
