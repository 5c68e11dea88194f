"""Organisations: boards, the agencies of their areas, and the national body."""

from __future__ import annotations

from django.utils.text import slugify

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person


def add_organisation(
    *,
    by: Person,
    on: Organisation,
    name: str,
    kind: OrganisationKind,
    board: Organisation | None = None,
    agency_kind: str = "",
) -> Organisation:
    """Add a board, an agency of a board's area, or the national body. `on` is the board of who adds it.

    Raises Trouble for a name that is taken, or a second national body.
    """
    with act("added_organisation", by=by, on=on, needs=Can.ADMINISTER, why=name) as doing:
        _is_free(name)
        national = Organisation.objects.filter(kind=OrganisationKind.NATIONAL).first()
        if kind == OrganisationKind.NATIONAL and national is not None:
            raise Trouble(f"The national body is there: {national}.", do="Correct its name, if need be.")
        added: Organisation = doing.made(
            Organisation.objects.create(
                name=name, slug=_free_slug(name), kind=kind, board=board, agency_kind=agency_kind
            )
        )
    return added


def correct_organisation(
    *, by: Person, organisation: Organisation, name: str, agency_kind: str = "", nation: str = ""
) -> Organisation:
    """Write its name anew, the kind of an agency, and the nation whose law a board works under.

    Its address and all that belongs to it stay.

    Raises Trouble for a name that is taken.
    """
    why = f"{organisation.name}: {name}"
    with act("corrected_organisation", by=by, on=organisation, needs=Can.ADMINISTER, why=why):
        _is_free(name, besides=organisation)
        organisation.name, organisation.agency_kind, organisation.nation = name, agency_kind, nation
        organisation.save(update_fields=["name", "agency_kind", "nation"])
    return organisation


def _is_free(name: str, besides: Organisation | None = None) -> None:
    others = Organisation.objects.exclude(pk=besides.pk if besides else None)
    if (same := others.filter(name__iexact=name).first()) is not None:
        raise Trouble(f"There is an organisation called {same} already.", do="Use it, or give another name.")


def _free_slug(name: str) -> str:
    """The name as an address; numbered where another reads the same. Letters that cannot stand fall out."""
    begin = slugify(name)[:70] or "organisation"
    tried, number = begin, 1
    while Organisation.objects.filter(slug=tried).exists():
        number += 1
        tried = f"{begin}-{number}"
    return tried
