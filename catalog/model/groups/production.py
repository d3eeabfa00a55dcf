"""When, where from and how many."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import Spec


class Production(Group):
    """Production"""

    production_years: Annotated[Claims, Spec("Production years", "date", "First and last year of production.", codes={"wikidata": "P571/P2669"})] = NONE
    pilot_production: Annotated[Claims, Spec("Pilot batch", "date", "When the pilot batch was or is to be built.")] = NONE
    start_of_production: Annotated[Claims, Spec("Start of production", "date", "When series production began or is planned to begin.", schema_org="productionDate")] = NONE
    sales_status: Annotated[Claims, Spec("Sales status", "text", "Whether it can be bought, where and when.")] = NONE
    base_vehicle: Annotated[Claims, Spec("Base vehicle", "text", "The vehicle it is derived or assembled from.")] = NONE
    localisation: Annotated[Claims, Spec("Localisation", "share", "Share of parts made in the country of assembly.")] = NONE
    development_cost: Annotated[Claims, Spec("Development cost", "money", "Cost of developing the model.")] = NONE
    units_built: Annotated[Claims, Spec("Units built", "count", "Number built.")] = NONE
    units_sold: Annotated[Claims, Spec("Units sold", "count", "Number sold.")] = NONE
