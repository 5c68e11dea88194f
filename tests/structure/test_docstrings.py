"""Every module says what question it answers, in one to five lines; the domain says what names cannot."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

from tests.structure.walk import HERE, imports_of, named, nodes_of, parsed, python_files

SPEAK_FOR_THEMSELVES = {
    "candour/domain/cells.py::is_blank": "a cell in, yes or no out",
}
"""path::function -> why its name and types say it all."""

NAMED_BY_DJANGO = {
    "apps.py": "the one thing it may hold is the name and label of its room for Django",
}
"""File name -> why a module of that name answers no question of its own."""


def package_of(path: Path) -> Path:
    """The package of the domain that a module belongs to; a module on its own is its own."""
    inside = path.relative_to(HERE / "candour" / "domain").parts
    return HERE / "candour" / "domain" / inside[0]


@cache
def users_of_modules() -> dict[str, frozenset[Path]]:
    """Every name that is imported anywhere, in full, with the files that import it."""
    users: dict[str, set[Path]] = defaultdict(set)
    for path in python_files("candour/"):
        for _, name in imports_of(path):
            users[name].add(path)
    return {name: frozenset(paths) for name, paths in users.items()}


def is_used_from_outside(path: Path, name: str) -> bool:
    """True when the front of its package shows it, or code outside the package imports it."""
    module = ".".join(path.relative_to(HERE).with_suffix("").parts)
    return any(
        user.name == "__init__.py" or not user.is_relative_to(package_of(path))
        for user in users_of_modules().get(f"{module}.{name}", ())
    )


def test_every_module_says_what_it_answers_in_five_lines_at_most() -> None:
    """An empty file (the mark of a package) has no question to answer."""
    written = [path for path in python_files() if path.stat().st_size and path.name not in NAMED_BY_DJANGO]
    lines = {named(path): len((ast.get_docstring(parsed(path)) or "").splitlines()) for path in written}

    assert {name: count for name, count in lines.items() if not 1 <= count <= 5} == {}


def test_what_is_excused_for_its_name_holds_nothing_else() -> None:
    held = {
        named(path): [type(node).__name__ for node in parsed(path).body]
        for path in python_files("candour/")
        if path.name in NAMED_BY_DJANGO
    }

    assert held
    assert {name: kinds for name, kinds in held.items() if kinds != ["ImportFrom", "ClassDef"]} == {}


def test_every_function_the_domain_offers_says_what_its_name_does_not() -> None:
    """Offered: shown at the front of its package, or imported from outside it."""
    silent = []
    for path in python_files("candour/domain/"):
        for node in parsed(path).body:
            mute = isinstance(node, ast.FunctionDef) and not ast.get_docstring(node)
            if mute and is_used_from_outside(path, node.name):
                silent.append(f"{named(path)}::{node.name}")

    assert [name for name in silent if name not in SPEAK_FOR_THEMSELVES] == []


def test_the_first_line_of_every_docstring_is_a_sentence() -> None:
    """So that a list of first lines (in an editor, in the reference) reads as words."""
    broken = []
    for path in python_files("candour/"):
        for node in nodes_of(path):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                first = (ast.get_docstring(node) or ".").splitlines()[0].rstrip('")')
                if not first.endswith((".", ":", "?")):
                    broken.append(f"{named(path)}:{getattr(node, 'lineno', 1)} {first}")

    assert broken == []
