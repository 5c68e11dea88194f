"""Imports point down only, every room has its floor, and the domain stays plain."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import Any

from tests.structure.walk import HERE, imports_of, named, python_files, within

CONTRACTS: list[dict[str, Any]] = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["tool"][
    "importlinter"
]["contracts"]

DOMAIN_MAY_USE = {
    "dateutil": "Easter and months",
    "rapidfuzz": "likeness of two texts",
    "snowballstemmer": "words by their stem, when accounts are compared",
}
STANDARD_BUT_NOT_PLAIN = {
    *("asyncio", "logging", "multiprocessing", "os", "random", "secrets", "shutil", "signal", "sqlite3"),
    *("subprocess", "tempfile", "threading", "time", "uuid", "zoneinfo"),
}
"""Parts of the standard library that ask the machine for something: the domain is told, it does not ask."""

NETWORK = {
    *("aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib.error", "urllib.request", "urllib3", "xmlrpc"),
}
MAY_REACH_THE_NETWORK = {
    "candour/cli/serving.py": "asks its own two ports, on this machine, whether they are free and answer",
    "candour/kernel/outbox/sending.py": "names the refusals of a mail server that the installation has set",
}


def test_every_import_contract_is_kept() -> None:
    lint = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert lint.returncode == 0, lint.stdout + lint.stderr


def test_a_new_package_must_take_its_place_in_the_layers() -> None:
    layers = [contract for contract in CONTRACTS if contract["type"] == "layers"]

    assert [contract["id"] for contract in layers if not contract.get("exhaustive")] == []
    assert {contract["containers"][0] for contract in layers} == {
        "candour",
        "candour.domain",
        "candour.kernel",
        "candour.stages",
    }


def test_the_domain_uses_only_plain_python_and_libraries_made_for_its_job() -> None:
    plain = sys.stdlib_module_names - STANDARD_BUT_NOT_PLAIN
    strangers = [
        f"{named(path)}:{line} imports {module}"
        for path in python_files("candour/domain/")
        for line, module in imports_of(path)
        if module.split(".")[0] not in plain | set(DOMAIN_MAY_USE) | {"candour"}
    ]

    assert strangers == []


def test_no_room_under_the_kernel_knows_django() -> None:
    knows = [
        f"{named(path)}:{line} imports {module}"
        for room in ("candour/domain/", "candour/files/")
        for path in python_files(room)
        for line, module in imports_of(path)
        if within(module, {"django"})
    ]

    assert knows == []


def test_nothing_in_candour_reaches_the_network() -> None:
    reaches = [
        f"{named(path)}:{line} imports {module}"
        for path in python_files("candour/")
        for line, module in imports_of(path)
        if within(module, NETWORK) and named(path) not in MAY_REACH_THE_NETWORK
    ]

    assert reaches == []
    assert {named(path) for path in python_files("candour/")} >= set(MAY_REACH_THE_NETWORK)


def test_the_code_of_candour_does_not_import_its_tests_or_its_workshop() -> None:
    reversed_imports = [
        f"{named(path)}:{line} imports {module}"
        for path in python_files("candour/")
        for line, module in imports_of(path)
        if within(module, {"tests", "ops", "benchmarks", "pytest", "hypothesis"})
    ]

    assert reversed_imports == []
