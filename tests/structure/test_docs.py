"""The papers are true: links lead somewhere, commands exist, the reference is fresh, rooms are described."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from candour.cli.main import COMMANDS, candour
from candour.domain.chronology.placing import Code as RowCode
from candour.domain.moments.found import Code as DateCode
from ops import write_command_reference, write_who_may
from tests.structure.walk import HERE, markdown_files, named, parsed, python_files

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TYPED = {"sh", "bash", "console", "shell"}
"""Fences whose lines a reader may type."""

INTERFACES = (HERE / "docs" / "reference" / "interfaces.md").read_text("utf-8")
NOT_BUILT_YET = {
    "thread": "the pages do it; the command is a later issue",
    "oversee": "the statistics are a later issue",
    "export": "a review alone in a file is a later issue; a backup holds all of them",
    "import": "a review alone in a file is a later issue; a backup holds all of them",
}
ALIKE_IN_STAGES = {"models", "actions", "reads", "pages", "urls", "nav", "apps", "migrations"}
NO_INTERFACE = {
    "demo": "its words are for people",
    "remind": "what it says stands on one line; its e-mails say nothing",
    "init": "run once, by a person who reads what it says",
    "serve": "runs until it is stopped, and answers nothing",
}
"""Commands whose output nobody should read by machine, and why."""


def promised() -> dict[str, set[str]]:
    """Command -> its options, from the headings of interfaces.md and the options its text gives it."""
    commands: dict[str, set[str]] = {}
    for section in re.split(r"^## ", INTERFACES, flags=re.MULTILINE)[1:]:
        heading = section.split("\n", 1)[0]
        for usage in re.findall(r"candour [^/`]+", section if "candour" not in heading else heading):
            name = usage.split()[1]
            commands.setdefault(name, set()).update(re.findall(r"--[a-z][a-z-]*", usage))
    return commands


def command_called(name: str) -> click.Command:
    command = candour.get_command(click.Context(candour), name)
    assert command is not None
    return command


def every_word_after(command: click.Command) -> Iterator[click.Command]:
    """The command, and those inside it where it is a group: `candour audit verify`."""
    yield command
    if isinstance(command, click.Group):
        yield from command.commands.values()


def options_of(name: str) -> set[str]:
    return {
        option
        for command in every_word_after(command_called(name))
        for one in command.params
        for option in [*one.opts, *one.secondary_opts]
    }


def typed_lines() -> Iterator[tuple[str, str]]:
    for path in markdown_files():
        for language, block in FENCE.findall(path.read_text("utf-8")):
            if language in TYPED:
                for line in block.replace("\\\n", " ").splitlines():
                    yield named(path), line.removeprefix("$ ").split(" #")[0].strip()


def anchors_of(path: Path) -> set[str]:
    """The anchors that the usual markdown readers give to a page's headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_link_between_papers_leads_somewhere() -> None:
    broken = []
    for path in markdown_files():
        for link in LINK.findall(FENCE.sub("", path.read_text("utf-8"))):
            target, _, anchor = link.partition("#")
            if "://" in link or link.startswith("mailto:"):
                continue
            end = (path.parent / target).resolve() if target else path
            if not end.exists() or (anchor and anchor not in anchors_of(end)):
                broken.append(f"{named(path)}: {link}")

    assert broken == []


