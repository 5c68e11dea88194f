"""The kinds of agency in words, for those who choose one: the kind gives an agency its mark."""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.timeline import Kind

KINDS_IN_WORDS: Mapping[str, str] = {
    Kind.CHILDRENS_SOCIAL_CARE: "Children’s social care",
    Kind.POLICE: "Police",
    Kind.HOSPITAL: "Hospital",
    Kind.GP_AND_COMMUNITY_HEALTH: "GP and community health",
    Kind.SCHOOL: "School or nursery",
    Kind.HOUSING: "Housing",
    Kind.VOLUNTARY: "Voluntary body",
    Kind.FAMILY_AND_COMMUNITY: "Family and community",
    Kind.FAITH: "Faith group",
    Kind.OTHER: "Another: a court, another area, a body abroad",
}
