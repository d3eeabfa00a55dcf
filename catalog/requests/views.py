"""The requests as a URL and a command line have them: one table of parameters for each."""

from __future__ import annotations

from catalog.requests.comparing import MOST, CompareRequest
from catalog.requests.listing import ListRequest
from catalog.requests.parameter import Parameter, View
from catalog.requests.showing import VehicleRequest
from catalog.requests.units import SYSTEMS

#: As many characters as a query may have.
_QUERY = 2000
#: The units that any of them is answered in.
UNIT_PARAMETERS = (
    Parameter("units", "units", "text", "--units", "the unit system", "us", choices=SYSTEMS),
    Parameter(
        "unit", "unit", "texts", "--unit", "a unit for one field or kind, as NAME=UNIT", "range=mi", length=80, many=30
    ),
)

LIST = View(
    "list",
    ListRequest,
    (
        Parameter("q", "words", "words", None, "words in make, model, version, type or id", "transit", many=20),
        Parameter("make", "make", "text", "--make", "only this make", "Ford"),
        Parameter("type", "vehicle_type", "text", "--type", "only this type of vehicle", "van"),
        Parameter("category", "category", "text", "--category", "only this category", "N1"),
        Parameter("powertrain", "powertrain", "text", "--powertrain", "only this powertrain", "battery electric"),
        Parameter("market", "market", "text", "--market", "only vehicles sold there (ISO 3166 alpha-2, or EU)", "DE"),
        Parameter("plant", "plant", "text", "--plant", "only vehicles built in this plant", "avtotor-kaliningrad"),
        Parameter(
            "where", "where", "texts", "--where", "a query; several have all to be met",
            "payload >= 1 t and range[wltp] > 150 mi", length=_QUERY, many=20,
        ),
        Parameter(
            "sort", "sort", "text", "--sort", "keys between commas, - for the highest first; missing last",
            "-payload,make", length=_QUERY,
        ),
        Parameter("columns", "columns", "names", "--columns", "fields or properties between commas", "id,range[wltp]",
                  length=_QUERY, many=60),
        *UNIT_PARAMETERS,
        Parameter("limit", "limit", "count", "--limit", "at most so many vehicles", "50", most=1000),
        Parameter("offset", "offset", "count", "--offset", "leave out the first ones", "50", most=1_000_000),
    ),
)  # fmt: skip

COMPARE = View(
    "compare",
    CompareRequest,
    (
        Parameter("id", "ids", "texts", None, "a vehicle: an id, a prefix, or words of its name (repeat it)",
                  "foton-iblue-ev", many=MOST),
        Parameter("baseline", "baseline", "text", "--baseline", "the vehicle against which differences are taken"),
        Parameter("fields", "fields", "names", "--fields", "fields or groups between commas, in this order",
                  "payload,range", length=2000, many=200),
        Parameter("only_differences", "only_differences", "flag", "--only-differences",
                  "leave out rows in which all are the same"),
        Parameter("compact", "compact", "flag", "--compact",
                  "one line a field, the definition in the cell (tables only, not JSON)"),
        Parameter("no_derived", "no_derived", "flag", "--no-derived", "leave out figures computed from others"),
        *UNIT_PARAMETERS,
    ),
)  # fmt: skip

VEHICLE = View(
    "show",
    VehicleRequest,
    (
        Parameter("id", "id", "text", None, "a vehicle: an id, a prefix, or words of its name", "foton-iblue-ev"),
        Parameter("no_derived", "no_derived", "flag", "--no-derived", "leave out figures computed from others"),
        *UNIT_PARAMETERS,
    ),
)
