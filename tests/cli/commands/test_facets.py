"""``vehicles list --facets``: what matches, counted."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_counts_are_those_of_the_list(run: Run) -> None:
    found = json.loads(run("list", "--facets", "--format", "json").out)
    listed = json.loads(run("list", "--format", "json").out)["vehicles"]
    assert found["vehicles"] == len(listed)
    for facet, key in (("type", "vehicle_type"), ("make", "make"), ("powertrain", "powertrain"), ("market", "markets")):
        values = [
            value for one in listed for value in (one[key] if isinstance(one[key], list) else [one[key]]) if value
        ]
        assert found["counts"].get(facet, {}) == {value: values.count(value) for value in set(values)}


def test_a_query_and_filters_narrow_the_facets(run: Run) -> None:
    some = json.loads(run("list", "--facets", "--where", "payload is known", "--make", "acme", "--format", "json").out)
    assert list(some["counts"]["make"]) == ["Acme"]
    assert some["vehicles"] == len(
        run("list", "--where", "payload is known", "--make", "acme", "-f", "ids").out.split()
    )
    none = run("list", "--facets", "--where", "payload > 900 t")
    assert (none.code, none.out.strip()) == (
        3,
        "(no vehicle matches)\n\n0 vehicles; one with several markets or plants is counted in each".strip(),
    )


def test_figures_reach_from_the_lowest_to_the_highest_of_one_definition(run: Run) -> None:
    arguments = ("list", "--facets", "--columns", "length,range", "--format", "json")
    metric = {(one["facet"], one["definition"]): one for one in json.loads(run(*arguments).out)["figures"]}
    listed = json.loads(run("list", "--columns", "length", "--format", "json").out)["vehicles"]
    lengths = [one["fields"]["length"]["value"] for one in listed if one["fields"]["length"]]
    assert (metric["length", None]["low"], metric["length", None]["high"]) == (min(lengths), max(lengths))
    assert metric["length", None]["vehicles"] == len(lengths)
    us = {(one["facet"], one["definition"]): one for one in json.loads(run(*arguments, "-u", "us").out)["figures"]}
    assert us.keys() == metric.keys()
    assert us["length", None]["unit"] == "in"
    assert abs(us["length", None]["low"] * 25.4 - min(lengths)) < 1e-6


def test_people_see_a_table(run: Run) -> None:
    out = run("list", "--facets").out
    assert "TYPE" in out
    assert "FIGURES" in out
    assert out.rstrip().endswith("counted in each")
