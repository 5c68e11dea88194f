"""A run that must have PostgreSQL and Chromium is red without them, and never quietly shorter."""

from __future__ import annotations

import ast
import re

import pytest

from tests.must_have import NAME, without
from tests.structure.walk import HERE, functions_of, named, python_files

PARTS = {"postgresql", "chromium"}


def test_a_missing_part_skips_its_tests_on_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)

    with pytest.raises(pytest.skip.Exception, match="no postgresql: initdb was not found"):
        without("postgresql", "initdb was not found")


@pytest.mark.parametrize("said", ["postgresql", "chromium, postgresql"])
def test_a_missing_part_fails_its_tests_where_the_run_must_have_it(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, said)

    with pytest.raises(pytest.fail.Exception, match="asks for postgresql, and it is not here"):
        without("postgresql", "initdb was not found")


def test_the_ci_run_must_have_every_part_that_tests_can_miss() -> None:
    script = (HERE / ".ci" / "run").read_text("utf-8")
    asked = re.search(rf"^export {NAME}=(\S+)$", script, re.MULTILINE)

    assert asked is not None
    assert set(asked[1].split(",")) == PARTS
    assert [part for part in PARTS if f"echo {part}" not in script] == []


def test_tests_are_skipped_for_a_missing_part_in_one_place_only() -> None:
    skipping = {
        f"{named(path)}::{function.name}"
        for path in python_files("tests/")
        for function in functions_of(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"pytest.skip", "pytest.importorskip"}
    }

    assert skipping == {"tests/must_have.py::without"}
