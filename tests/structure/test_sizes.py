"""Calm sizes: a module seldom past 300 lines, a function seldom past 40; more needs a reason, in a list."""

from __future__ import annotations

from tests.structure.walk import functions_of, named, python_files

MODULE_SOFT, MODULE_HARD = 300, 400
FUNCTION_SOFT, FUNCTION_HARD = 40, 60

LONG_MODULES = {
    "examples/climbie-inquiry/layouts.py": "thirteen returns laid out one after another; read as a list",
}
"""Path -> why it is over the soft budget. Nothing is over the hard one.

A test module is a list of promises about one subject, and is held to the hard budget only.
"""

LONG_FUNCTIONS = {
    "tests/cast.py::make_cast": "who there is and who may do what, read as a list",
}
"""path::function -> why it is over the soft budget. Nothing is over the hard one."""


def module_lines() -> dict[str, int]:
    return {named(path): len(path.read_text("utf-8").splitlines()) for path in python_files()}


def function_lines() -> dict[str, int]:
    """From the first statement to the last; decorators and arguments say what and not how.

    An action takes each fact by its name, one a line: that is a list to read, not code to follow.
    """
    return {
        f"{named(path)}::{function.name}": (function.end_lineno or 0) - function.body[0].lineno + 1
        for path in python_files()
        for function in functions_of(path)
    }


def test_no_module_is_long_without_a_reason() -> None:
    too_long = {
        name: lines
        for name, lines in module_lines().items()
        if lines > (MODULE_HARD if name in LONG_MODULES or name.startswith("tests/") else MODULE_SOFT)
    }

    assert too_long == {}


def test_no_function_is_long_without_a_reason() -> None:
    too_long = {
        name: lines
        for name, lines in function_lines().items()
        if lines > (FUNCTION_HARD if name in LONG_FUNCTIONS else FUNCTION_SOFT)
    }

    assert too_long == {}


def test_the_exceptions_are_still_needed() -> None:
    modules, functions = module_lines(), function_lines()

    assert [name for name in LONG_MODULES if modules.get(name, 0) <= MODULE_SOFT] == []
    assert [name for name in LONG_FUNCTIONS if functions.get(name, 0) <= FUNCTION_SOFT] == []
