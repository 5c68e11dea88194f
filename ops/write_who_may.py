"""Writes the tables of roles and powers into who-may-do-what.md of docs; a test holds the page to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from candour.domain.access import ROLES, Can, Role, Scope

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "who-may-do-what.md"
BEGINS, ENDS = "<!-- written by `make reference` -->", "<!-- to here -->"
TITLES = {
    Scope.INSTALLATION: "Over the installation, by a post",
    Scope.BOARD: "At a board, by a post",
    Scope.NATION: "At the national body, by a post",
    Scope.REVIEW: "On one review, by a seat",
}


def page() -> str:
    """The page as it stands, with the part between the two marks written anew."""
    words = PAGE.read_text("utf-8")
    before, rest = words.split(BEGINS)
    _, after = rest.split(ENDS)
    return f"{before}{BEGINS}\n\n{tables()}\n{ENDS}{after}"


def tables() -> str:
    return "\n".join(line for scope in TITLES for line in _scope(scope))


def _scope(scope: Scope) -> Iterator[str]:
    roles = [role for role in ROLES.values() if role.scope is scope]
    yield f"### {TITLES[scope]}\n"
    yield from (f"- **{role.title}** {role.says}." for role in roles)
    yield ""
    yield "| May | " + " | ".join(role.title for role in roles) + " |"
    yield "|---|" + "---|" * len(roles)
    for can in Can:
        marks = [_mark(role, can) for role in roles]
        if any(marks):
            yield f"| {can} | " + " | ".join(marks) + " |"
    yield ""


def _mark(role: Role, can: Can) -> str:
    if can in role.powers:
        return "yes"
    return "own agency's" if can in role.own_powers else ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parents[2])}")
