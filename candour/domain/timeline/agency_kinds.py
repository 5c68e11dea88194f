"""What kind of agency a name stands for: the kind decides the shape and hue of its mark."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    CHILDRENS_SOCIAL_CARE = "childrens_social_care"
    POLICE = "police"
    HOSPITAL = "hospital"
    GP_AND_COMMUNITY_HEALTH = "gp_and_community_health"
    SCHOOL = "school"
    HOUSING = "housing"
    VOLUNTARY = "voluntary"
    FAMILY_AND_COMMUNITY = "family_and_community"
    FAITH = "faith"
    OTHER = "other"
    """Another area, a court, a body abroad, and whatever no name tells."""


_WORDS: tuple[tuple[str, Kind], ...] = (
    (r"police|constabulary|policing", Kind.POLICE),
    (r"court|probation|youth offending|cafcass|embassy|consulate|abroad|adult social", Kind.OTHER),
    (r"nspcc|barnardo|women'?s aid|refuge|charit\w+|voluntary|home-?start|citizens", Kind.VOLUNTARY),
    (r"church\w*|mosque|temple|synagogue|gurdwara|faith|parish|diocese|pastor", Kind.FAITH),
    (
        r"social (services|care|work\w*)|child(ren)?('?s|s'?)? (and famil(y|ies) )?services"
        r"|children's (centre|home)s?|safeguarding (team|unit)|early help|fostering|adoption",
        Kind.CHILDRENS_SOCIAL_CARE,
    ),
    (
        r"gps?|surgery|general practi\w+|medical (practice|centre)|health (visit\w+|centre)|school nurs\w+"
        r"|community (health|nurs\w+|midwi\w+|paediatric\w+)|primary care|camhs|mental health|midwi\w+"
        r"|clinic|dent\w+|pharmac\w+|public health",
        Kind.GP_AND_COMMUNITY_HEALTH,
    ),
    (r"hospitals?|infirmary|ambulance|acute|a&e|accident and emergency|nhs|maternity|ward", Kind.HOSPITAL),
    (
        r"schools?|nursery|pre-?school|playgroup|college|academy|education|early years|childmind\w+",
        Kind.SCHOOL,
    ),
    (r"housing|homeless\w*|tenan\w+|landlord|homes", Kind.HOUSING),
    (
        r"famil(y|ies)|mother|father|grand\w+|aunt|uncle|carer|neighbour\w*|community|friends?",
        Kind.FAMILY_AND_COMMUNITY,
    ),
)
_KINDS = tuple((re.compile(rf"\b({words})\b"), kind) for words, kind in _WORDS)


def guess_kind(agency_name: str) -> Kind:
    """The kind of agency that a name most likely stands for; OTHER where no word of it tells.

    A guess for a person to look over: the first of the kinds above of which the name has a word.

    >>> guess_kind("Brent Police Child Protection Team")
    <Kind.POLICE: 'police'>
    """
    folded = agency_name.casefold().replace("’", "'")
    return next((kind for words, kind in _KINDS if words.search(folded)), Kind.OTHER)
