"""Each dependency has a reason, a lock and a licence we can keep; no file names where to fetch it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from itertools import pairwise

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.structure.walk import HERE, named, our_files

PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
BY_LOCK = {
    "run": PROJECT["dependencies"] + EXTRAS["build"],
    "test": PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["test"],
    "bench": PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["test"] + EXTRAS["bench"],
}

# Written in pieces, so that this file does not itself name what it forbids.
REGISTRY_HOSTS = re.compile(
    r"\b("
    + "|".join(
        name + r"\." + end
        for name, end in [
            ("py" + "pi", "(org|io)"),
            ("python" + "hosted", "org"),
            ("npm" + "js", "(org|com)"),
            ("yarn" + "pkg", "com"),
            ("un" + "pkg", "com"),
            ("jsdelivr", "net"),
            ("cra" + "tes", "io"),
            ("ana" + "conda", "(org|com)"),
            ("deb" + r"\.debian", "org"),
        ]
    )
    + r")|--(extra-)?index"
    + r"-url|--find"
    + r"-links"
)
COPYLEFT = re.compile(r"\bA?GPL|General Public License", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser General Public", re.IGNORECASE)
MAY_BE_COPYLEFT: dict[str, str] = {}


def locked(name: str) -> dict[str, str]:
    """Package -> version, as the lock pins them."""
    text = (HERE / "requirements" / f"{name}.lock").read_text("utf-8")
    pins = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, flags=re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


def all_needed(requirements: list[str]) -> Iterator[str]:
    """The names of everything these bring to this machine, and of what those bring, once each."""
    seen: set[str] = set()
    waiting = [Requirement(one) for one in requirements]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name in seen or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        yield name
        waiting += [Requirement(one) for one in distribution(name).requires or []]


def licence_of(name: str) -> str:
    about = distribution(name).metadata
    classifiers = [one for one in about.get_all("Classifier") or [] if one.startswith("License")]
    # Where the field holds the whole text of a licence, its name is on the first line.
    field = (about.get("License") or "").strip().split("\n")[0]
    return " | ".join([about.get("License-Expression") or "", field, *classifiers])


def test_every_dependency_has_its_reason_above_it() -> None:
    text = (HERE / "pyproject.toml").read_text("utf-8").split("[project]")[1].split("[project.scripts]")[0]
    lines = text.splitlines()
    pairs = [(above.strip(), line.strip()) for above, line in pairwise(lines) if line.startswith('    "')]

    assert len(pairs) == len(PROJECT["dependencies"]) + sum(len(extra) for extra in EXTRAS.values())
    assert [line for above, line in pairs if not above.startswith("# ")] == []


@pytest.mark.parametrize("name", BY_LOCK)
def test_locks_hold_every_dependency_at_a_version_in_its_range(name: str) -> None:
    pins = locked(name)
    stale = [
        one
        for one in map(Requirement, BY_LOCK[name])
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"), prereleases=True)
    ]

    assert stale == [], "run `make lock`"


def test_tests_run_on_the_versions_that_people_run() -> None:
    run = locked("run").items()

    for larger in (locked("test"), locked("bench")):
        assert {name: version for name, version in run if larger.get(name) != version} == {}


@pytest.mark.parametrize("name", BY_LOCK)
def test_every_locked_package_is_hashed(name: str) -> None:
    text = (HERE / "requirements" / f"{name}.lock").read_text("utf-8")
    blocks = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]

    # One package may be pinned twice, for older and newer Pythons.
    assert {canonicalize_name(block.split("==")[0]) for block in blocks} == set(locked(name))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_every_python_from_the_oldest_on_can_use_the_locks() -> None:
    from ops.check_python import OLDEST

    assert PROJECT["requires-python"] == ">=" + ".".join(map(str, OLDEST))


def test_no_file_names_where_packages_are_fetched() -> None:
    naming = []
    for path in our_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a workbook or a document, not a place where we write addresses
        naming += [f"{named(path)}: {match.group()}" for match in REGISTRY_HOSTS.finditer(text)]

    assert naming == []


@pytest.mark.parametrize(
    "text", ["https://py" + "pi.org/simple", "--index" + "-url x", "files.python" + "hosted.org"]
)
def test_a_registry_host_would_be_seen(text: str) -> None:
    assert REGISTRY_HOSTS.search(text)


def test_nothing_that_ships_with_candour_is_copyleft() -> None:
    licences = {name: licence_of(name) for name in all_needed(PROJECT["dependencies"])}
    copyleft = {
        name: words
        for name, words in licences.items()
        if COPYLEFT.search(LESSER.sub("", words)) and name not in MAY_BE_COPYLEFT
    }

    assert "click" in licences
    assert copyleft == {}
    assert [name for name, words in licences.items() if not words.strip(" |")] == []
