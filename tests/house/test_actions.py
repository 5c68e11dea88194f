"""Only actions change rows, and each action is one act with a word of its own."""

from __future__ import annotations

import ast

from tests.cases import every
from tests.house.walking import every_action
from tests.structure.walk import Function, imports_of, named, nodes_of, python_files

ACTIONS = every_action()

CHANGES_ROWS = {
    "candour/kernel/papers/keeping.py": "a part of the act that a paper comes with",
    "candour/kernel/outbox/writing.py": "a part of the act that a message tells of",
    "candour/kernel/outbox/models.py": "a message notes that it was sent",
    "candour/desk/founding.py": "the first rows of an empty installation: nobody is there to act",
    "candour/kernel/audit/sealing.py": "the record itself",
    "candour/kernel/audit/acting.py": "`act` itself, which counts versions",
    "candour/kernel/people/models.py": "what an action asks of a row",
    "candour/kernel/archive/rows.py": "puts a backup back, row for row, into an empty place",
}
CHANGING = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}


def acts_in(function: Function) -> list[ast.Call]:
    return [
        item.context_expr
        for node in ast.walk(function)
        if isinstance(node, ast.With)
        for item in node.items
        if isinstance(item.context_expr, ast.Call) and getattr(item.context_expr.func, "id", "") == "act"
    ]


@every(("name", "function"), ACTIONS)
def test_every_action_is_one_act(name: str, function: Function) -> None:
    acts = acts_in(function)
    assert len(acts) == 1, f"{name} has {len(acts)} acts"
    assert not function.args.args, "an action takes keyword arguments only"
    assert function.args.kwonlyargs[0].arg == "by", "an action says first who acts"


def test_every_act_has_a_word_of_its_own() -> None:
    words: dict[str, str] = {}
    for name, function in ACTIONS:
        word = acts_in(function)[0].args[0]
        assert isinstance(word, ast.Constant), f"{name}: the word is written out, so that it can be found"
        assert word.value not in words, f"{name} and {words[word.value]} both say {word.value}"
        words[str(word.value)] = name


def test_rows_change_in_actions_only() -> None:
    found = []
    for path in python_files("candour/"):
        name = named(path)
        rooms = ("candour/kernel/", "candour/stages/", "candour/desk/")
        if not name.startswith(rooms) or "/actions" in name or "/migrations/" in name or name in CHANGES_ROWS:
            continue
        for node in nodes_of(path):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CHANGING
            ):
                words = ast.unparse(node.func)
                if ".objects." in words or node.func.attr in {"save", "bulk_create", "get_or_create"}:
                    found.append(f"{name}:{node.lineno} {words}")
    assert not found


def test_each_exception_is_still_one() -> None:
    assert {named(path) for path in python_files("candour/")} >= set(CHANGES_ROWS)


def test_parts_of_acts_are_called_by_actions_only() -> None:
    callers = {
        named(path)
        for path in python_files("candour/")
        for _, module in imports_of(path)
        if "actions._" in module
    }
    assert {name for name in callers if "/actions/" not in name} == set()
