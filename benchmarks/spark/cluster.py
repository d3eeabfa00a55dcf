"""A real Spark standalone cluster on this machine: one master and two workers, each a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark

HOST = "127.0.0.1"
WORKERS = 2
_CORES, _WORKER_MEMORY = 1, "2g"
_WAIT_SECONDS = 60
_SPARK_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"


class Cluster:
    """The processes of the cluster. ``url`` is what a driver connects to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"spark://{HOST}:{_free_port()}"
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start the master, then the workers, and wait until each has registered."""
        port = self.url.rpartition(":")[2]
        master = self._run("master", "master.Master", "--host", HOST, "--port", port, "--webui-port", "0")
        self._wait_for(master, "New state: ALIVE")
        for number in range(WORKERS):
            options = ("--host", HOST, "--webui-port", "0", "--cores", str(_CORES), "--memory", _WORKER_MEMORY)
            work = self.folder / f"work{number}"
            log = self._run(f"worker{number}", "worker.Worker", *options, "--work-dir", str(work), self.url)
            self._wait_for(log, "Successfully registered with master")

    def executors(self) -> list[int]:
        """The process ids of the executors: the workers' children."""
        own = {process.pid for process in self._processes}
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                parent = int(re.sub(r".*\) ", "", (entry / "stat").read_text()).split()[1])
                command = (entry / "cmdline").read_bytes()
            except OSError:  # it has ended meanwhile
                continue
            if parent in own and b"CoarseGrainedExecutorBackend" in command:
                found.append(int(entry.name))
        return sorted(found)

    def stop(self) -> None:
        """End every process that was started here, and those they started."""
        for executor in self.executors():
            os.kill(executor, signal.SIGKILL)
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _run(self, name: str, of: str, *options: str) -> Path:
        log = self.folder / f"{name}.log"
        environment = {**os.environ, "SPARK_LOCAL_DIRS": str(self.folder / "local"), "SPARK_LOCAL_IP": HOST}
        command = [str(_SPARK_CLASS), f"org.apache.spark.deploy.{of}", *options]
        with log.open("wb") as written:
            self._processes.append(
                subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT, env=environment, cwd=self.folder)
            )
        return log

    def _wait_for(self, log: Path, words: str) -> None:
        end = time.monotonic() + _WAIT_SECONDS
        while words not in log.read_text(errors="replace"):
            if time.monotonic() > end or self._processes[-1].poll() is not None:
                raise SystemExit(f"the cluster did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.1)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A running cluster until the end of the block; ``folder`` takes its logs and scratch files."""
    made = Cluster(folder)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
