"""Schemathesis: whatever the description allows, and much that it does not, is answered without a fault."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.conftest import Served
from tests.web.test_api import ASKED

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
EXAMPLES = 40


@pytest.fixture(scope="module")
def schema(served: Served) -> schemathesis.BaseSchema:
    """The description, as the server gives it."""
    return schemathesis.openapi.from_url(f"{served.url}api/openapi.json")


#: What can be asked against the description as well: the paths that take parameters.
TAKING = ["/api/vehicles", "/api/facets", "/api/compare", "/api/vehicles/{vehicle_id}"]
BOTH = [(path, GenerationMode.POSITIVE) for path in ASKED] + [(path, GenerationMode.NEGATIVE) for path in TAKING]


@pytest.mark.parametrize(("path", "mode"), BOTH)
def test_nothing_that_is_asked_is_a_fault(schema: schemathesis.BaseSchema, path: str, mode: GenerationMode) -> None:
    cases = schema[path]["GET"].as_strategy(generation_mode=mode)

    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    @given(case=cases)
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
