"""Where the structure tests walk: every file of the checkout that is ours, and the names in its code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
NOT_OURS = {"__pycache__", "candour.egg-info", "demo", "build", "dist"}
"""Folders that tools and commands make here; git ignores them too."""


@cache
def our_files() -> tuple[Path, ...]:
    return tuple(sorted(_walk(HERE)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        hidden = path.name.startswith(".") and path.name not in {".ci", ".gitignore", ".editorconfig"}
        if hidden or path.name in NOT_OURS:
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def named(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def python_files(under: str = "") -> list[Path]:
    return [path for path in our_files() if path.suffix == ".py" and named(path).startswith(under)]


def markdown_files() -> list[Path]:
    return [path for path in our_files() if path.suffix == ".md"]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(parsed(path)))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(path: Path) -> list[Function]:
    return [node for node in nodes_of(path) if isinstance(node, Function)]


@cache
def imports_of(path: Path) -> tuple[tuple[int, str], ...]:
    """Every module a file imports, in full, with the line: `from a.b import c` gives both a.b and a.b.c."""
    found: list[tuple[int, str]] = []
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.append((node.lineno, node.module))
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return tuple(found)


def within(module: str, names: Iterable[str]) -> bool:
    """True when `module` is one of the names or stands below one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


def words_of(identifier: str) -> list[str]:
    """The words in a name: `NoDateCell` and `no_date_cell` both give no, date, cell."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", identifier)
    return [word.lower() for word in spaced.split("_") if word]
