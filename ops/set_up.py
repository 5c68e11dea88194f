"""Makes .venv from a hashed lock: `python3 ops/set_up.py run` for the demo, `test` for the tests, `bench`.

Nothing is done when .venv was already made from this lock, by this Python, in this folder.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
MADE_FROM = VENV / "made-from"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

GROWING = ("run", "test", "bench")
INSTALL = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
# Only wheels: building from source would run code, and fetch tools, that no hash in the lock covers.
FROM_LOCK = [*INSTALL, "--require-hashes", "--only-binary", ":all:", "--requirement"]
CANDOUR = [*INSTALL, "--no-build-isolation", "--no-deps", "--editable", str(HERE)]


def fingerprint(lock: Path) -> str:
    """Changes whenever the environment has to be made again."""
    settings = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))
    package = repr([settings["project"], settings["build-system"], settings["tool"]["setuptools"]])
    parts = [str(HERE), sys.version, package, lock.read_text("utf-8")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def made_already(purpose: str) -> bool:
    """Each environment holds everything the one before it does, at the same versions."""
    if not (PYTHON.exists() and MADE_FROM.exists()):
        return False
    name, _, stamp = MADE_FROM.read_text("utf-8").strip().partition(" ")
    enough = GROWING[GROWING.index(purpose) :]
    return name in enough and stamp == fingerprint(lock_for(name))


def lock_for(purpose: str) -> Path:
    return HERE / "requirements" / f"{purpose}.lock"


def make(purpose: str) -> None:
    lock = lock_for(purpose)
    print(f"Making .venv from {lock.relative_to(HERE)}; this takes a minute the first time.", flush=True)
    venv.create(VENV, clear=True, with_pip=True, symlinks=sys.platform != "win32")
    for step in ([*FROM_LOCK, str(lock)], CANDOUR):
        subprocess.run([PYTHON, *step], check=True)
    MADE_FROM.write_text(f"{purpose} {fingerprint(lock)}\n", "utf-8")


def main(purpose: str) -> int:
    if made_already(purpose):
        return 0
    try:
        make(purpose)
    except subprocess.CalledProcessError:
        print(
            "The packages could not be installed; pip says why above. "
            "Check that this machine reaches a Python package index, then run make again.",
            file=sys.stderr,
        )
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
