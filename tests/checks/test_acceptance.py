"""What was looked at keeps its reason; what is no longer there, or never was a check, is itself found."""

from __future__ import annotations

from typing import Any

from catalog.checks import Finding
from tests.checks.conftest import findings, vehicle

KERB: dict[str, Any] = {"value": "4495 kg"}


def found(code: str, **values: Any) -> list[Finding]:
    return [finding for finding in findings(vehicle(**values)) if finding.code == code]


def test_without_a_reason_it_is_unexplained() -> None:
    (finding,) = found("class-ceiling", kerb_mass=KERB)
    assert finding.unexplained
    assert (finding.subject, finding.field, finding.values) == ("acme-van", "kerb_mass", (("kerb_mass", "4495 kg"),))


def test_a_reason_on_the_value() -> None:
    (finding,) = found("class-ceiling", kerb_mass=KERB | {"accept": {"class-ceiling": "weighed so"}})
    assert (finding.accepted, finding.unexplained) == ("weighed so", False)


def test_a_reason_for_the_file() -> None:
    (finding,) = found("class-ceiling", kerb_mass=KERB, accept={"class-ceiling": "an armoured van"})
    assert finding.accepted == "an armoured van"


def test_a_doubt_is_a_reason() -> None:
    (finding,) = found("class-ceiling", kerb_mass=KERB | {"doubt": "a gross mass, it seems"})
    assert finding.accepted == "a gross mass, it seems"


def test_a_doubted_value_is_held_against_others_but_not_they_against_it() -> None:
    masses = [{"value": "3500 kg"}, {"value": "2000 kg", "doubt": "of another van"}]
    reported = found("mass-order", kerb_mass="2500 kg", gross_vehicle_mass=masses)
    assert [finding.accepted for finding in reported] == ["of another van"]


def test_a_reason_for_another_code_explains_nothing() -> None:
    (finding,) = found("class-ceiling", kerb_mass=KERB | {"accept": {"magnitude": "large"}})
    assert finding.unexplained


def test_a_reason_that_is_no_longer_needed() -> None:
    (finding,) = found("unused-accept", kerb_mass={"value": "2700 kg", "accept": {"class-ceiling": "weighed so"}})
    assert (finding.subject, finding.field) == ("acme-van", "kerb_mass")
    (of_file,) = found("unused-accept", kerb_mass="2700 kg", accept={"class-ceiling": "weighed so"})
    assert of_file.field == "accept"
    assert not found("unused-accept", kerb_mass=KERB | {"accept": {"class-ceiling": "weighed so"}})


def test_a_reason_on_a_value_is_not_used_up_by_another_value() -> None:
    lengths = {"length": {"value": "5.9 m", "accept": {"class-ceiling": "meant for the mass"}}}
    assert found("unused-accept", kerb_mass=KERB, **lengths)


def test_a_code_that_no_check_has() -> None:
    (finding,) = found("unknown-accept", kerb_mass=KERB | {"accept": {"class-celing": "weighed so"}})
    assert "did you mean class-ceiling?" in finding.message
    assert not found("unused-accept", kerb_mass=KERB | {"accept": {"class-celing": "weighed so"}})
    assert not found("unknown-accept", kerb_mass=KERB | {"accept": {"class-ceiling": "weighed so"}})
