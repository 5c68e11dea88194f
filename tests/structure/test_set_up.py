"""The two commands of the README: what they turn away, what they make, when they make it again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ops import set_up
from ops.check_python import objection
from tests.structure.walk import HERE

MAKEFILE = (HERE / "Makefile").read_text("utf-8")
WITHOUT_ENSUREPIP = """
import runpy, sys
sys.modules["ensurepip"] = None
runpy.run_path("ops/check_python.py", run_name="__main__")
"""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    quiet = {**os.environ, "MAKEFLAGS": ""}
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False, env=quiet)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_an_older_python_is_told_which_one_is_needed(version: tuple[int, ...]) -> None:
    words = objection(version, True)

    assert words is not None
    assert "needs Python 3.11 or newer" in words
    assert "PYTHON=" in words


@pytest.mark.parametrize("version", [(3, 11, 2), (3, 12, 0), (3, 13, 1), (3, 20, 0)])
def test_python_from_the_oldest_on_will_do(version: tuple[int, ...]) -> None:
    assert objection(version, True) is None


def test_a_python_without_venv_is_told_the_package_to_install() -> None:
    check = run(sys.executable, "-c", WITHOUT_ENSUREPIP)

    package = f"python3.{sys.version_info.minor}-venv"
    assert check.returncode == 2
    assert f"sudo apt-get install {package}" in check.stderr
    assert check.stderr.count("\n") == 1


def test_make_without_a_python_says_what_to_install() -> None:
    make = run("make", "demo", "PYTHON=no-such-python")

    assert make.returncode == 2
    assert make.stderr.startswith("no-such-python is not on this machine: sudo apt-get install python3")


@pytest.mark.parametrize(("words", "serves"), [((), True), (("SERVE=yes",), True), (("SERVE=no",), False)])
def test_the_demonstration_is_served_unless_somebody_says_no(words: tuple[str, ...], serves: bool) -> None:
    make = run("make", "--dry-run", "demo", *words)

    assert make.returncode == 0, make.stderr
    assert ("candour demo --no-serve" not in make.stdout) == serves
    assert "candour demo" in make.stdout


def test_what_make_cleans_is_never_a_real_installation() -> None:
    make = run("make", "--dry-run", "clean")

    assert " demo " in make.stdout
    assert "candour-home" not in make.stdout


def point_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up, "HERE", folder)
    for name, relative in [("VENV", ".venv"), ("MADE_FROM", ".venv/made-from"), ("PYTHON", ".venv/python")]:
        monkeypatch.setattr(set_up, name, folder / relative)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with locks and a .venv that looks made, of which nothing is real."""
    (tmp_path / "requirements").mkdir()
    for name in set_up.GROWING:
        (tmp_path / "requirements" / f"{name}.lock").write_text(f"{name}==1\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text((HERE / "pyproject.toml").read_text("utf-8"), "utf-8")
    point_at(tmp_path, monkeypatch)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "python").touch()
    return tmp_path


def make_as(purpose: str) -> None:
    set_up.MADE_FROM.write_text(f"{purpose} {set_up.fingerprint(set_up.lock_for(purpose))}\n", "utf-8")


def test_what_was_made_is_not_made_again(checkout: Path) -> None:
    make_as("run")

    assert set_up.made_already("run")
    assert not set_up.made_already("test")


def test_the_environment_of_the_tests_runs_the_demo_too(checkout: Path) -> None:
    make_as("test")

    assert set_up.made_already("run")
    assert set_up.made_already("test")
    assert not set_up.made_already("bench")


def test_the_environment_of_the_benchmarks_runs_the_tests_and_the_demo(checkout: Path) -> None:
    make_as("bench")

    assert [set_up.made_already(purpose) for purpose in set_up.GROWING] == [True, True, True]


@pytest.mark.parametrize("file", ["requirements/run.lock", "pyproject.toml"])
def test_a_changed_lock_or_package_makes_it_again(checkout: Path, file: str) -> None:
    make_as("run")
    text = (checkout / file).read_text("utf-8")
    (checkout / file).write_text(text.replace("run==1", "run==2").replace('"0.1.0"', '"0.2.0"'), "utf-8")

    assert not set_up.made_already("run")


def test_an_environment_cut_short_is_made_again(checkout: Path) -> None:
    assert not set_up.made_already("run")


def test_a_moved_checkout_makes_it_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_as("run")
    point_at(checkout.rename(checkout.parent / "moved"), monkeypatch)

    assert set_up.MADE_FROM.exists()
    assert not set_up.made_already("run")


def test_nothing_is_installed_that_no_hash_covers() -> None:
    assert "--require-hashes" in set_up.FROM_LOCK
    assert set_up.FROM_LOCK[set_up.FROM_LOCK.index("--only-binary") + 1] == ":all:"
    assert {"--no-deps", "--no-build-isolation"} <= set(set_up.CANDOUR)


def test_every_target_for_people_says_what_it_does() -> None:
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", MAKEFILE, flags=re.MULTILINE)
    inner = {"run-ready", "test-ready"}

    assert [name for name, rest in targets if name not in inner and "## " not in rest] == []
    assert {"demo", "test", "test-fast", "check", "fix", "lock", "clean"} <= {name for name, _ in targets}


def test_the_ci_run_is_sound_and_ends_in_make_test() -> None:
    script = HERE / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert run("bash", "-n", str(script)).returncode == 0
    assert "set -euo pipefail" in script.read_text("utf-8")
    assert script.read_text("utf-8").rstrip().endswith("make --no-print-directory test")
