"""The contract's queries on a real Spark cluster, one executor of which is killed amid a query. See README.md."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

import pyspark
from pyspark.sql import SparkSession
from pyspark.sql.functions import translate

from benchmarks.spark import questions
from benchmarks.spark.cluster import HOST, WORKERS, Cluster, cluster
from catalog.engine import duckdb, sqlite
from catalog.engine.folding import EXCEPTIONS
from catalog.engine.parquet import write_parquet
from catalog.query import Query, compile_query
from tests.query.samples import SCHEMA

#: Spark's own ``lower`` makes two characters of the one letter, and looks at the end of words for the other.
_LETTERS, _FOLDED = "".join(EXCEPTIONS), "".join(EXCEPTIONS.values())

_FILES = 32


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=200_000, help="copies of each of the 192 vehicles (200000)")
    options = parser.parse_args()
    os.environ["SPARK_LOCAL_IP"] = HOST
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    print(f"pyspark {pyspark.__version__}, {java}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="vehicles-spark-") as name:
        folder = Path(name)
        with cluster(folder) as running:
            return _run(running, folder, options.copies)


def _run(running: Cluster, folder: Path, copies: int) -> int:
    small = questions.vehicles()
    write_parquet(small, folder / "small.parquet")
    session, seconds = _timed(lambda: _connect(running.url))
    print(f"connect to the master and {WORKERS} workers: {seconds:.1f} s")
    try:
        wrong = _small(session, small, folder / "small.parquet")
        questions.grow(small, copies, folder / "large", _FILES)
        return 1 if wrong + _large(session, running, folder / "large") else 0
    finally:
        session.stop()


def _connect(url: str) -> SparkSession:
    builder = SparkSession.builder.master(url).appName("vehicles").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", HOST).config("spark.driver.bindAddress", HOST)
    builder = builder.config("spark.executor.memory", "1g").config("spark.log.level", "OFF")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.sql.files.maxPartitionBytes", "4m")  # a task for each file of the large data
    return builder.getOrCreate()


def _view(session: SparkSession, path: Path) -> None:
    """Make the view ``vehicles``. Spark's ``lower`` folds two letters as no other engine does: they come in folded."""
    read = session.read.parquet(str(path))
    texts = {
        name: translate(name, _LETTERS, _FOLDED) for name, kind in read.dtypes if kind == "string" and name != "id"
    }
    read.withColumns(texts).createOrReplaceTempView("vehicles")


def _arguments(query: Query | None) -> list[str | float]:
    letters = str.maketrans(EXCEPTIONS)
    return [one.translate(letters) if isinstance(one, str) else one for one in query.parameters] if query else []


def _ids(session: SparkSession, query: Query | None, order: str, limit: str = "") -> list[str]:
    """The same text as on every engine, its question marks bound by Spark."""
    where = f" where {query.where}" if query else ""
    text = f"select id from vehicles{where} order by {order}{limit}"
    return [row[0] for row in session.sql(text, args=_arguments(query)).collect()]


def _small(session: SparkSession, small: Any, path: Path) -> int:
    """Ask every question; the number of answers that are not those of SQLite."""
    _view(session, path)
    wrong, times, found = 0, [], 0
    asked = questions.asked()
    with closing(sqlite.connect(small)) as connection:
        for query, order in asked:
            answer, seconds = _timed(lambda query=query, order=order: _ids(session, query, order))
            times.append(seconds)
            found += len(answer)
            if answer != sqlite.select_ids(connection, query, order):
                wrong += 1
                print(f"DIFFERENT: {query.text if query else 'all'} by {order}", file=sys.stderr)
    print(f"{len(asked)} queries on {len(small.rows)} vehicles, {found} ids found: {len(asked) - wrong} as on SQLite")
    print(f"first query: {times[0]:.1f} s; the others: median {median(times[1:]):.2f} s")
    return wrong


def _large(session: SparkSession, running: Cluster, path: Path) -> int:
    """Ask one question of many vehicles, twice undisturbed and once with an executor killed."""
    _view(session, path)
    files = sorted(path.iterdir())
    size = sum(file.stat().st_size for file in files)
    count = session.sql("select count(*) from vehicles").collect()[0][0]
    print(f"{count:,} vehicles in {len(files)} files, {size / 1e6:,.0f} MB")
    query = compile_query(questions.LARGE, SCHEMA)

    def ask() -> tuple[int, Sequence[str]]:
        matching = session.sql(f"select count(*) from vehicles where {query.where}", args=_arguments(query))
        return matching.collect()[0][0], _ids(session, query, questions.LARGE_ORDER, " limit 1000")

    expected, seconds = _timed(lambda: _with_duckdb(files, query))
    print(f"DuckDB, the same files: {seconds:.1f} s")
    answers = []
    for label in ("first", "again"):
        answer, seconds = _timed(ask)
        answers.append(answer)
        print(f"{label}: {seconds:.1f} s, {answer[0]:,} found")
    answer, seconds, killed = _with_a_kill(session, running, ask)
    answers.append(answer)
    print(f"with executor {killed} killed (-9) amid the query: {seconds:.1f} s, {answer[0]:,} found")
    print(f"the executors afterwards: {', '.join(map(str, running.executors()))}")
    wrong = sum(answer != expected for answer in answers)
    print("all as on DuckDB" if not wrong else f"{wrong} answers DIFFERENT from DuckDB's")
    return wrong


def _with_duckdb(files: Sequence[Path], query: Query) -> tuple[int, list[str]]:
    with closing(duckdb.open_parquet(*files, seconds=None)) as database, database.cursor() as cursor:
        text = f"from vehicles where {query.where}"
        [(count,)] = cursor.execute(f"select count(*) {text}", query.parameters).fetchall()
        page = f"select id {text} order by {questions.LARGE_ORDER} limit 1000"
        return count, [row[0] for row in cursor.execute(page, query.parameters).fetchall()]


def _with_a_kill(
    session: SparkSession, running: Cluster, ask: Callable[[], tuple[int, Sequence[str]]]
) -> tuple[tuple[int, Sequence[str]], float, int]:
    """The answer, its time, and the executor that was killed once the first of the query's tasks was done."""
    answers: list[tuple[tuple[int, Sequence[str]], float]] = []
    thread = Thread(target=lambda: answers.append(_timed(ask)))
    before = running.executors()
    if len(before) != WORKERS:
        raise SystemExit(f"{len(before)} executors are running, not {WORKERS}")
    thread.start()
    tracker = session.sparkContext.statusTracker()
    while not any(_begun(tracker, stage) for stage in tracker.getActiveStageIds()):
        if not thread.is_alive():
            raise SystemExit("the query was over before an executor could be killed; ask of more with --copies")
        time.sleep(0.01)
    os.kill(before[0], signal.SIGKILL)
    thread.join()
    if before[0] in running.executors() or not answers:
        raise SystemExit("the executor is still there, or the query failed")
    return *answers[0], before[0]


def _begun(tracker: Any, stage: int) -> bool:
    """Whether some of a stage's tasks are done, and more than are running still wait."""
    info = tracker.getStageInfo(stage)
    return info is not None and 0 < info.numCompletedTasks < info.numTasks - 2 * WORKERS


def _timed(action: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = action()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
