"""Every table says who sees its rows; what happened at a time was done by somebody; nothing vanishes."""

from __future__ import annotations

from django.db.models import PROTECT, DateTimeField, ForeignKey, ManyToManyField, Model

from tests.cases import every
from tests.house.walking import our_tables

TABLES = our_tables()
OWN_MOMENT = {
    "audit.Line.at": "who stands beside it",
    "oversee.TakenFile.made_at": "its sender made it, elsewhere",
    "people.Person.joined_at": "an account's own beginning; who invited is in the record",
    "people.Person.last_login": "Django's own",
}
"""Times without a `_by`."""


@every("table", TABLES, ids=lambda table: table._meta.label)
def test_every_table_says_who_sees_its_rows(table: type[Model]) -> None:
    assert hasattr(table._default_manager.all(), "visible_to") or hasattr(
        table._default_manager, "visible_to"
    )


@every("table", TABLES, ids=lambda table: table._meta.label)
def test_every_time_has_its_person(table: type[Model]) -> None:
    names = {field.name for field in table._meta.get_fields()}
    for field in table._meta.concrete_fields:
        label = f"{table._meta.label}.{field.name}"
        if isinstance(field, DateTimeField) and label not in OWN_MOMENT and field.name.endswith("_at"):
            assert f"{field.name.removesuffix('_at')}_by" in names, label


@every("table", TABLES, ids=lambda table: table._meta.label)
def test_nothing_that_is_referred_to_can_be_deleted(table: type[Model]) -> None:
    for field in table._meta.concrete_fields:
        if isinstance(field, ForeignKey) and not isinstance(field, ManyToManyField):
            assert field.remote_field.on_delete is PROTECT, field.name
