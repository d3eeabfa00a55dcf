"""OpenEV Data: layers merged as the project says, records with the ids of its policy, cycles kept apart."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from catalog.datasets.dataset import DataSet
from catalog.datasets.errors import FileRefused
from catalog.datasets.importing import import_file
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.map_file import shipped_map
from catalog.datasets.open_ev import read_open_ev
from catalog.datasets.store import Store
from tests.datasets.conftest import agree, cells_of, same_as_model, stored_rows

BASE: dict[str, Any] = {
    "make": {"slug": "acme", "name": "Acme"},
    "model": {"slug": "bolt_x", "name": "Bolt X"},
    "vehicle_type": "suv",
    "body": {"style": "crossover", "doors": 5, "seats": 5},
    "dimensions": {"length_mm": 4500},
}
YEAR: dict[str, Any] = {
    "year": 2024,
    "trim": {"slug": "base", "name": "Base"},
    "markets": ["US", "DE"],
    "availability": {"status": "production", "start_year": 2024},
    "powertrain": {
        "drivetrain": "awd",
        "system_power_kw": 250,
        "motors": [{"position": "front", "power_kw": 100}, {"position": "rear", "power_kw": 150.5}],
    },
    "battery": {"chemistry": "li-ion", "pack_capacity_kwh_gross": 100.0, "pack_capacity_kwh_net": 94.9},
    "charge_ports": [{"kind": "combo", "connector": "gb_t_dc"}, {"kind": "ac_only", "connector": "type1"}],
    "charging": {
        "ac": {"max_power_kw": 11.0},
        "dc": {"max_power_kw": 150, "architecture_voltage_class": "400v"},
        "charging_time": {"dc": [{"charger_power_kw": 150, "from_soc_percent": 10, "to_soc_percent": 80, "time_min": 38}]},
    },
    "range": {"rated": [{"cycle": "epa", "range_km": 400}, {"cycle": "wltp", "range_km": 480}]},
    "capacity": {"cargo_l": 500},
    "pricing": {"msrp": [{"amount": 45000, "currency": "USD", "country": "US", "year": 2024},
                         {"amount": 42000, "currency": "EUR", "country": "DE", "year": 2024}]},
    "wheels_tires": {"tire_sizes": ["235/55R19", "255/45R20"]},
    "sources": [{"type": "oem", "title": "T", "url": "https://example.com", "accessed_at": "2025-01-15T00:00:00Z"}],
}  # fmt: skip
VARIANT: dict[str, Any] = {
    "variant": {"slug": "long_range", "name": "Long Range"},
    "battery": {"pack_capacity_kwh_gross": 120},
    "range": {
        "rated": [{"cycle": "cltc", "range_km": 600}, {"cycle": "other", "range_km": 500, "notes": "Inmetro cycle"}]
    },
}


def layers(folder: Path, **files: Any) -> Path:
    """A folder of layers with these files; ``base``, ``2024__bolt_x`` stand for paths below ``acme/bolt_x``."""
    for name, value in files.items():
        path = folder / "src" / "acme" / "bolt_x" / f"{name.replace('__', '/')}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return folder


def merged(*records: Any) -> str:
    return json.dumps(list(records))


def full(upper: dict[str, Any] | None = None) -> dict[str, Any]:
    """The record that the layers make."""
    record = {**BASE, **YEAR}
    for key, value in (upper or {}).items():
        record[key] = {**record.get(key, {}), **value} if isinstance(value, dict) else value
    return record


def table(path: Path) -> list[dict[str, str | None]]:
    rows = read_open_ev(str(path), DEFAULT).rows
    return [dict(zip(rows.header, cells, strict=True)) for cells in cells_of(rows)]


def test_layers_make_the_merged_records(tmp_path: Path) -> None:
    folder = layers(tmp_path / "clone", base=BASE, **{"2024__bolt_x": YEAR, "2024__bolt_x_lr": VARIANT})
    (tmp_path / "all.json").write_text(merged(full(), full(VARIANT)), encoding="utf-8")

    def plain(rows: list[dict[str, str | None]]) -> list[dict[str, str | None]]:
        return [{key: value for key, value in row.items() if value is not None and key != "_path"} for row in rows]

    assert plain(table(folder)) == plain(table(tmp_path / "all.json"))
    base, variant = table(folder)
    # objects merge, scalars and lists of the upper layer stand in the place of the lower one's
    assert (variant["battery.chemistry"], variant["battery.pack_capacity_kwh_gross"]) == ("li-ion", "120")
    assert variant["range.rated[wltp].range_km"] is None
    assert (base["id"], variant["id"]) == ("acme:bolt_x:2024:base", "acme:bolt_x:2024:base:long_range")


def test_an_archive_is_read_without_unpacking_it_to_the_disk(tmp_path: Path) -> None:
    folder = layers(tmp_path / "clone", base=BASE, **{"2024__bolt_x": YEAR})
    (folder / "LICENCE").write_text("the agreement", encoding="utf-8")
    archive = tmp_path / "open-ev-data-1.24.0.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(folder, arcname=".")
        evil = tarfile.TarInfo("../../src/evil/x/base.json")
        evil.size = 2
        tar.addfile(evil, io.BytesIO(b"{}"))
        link = tarfile.TarInfo("src/acme/link.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    read = read_open_ev(str(archive), DEFAULT)
    assert [row[0] for row in cells_of(read.rows)] == ["acme:bolt_x:2024:base"]
    assert read.licence_text == "the agreement"
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("files", "path", "reason"),
    [
        ({"2024__bolt_x_lr": {"battery": None}}, "bolt_x_lr.json", "takes 'battery' away"),
        ({"2024__bolt_x_lr": '{"a": 1,'}, "bolt_x_lr.json", "no JSON"),
        ({"2025__bolt_x_lr": VARIANT}, "bolt_x_lr.json", "its layer acme/bolt_x/2025/bolt_x.json is missing"),
        ({"2024__bolt_x_lr": {"year": None}}, "bolt_x_lr.json", "takes 'year' away"),
        ({"2024__bolt_x_lr": [1]}, "acme/bolt_x/2024/bolt_x_lr.json", "is not a record"),
    ],
)
def test_a_record_at_fault_is_a_reject_and_the_others_are_loaded(
    tmp_path: Path, files: dict[str, Any], path: str, reason: str
) -> None:
    folder = layers(tmp_path / "clone", base=BASE, **{"2024__bolt_x": YEAR}, **files)
    read = read_open_ev(str(folder), DEFAULT)
    assert read.rows.count == 1
    (reject,) = read.rows.rejected
    assert path in (reject.column or "")
    assert reason in reject.reason


def test_files_that_are_none(tmp_path: Path) -> None:
    for name, text, reason in (
        ("a.json", "{}", "is not a list of records"),
        ("b.json", "[", "no JSON"),
        ("c.json", "[[" * 30, "no JSON|nested"),
        ("d.tar.gz", "x", "is damaged, or no archive"),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FileRefused, match=reason):
            read_open_ev(str(path), DEFAULT)
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileRefused, match=r"base.json"):
        read_open_ev(str(tmp_path / "empty"), DEFAULT)


def test_limits(tmp_path: Path) -> None:
    folder = layers(tmp_path / "clone", base=BASE, **{"2024__bolt_x": YEAR})
    archive = tmp_path / "x.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(folder, arcname=".")
        zeros = tarfile.TarInfo("src/zeros")
        zeros.size = 5_000_000
        tar.addfile(zeros, io.BytesIO(bytes(5_000_000)))
    for limits in (Limits(unpacked=1_000_000), Limits(members=3)):
        with pytest.raises(FileRefused, match="more than"):
            read_open_ev(str(archive), limits)
    with pytest.raises(FileRefused, match="more than"):
        read_open_ev(str(folder), Limits(members=1))


def test_rows_are_read_for_what_they_are(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "open-ev-data-9.9.json"
    plug_in = full()
    plug_in |= {"model": {"slug": "phev", "name": "PHEV"}, "vehicle_type": "van"}
    plug_in["range"] = {"rated": [{"cycle": "wltp", "range_km": 100, "notes": "Electric-only range"},
                                  {"cycle": "nedc", "range_km": 90, "notes": "Brazilian Inmetro cycle"}]}  # fmt: skip
    path.write_text(merged(full(), full(VARIANT), plug_in), encoding="utf-8")
    done = import_file(str(path), shipped_map("open-ev"), store)
    assert done.manifest.version == "version 9.9"
    data_set = DataSet.open("open-ev", store)
    ids = ["oed:acme:bolt_x:2024:base", "oed:acme:bolt_x:2024:base:long_range", "oed:acme:phev:2024:base"]
    base, variant, van = stored_rows(data_set, ids)
    assert (base["range__epa_low"], base["range__wltp_low"], base["range_definition"]) == (400, 480, "wltp")
    assert (variant["range__cltc_low"], variant["range__inmetro_low"]) == (600, 500)
    assert variant["range__wltp_low"] is None
    assert (base["battery_energy__gross_low"], base["battery_energy__usable_low"]) == (100, 94.9)
    assert (base["motor_power_low"], base["motor_power_high"], base["motors_low"]) == (100, 150.5, 2)
    assert (base["charge_port"], base["battery_chemistry"], base["drive"]) == ("GB/T DC, Type 1", "lithium-ion", "all")
    assert base["dc_charge_time__10_80_150_kw_low"] == 38 * 60
    assert (base["price_low"], base["price_definition"], base["price__eur_de_low"]) == (45000, "USD US", 42000)
    assert (base["battery_voltage_low"], base["tyres"], base["markets"]) == (400, "235/55R19 / 255/45R20", ",US,DE,")
    assert (base["boot_volume_low"], van["boot_volume_low"], van["cargo_volume_low"]) == (500, None, 500)
    assert (base["powertrain"], van["powertrain"], van["type"]) == (None, "plug-in hybrid", "van")
    assert (van["range__inmetro_low"], variant["version"]) == (90, "2024, Long Range, Base")
    agree(data_set, ids)
    for record in data_set.records(ids):
        same_as_model(record)
    (record,) = data_set.records(ids[:1])
    dollars, euros = record.claims["price"]
    assert (dollars.published, dollars.market, dollars.date) == ("45000 USD", "US", "2024")
    assert (euros.published, euros.market) == ("42000 EUR", "DE")
