"""Every module says what question it answers, in one to five lines; the domain says what names cannot."""

from __future__ import annotations

import ast

from tests.structure.walk import named, parsed, python_files

SPEAK_FOR_THEMSELVES: dict[str, str] = {}
"""path::function -> why its name and types say it all."""


def test_every_module_says_what_it_answers_in_five_lines_at_most() -> None:
    lines = {
        named(path): len((ast.get_docstring(parsed(path)) or "").splitlines()) for path in python_files()
    }

    assert {name: count for name, count in lines.items() if not 1 <= count <= 5} == {}


def test_every_public_function_of_the_domain_says_what_its_name_does_not() -> None:
    silent = [
        f"{named(path)}::{node.name}"
        for path in python_files("candour/domain/")
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert [name for name in silent if name not in SPEAK_FOR_THEMSELVES] == []


def test_the_first_line_of_every_docstring_is_a_sentence() -> None:
    """So that a list of first lines (in an editor, in the reference) reads as words."""
    broken = []
    for path in python_files("candour/"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                first = (ast.get_docstring(node) or ".").splitlines()[0].rstrip('")')
                if not first.endswith((".", ":", "?")):
                    broken.append(f"{named(path)}:{getattr(node, 'lineno', 1)} {first}")

    assert broken == []
