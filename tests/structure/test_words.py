"""Names say what a thing is, in British spelling; the domain asks no clock and opens nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.structure.walk import HERE, functions_of, markdown_files, named, nodes_of, python_files, words_of

STUFF = {
    *("utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "handler"),
    *("processor", "service", "services", "data", "info"),
}
EMPTY_VERBS = ("process_", "handle_", "do_", "update_", "get_")
MAY_BE_NAMED_SO = {
    "candour/cli/main.py::get_command": "click asks its groups for this name",
    "candour/kernel/people/models.py::get_full_name": "Django asks a user model for this name",
    "candour/kernel/web/adapters.py::get_password_change_redirect_url": "allauth asks for this name",
    "candour/kernel/web/idling.py::handle_no_permission": "the name that Django's own middleware calls",
    "candour/kernel/web/refusals.py::process_exception": "the name by which Django tells a middleware",
    "candour/files/open_text/data_addresses.py": "an address that begins with `data:` is called so",
    **{
        f"candour/files/open_text/markup.py::handle_{part}": "html.parser calls its readers so"
        for part in ("starttag", "startendtag", "endtag", "data", "comment", "decl", "pi")
    },
    **{
        f"candour/files/open_text/page_shape.py::handle_{part}": "html.parser calls its readers so"
        for part in ("starttag", "endtag", "data", "comment", "decl", "pi")
    },
}

AMERICAN = re.compile(
    r"^(\w+[iy]z(e|es|ed|er|ers|ing|ation|ations)"
    r"|(color|behavior|favor|honor|labor|neighbor|rumor)\w*"
    r"|(center|fiber|liter|meter)(s|ed|ing)?|catalog(s|ed|ing)?|gray|(cancel|label|travel|model)(ed|ing)"
    r"|enrollment|installment|fulfillment|skeptic\w*|defense|offense)$"
)
BRITISH_AFTER_ALL = {"size", "sizes", "sized", "resize", "prize", "prizes", "seize", "seized", "seizes"}
BRITISH_EXCEPTIONS: dict[str, str] = {
    "normalize": "unicodedata's own name",
    "derandomize": "hypothesis's own name",
}

DOMAIN_CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter", "time_ns"}
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "touch",
    "mkdir",
    "unlink",
    "rename",
}
OWN_PACKS = "files('candour.domain.packs')"
MAY_OPEN: dict[str, str] = {
    "candour/domain/packs/opening.py": "also the packs an installation keeps, in the folder it is told of",
}


def identifiers(path: Path) -> Iterator[tuple[int, str]]:
    """Every name that this file gives to something; names that it only uses belong to somebody else."""
    for node in nodes_of(path):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.lineno, node.name
            case ast.arg():
                yield node.lineno, node.arg
            case ast.Name(ctx=ast.Store()):
                yield node.lineno, node.id
            case ast.Attribute(ctx=ast.Store()):
                yield node.lineno, node.attr


def is_american(word: str) -> bool:
    allowed = word in BRITISH_AFTER_ALL or word in BRITISH_EXCEPTIONS
    return not allowed and bool(AMERICAN.match(word))


def test_no_module_is_named_for_stuff() -> None:
    stuff = [named(path) for path in python_files() if STUFF & set(words_of(path.stem))]
    folders = [
        named(path.parent)
        for path in python_files("candour/")
        if path.name == "__init__.py" and STUFF & set(words_of(path.parent.name))
    ]

    assert [name for name in stuff + folders if name not in MAY_BE_NAMED_SO] == []


def test_no_function_or_class_is_named_for_stuff() -> None:
    found = []
    for path in python_files():
        for node in nodes_of(path):
            match node:
                case ast.ClassDef(name=name):
                    stuff = words_of(name)[-1] in STUFF
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    stuff = name.strip("_") in STUFF
                case _:
                    continue
            found += [f"{named(path)}::{name}"] if stuff else []

    assert found == []


def test_every_verb_says_what_is_done() -> None:
    empty = [
        f"{named(path)}::{function.name}"
        for path in python_files()
        for function in functions_of(path)
        if function.name.lstrip("_").startswith(EMPTY_VERBS)
    ]

    assert [name for name in empty if name not in MAY_BE_NAMED_SO] == []


def test_our_names_are_spelt_the_british_way() -> None:
    american = [
        f"{named(path)}:{line} {name}"
        for path in python_files()
        for line, name in identifiers(path)
        if any(is_american(word) for word in words_of(name))
    ]

    assert american == []


def test_our_prose_is_spelt_the_british_way() -> None:
    american = []
    for path in markdown_files():
        prose = re.sub(r"```.*?```|`[^`\n]*`", " ", path.read_text("utf-8"), flags=re.DOTALL)
        american += [f"{named(path)}: {word}" for word in re.findall(r"[a-z]+", prose) if is_american(word)]
    for path in python_files():
        nodes = [n for n in nodes_of(path) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
        prose = " ".join(re.sub(r"`[^`]*`", " ", ast.get_docstring(node) or "") for node in nodes)
        american += [f"{named(path)}: {word}" for word in re.findall(r"[a-z]+", prose) if is_american(word)]

    assert american == []


@pytest.mark.parametrize("word", ["color", "organization", "analyze", "normalized", "summarizes", "behavior"])
def test_american_forms_are_known(word: str) -> None:
    assert is_american(word)


@pytest.mark.parametrize("word", ["size", "organisation", "analyse", "seized", "prize", "horizon", "gaze"])
def test_british_forms_are_let_be(word: str) -> None:
    assert not is_american(word)


def test_the_domain_and_the_files_never_ask_the_time() -> None:
    asks = [
        f"{named(path)}:{node.lineno} {ast.unparse(node)}"
        for room in ("candour/domain/", "candour/files/")
        for path in python_files(room)
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and node.attr in DOMAIN_CLOCKS
    ]

    assert asks == []


def test_the_domain_opens_nothing_but_its_own_packs() -> None:
    opens = []
    for path in python_files("candour/domain/"):
        for node in nodes_of(path):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            receiver = ast.unparse(called.value) if isinstance(called, ast.Attribute) else ""
            if name in OPENING and OWN_PACKS not in receiver:
                opens.append(f"{named(path)}:{node.lineno}")

    assert [place for place in opens if place.split(":")[0] not in MAY_OPEN] == []


def test_nobody_leaves_a_note_to_do_it_later() -> None:
    later = re.compile(r"#.*\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    notes = [
        f"{named(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if later.search(line)
    ]

    assert notes == []


def test_nothing_is_swallowed_or_silenced_without_a_reason() -> None:
    silent = [
        f"{named(path)}:{node.lineno}"
        for path in python_files()
        for node in nodes_of(path)
        if isinstance(node, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    bare_ignore = re.compile(r"#\s*type:\s*ignore(?!\[)")
    ignored = [
        f"{named(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if bare_ignore.search(line) and path != Path(__file__)
    ]

    assert silent + ignored == []


def test_the_exceptions_here_are_still_needed() -> None:
    names = {named(path) for path in python_files()}
    names |= {f"{named(path)}::{one.name}" for path in python_files() for one in functions_of(path)}

    assert set(MAY_BE_NAMED_SO) <= names
    assert all((HERE / name).exists() for name in MAY_OPEN)
