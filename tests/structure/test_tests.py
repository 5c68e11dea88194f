"""Tests about tests: each one can fail, each name is a promise, none leaves this machine."""

from __future__ import annotations

import ast
import re
import socket
from pathlib import Path

import pytest

from tests.cases import every
from tests.conftest import NetworkRefused
from tests.lasting import TELLING, dealt, lasting
from tests.structure.walk import Function, functions_of, imports_of, named, python_files

RAISING = {"raises", "warns", "fail"}
PROVE_OTHERWISE: dict[str, str] = {}
"""path::test -> how it can fail without an assert."""


def every_test() -> list[tuple[Path, Function]]:
    return [
        (path, function)
        for path in python_files("tests/")
        for function in functions_of(path)
        if function.name.startswith("test_")
    ]


def can_fail(function: Function, also: set[str]) -> bool:
    """It asserts, expects an error, or calls a function (of `also`) that does."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in RAISING | also:
                return True
    return False


def shared_checks() -> set[str]:
    """Functions of the tests that assert, so that a test which calls one can fail."""
    functions = [one for path in python_files("tests/") for one in functions_of(path)]
    return {one.name for one in functions if not one.name.startswith("test_") and can_fail(one, set())}


def test_every_test_can_fail() -> None:
    also = shared_checks()
    cannot = [f"{named(path)}::{test.name}" for path, test in every_test() if not can_fail(test, also)]

    assert [name for name in cannot if name not in PROVE_OTHERWISE] == []


def test_no_assertion_is_always_true() -> None:
    hollow = [
        f"{named(path)}:{node.lineno}"
        for path, test in every_test()
        for node in ast.walk(test)
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant | ast.Tuple)
    ]

    assert hollow == []


def test_every_test_is_named_for_a_promise() -> None:
    """At least three words, and no number at the end: `test_merge_2` promises nothing."""
    names = [(named(path), test.name) for path, test in every_test()]

    assert [pair for pair in names if pair[1].count("_") < 3 or re.search(r"_\d$", pair[1])] == []


def test_no_test_hides_another_of_the_same_name() -> None:
    names = [f"{named(path)}::{test.name}" for path, test in every_test()]

    assert {name for name in names if names.count(name) > 1} == set()


def test_no_test_is_skipped_for_good() -> None:
    marks = re.compile(r"mark\.(skip|xfail)\(")
    skipped = [
        named(path)
        for path in python_files("tests/")
        if path != Path(__file__) and marks.search(path.read_text("utf-8"))
    ]

    assert skipped == []


def test_generators_for_hypothesis_have_one_home() -> None:
    """Shared ones live in tests/strategies.py; a composite anywhere else will be written twice."""
    elsewhere = [
        named(path)
        for path in python_files("tests/")
        if path.name != "strategies.py"
        and any(module == "hypothesis.strategies.composite" for _, module in imports_of(path))
    ]

    assert elsewhere == []


def test_a_test_that_tries_to_leave_this_machine_is_refused() -> None:
    with socket.socket() as away, pytest.raises(NetworkRefused, match="stay on this machine"):
        away.connect(("192.0.2.1", 80))


def test_a_test_may_talk_to_this_machine() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen(1)

        assert client.connect_ex(server.getsockname()) == 0


def test_a_table_tells_each_case_that_does_not_hold() -> None:
    @every(("written", "read"), [("1", 1), ("2", 3), ("two", 2), pytest.param("4", 4, id="four")])
    def table(written: str, read: int) -> None:
        assert int(written) == read

    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as told:
        table()

    assert [error.__notes__ for error in told.value.exceptions] == [
        ["the case: '2', 3"],
        ["the case: 'two', 2"],
    ]


def test_a_table_without_cases_does_not_hold() -> None:
    @every("nothing", [])
    def table(nothing: None) -> None:
        assert nothing

    with pytest.raises(AssertionError, match="proves nothing"):
        table()


def test_the_list_of_what_lasts_is_of_tests_that_are_there() -> None:
    """A name or two may be stale. A list of stale names would leave nothing out of `make test-fast`."""
    there = {f"{named(path)}::{test.name}" for path, test in every_test()}
    listed = {name.partition("[")[0] for name in lasting()}

    assert len(listed & there) > 0.8 * len(listed) > 0, "measure again: tests/lasting.py says how"
    assert {f"{path}::{name}" for path, names in TELLING.items() for name in names} <= there


def test_each_worker_begins_with_long_tests_of_about_the_same_length() -> None:
    long, others = [90, 80, 50, 40, 30, 20], list(range(10))
    order = dealt(long, others, hands=2, room=4)

    assert (order[:3], order[4:7]) == ([90, 40, 30], [80, 50, 20])
    assert sorted(order) == sorted([*long, *others])