def test_every_make_target_in_the_papers_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (HERE / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    missing = [
        f"{named(path)}: make {target}"
        for path in markdown_files()
        for target in re.findall(r"`make ([a-z][a-z-]*)", path.read_text("utf-8"))
        if target not in targets
    ]
    missing += [
        f"{paper}: {line}"
        for paper, line in typed_lines()
        if line.startswith("make ") and not {w for w in line.split()[1:] if "=" not in w} <= targets
    ]

    assert missing == []


def test_every_candour_command_a_reader_may_type_exists_with_its_options() -> None:
    wrong = []
    for paper, line in typed_lines():
        words = shlex.split(line) if line else []
        if not words or Path(words[0]).name != "candour":
            continue
        given = {word.split("=")[0] for word in words[2:] if word.startswith("--")}
        if words[1] not in COMMANDS or not given <= options_of(words[1]) | {"--help"}:
            wrong.append(f"{paper}: {line}")

    assert wrong == []


def test_the_readme_names_every_command() -> None:
    readme = (HERE / "README.md").read_text("utf-8")

    assert [name for name in COMMANDS if f"candour {name}" not in readme] == []


def test_the_command_reference_is_fresh() -> None:
    written = write_command_reference.PAGE.read_text("utf-8")

    assert written == write_command_reference.page(), "run `make reference`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str) -> None:
    for command in every_word_after(command_called(name)):
        options = [one for one in command.params if isinstance(one, click.Option)]

        assert command.help
        assert [option.name for option in options if not option.help] == []


def test_every_command_of_the_interface_is_built_or_said_not_to_be() -> None:
    commands = set(promised())

    assert commands - set(COMMANDS) == set(NOT_BUILT_YET)
    assert set(COMMANDS) - commands == set(NO_INTERFACE)


@pytest.mark.parametrize("name", sorted(set(promised()) - set(NOT_BUILT_YET)))
def test_every_promised_option_is_there_and_tried_by_a_test(name: str) -> None:
    options = promised()[name]
    tests = "\n".join(path.read_text("utf-8") for path in python_files("tests/") if path != Path(__file__))

    assert options <= options_of(name)
    assert [option for option in options if f'"{option}"' not in tests] == []
    assert f'"{name}"' in tests


def test_every_room_has_a_paper_that_names_what_is_in_it() -> None:
    """What every stage has alike is explained once, in the paper of the stages."""
    rooms = sorted(path.parent for path in (HERE / "candour").glob("*/__init__.py"))
    stages = sorted(path.parent for path in (HERE / "candour" / "stages").glob("*/__init__.py"))
    unnamed = []
    for room in [*rooms, *stages]:
        paper = room / "README.md"
        words = paper.read_text("utf-8") if paper.exists() else ""
        inside = {one.stem if one.suffix == ".py" else one.name for one in room.iterdir()}
        alike = {"README.md", *(ALIKE_IN_STAGES if room in stages else ())}
        unnamed += [
            f"{named(paper)}: {name}"
            for name in sorted(inside - alike)
            if not name.startswith(("_", ".")) and f"`{name}" not in words
        ]

    assert len(rooms) >= 8
    assert len(stages) == 10
    assert [named(room) for room in [*rooms, *stages] if not (room / "README.md").exists()] == []
    assert unnamed == []


def test_every_decision_is_numbered_dated_short_and_listed() -> None:
    folder = HERE / "docs" / "decisions"
    papers = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    listed = (folder / "README.md").read_text("utf-8")
    faults = []
    for number, path in enumerate(papers, 1):
        text = path.read_text("utf-8")
        faults += [f"{path.name}: number {number} expected"] if int(path.name[:4]) != number else []
        faults += [f"{path.name}: no date"] if not re.search(r"^20\d\d-\d\d-\d\d", text, re.M) else []
        faults += [f"{path.name}: over a page"] if len(text.splitlines()) > 60 else []
        faults += [f"{path.name}: not listed"] if f"({path.name})" not in listed else []
        faults += [
            f"{path.name}: no {part}"
            for part in ("Context", "Decision", "Consequences")
            if f"## {part}" not in text
        ]

    assert papers
    assert faults == []


def test_every_paper_can_be_reached_from_the_readme() -> None:
    waiting, reached = [HERE / "README.md"], set()
    while waiting:
        path = waiting.pop()
        if path in reached or path.suffix != ".md" or not path.exists():
            continue
        reached.add(path)
        targets = (link.partition("#")[0] for link in LINK.findall(path.read_text("utf-8")))
        waiting += [(path.parent / target).resolve() for target in targets if target and "://" not in target]

    assert [named(path) for path in markdown_files() if path not in reached] == []


def every_table() -> Iterator[str]:
    """The names of our models, of the service and of the reading room, that are tables of their own."""
    for path in python_files("candour/"):
        if "/migrations/" in named(path) or not {"models", "models.py"} & set(path.parts):
            continue
        for node in parsed(path).body:
            words = ast.unparse(node)
            if isinstance(node, ast.ClassDef) and "= models." in words and "abstract = True" not in words:
                yield node.name


def test_every_table_stands_in_the_glossary() -> None:
    glossary = (HERE / "docs" / "reference" / "glossary.md").read_text("utf-8")
    words = re.findall(r"^\|([^|]+)\|", glossary, re.MULTILINE)
    explained = {word for cell in words for word in re.findall(r"`(\w+)`", cell)}
    tables = set(every_table())

    assert {"Review", "Line", "Entry", "Release", "Edition"} <= tables
    assert sorted(tables - explained) == []


def test_the_page_of_roles_and_powers_is_fresh() -> None:
    written = write_who_may.PAGE.read_text("utf-8")

    assert written == write_who_may.page(), "run `make reference`"


def test_every_code_of_the_ledger_is_explained() -> None:
    """A person who reads `no_year` beside a row finds out what it means and what becomes of the row."""
    paper = (HERE / "docs" / "explanation" / "why-rows-are-held.md").read_text("utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", paper, re.MULTILINE)

    assert sorted(explained) == sorted({*map(str, RowCode), *map(str, DateCode)})
