"""Two agencies' invented accounts that meet: one event told by both, one telling, one row much later."""

from __future__ import annotations

from typing import Any

from candour.stages.chronology.models import Entry
from tests.stages.chronology.sent import send

POLICE = b"""Date,Officer,What happened,Informed
1 March 2013,PC 1,Noise complaint at the flat,
4 March 2014,PC 2,Strategy discussion held by telephone of bruise at nursery,Northmoor children's services
March 2014,PC 2,<script>alert(1)</script> & Lantern found on the stairs,
20 June 2014,PC 3,Quarry path searched,Northmoor children's services
"""

SOCIAL = b"""Date,Worker,What happened,Informed
10 January 2014,SW 1,Home visit and tea in the kitchen,
5 March 2014,SW 1,Strategy discussion by telephone with police of bruise at nursery,Fenshire Police
9 June 2014,SW 2,Orchard review meeting,
"""


def both(cast: Any) -> None:
    send(cast, POLICE, "police.csv")
    send(cast, SOCIAL, "social.csv", agency=cast.social_care)


def entry_of(words: str) -> Entry:
    return next(one for one in Entry.objects.all() if words in one.told.event)


def many(cast: Any, rows: int) -> None:
    """As many rows of the police, a day apart."""
    lines = [
        f"{1 + nth % 28} {MONTHS[nth // 28 % 12]} {2010 + nth // 336},PC,Patrol {nth},,"
        for nth in range(rows)
    ]
    send(cast, ("Date,Officer,What happened,Informed\n" + "\n".join(lines)).encode(), f"many{rows}.csv")


MONTHS = "January February March April May June July August September October November December".split()
