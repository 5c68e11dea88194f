"""The boards, agencies and people of the invented world."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from candour.cli.demonstration.material import Material
from candour.desk.actions import add_organisation, correct_organisation, give_post, invite_person
from candour.desk.founding import found_installation
from candour.kernel.people.models import Organisation, OrganisationKind, Person

ADMINISTRATOR = "administrator"
NATION = "eng"
"""Whose law the invented boards work under."""


@dataclass
class World:
    """What was made, by the keys that the files use."""

    administrator: Person
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    cast: list[dict[str, Any]] = field(default_factory=list)

    def manager_of(self, board: str) -> Person:
        return self.people[f"manager of {board}"]

    def chair_of(self, board: str) -> Person:
        return self.people[f"chair of {board}"]

    def member_of(self, board: str) -> Person:
        return self.people[f"member of {board}"]


def make_world() -> World:
    """The first board is founded, as in a real installation; its administrator adds all the rest."""
    told = Material.found().read("world")
    first = told["board"][0]
    administrator = found_installation(
        board=first["name"], username=ADMINISTRATOR, name="Administrator of the demonstration"
    )
    world = World(administrator, cast=told["cast"])
    home = Organisation.objects.get(name=first["name"])
    world.organisations[first["key"]] = home
    _add_organisations(world, home, told)
    _say_nations(world, told)
    _add_people(world, home)
    _fill_posts(world, home, told)
    return world


def _add_organisations(world: World, home: Organisation, told: dict[str, Any]) -> None:
    nation = told["national_body"]
    world.organisations[nation["key"]] = add_organisation(
        by=world.administrator, on=home, name=nation["name"], kind=OrganisationKind.NATIONAL
    )
    for board in told["board"]:
        if board["key"] not in world.organisations:
            world.organisations[board["key"]] = add_organisation(
                by=world.administrator, on=home, name=board["name"], kind=OrganisationKind.BOARD
            )
        for agency in board["agency"]:
            world.organisations[agency["key"]] = add_organisation(
                by=world.administrator,
                on=home,
                name=agency["name"],
                kind=OrganisationKind.AGENCY,
                board=world.organisations[board["key"]],
                agency_kind=agency["kind"],
            )


def _say_nations(world: World, told: dict[str, Any]) -> None:
    for board in told["board"]:
        organisation = world.organisations[board["key"]]
        correct_organisation(
            by=world.administrator, organisation=organisation, name=organisation.name, nation=NATION
        )


def _add_people(world: World, home: Organisation) -> None:
    for one in world.cast:
        person = _invited(world, home, one["username"], one["name"])
        world.people[one["key"]] = person
        if post := one.get("post"):
            _give(world, person, one["of"], post)


def _fill_posts(world: World, home: Organisation, told: dict[str, Any]) -> None:
    """Each board has a manager, a chair and a member, whether or not they are of the cast."""
    for board in told["board"]:
        for role, title in (("manager", "Business manager"), ("chair", "Chair"), ("member", "Board member")):
            if f"{role} of {board['key']}" not in world.people:
                person = _invited(world, home, f"{board['key']}.{role}", f"{title}, {board['short']}")
                _give(world, person, board["key"], f"board_{role}")


def _invited(world: World, home: Organisation, username: str, name: str) -> Person:
    return invite_person(by=world.administrator, organisation=home, username=username, name=name)


def _give(world: World, person: Person, of: str, role: str) -> None:
    give_post(by=world.administrator, person=person, organisation=world.organisations[of], role=role)
    if role.startswith("board_"):
        world.people[f"{role.removeprefix('board_')} of {of}"] = person
