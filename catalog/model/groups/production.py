"""When, where from and how many."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec


class Production(Group):
    """Production"""

    production_years: Claims = spec("Production years", "date", "First and last year of production.", codes={"wikidata": "P571/P2669"})
    pilot_production: Claims = spec("Pilot batch", "date", "When the pilot batch was or is to be built.")
    start_of_production: Claims = spec("Start of production", "date", "When series production began or is planned to begin.", schema_org="productionDate")
    sales_status: Claims = spec("Sales status", "text", "Whether it can be bought, where and when.")
    base_vehicle: Claims = spec("Base vehicle", "text", "The vehicle it is derived or assembled from.")
    localisation: Claims = spec("Localisation", "share", "Share of parts made in the country of assembly.")
    development_cost: Claims = spec("Development cost", "money", "Cost of developing the model.")
    units_built: Claims = spec("Units built", "count", "Number built.")
    units_sold: Claims = spec("Units sold", "count", "Number sold.")
