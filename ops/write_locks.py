"""Writes requirements/*.lock from pyproject.toml: exact versions with hashes, naming no index host.

One lock serves Python 3.11 and newer on every platform. `--upgrade` takes newer versions.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
REQUIREMENTS = HERE / "requirements"

# A week old at least: a poisoned release is most often found and taken back within days.
COOLDOWN = "7 days"

COMPILE = [
    *("pip", "compile", "pyproject.toml", "--quiet", "--no-config"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--exclude-newer", COOLDOWN, "--custom-compile-command", "make lock"),
]
EXTRAS = {
    "run": ["--extra", "build"],
    # The tests run on the very versions that people run.
    "test": ["--extra", "build", "--extra", "test", "--constraint", "requirements/run.lock"],
    # Peers come beside the versions that people run, and in no way into them.
    "bench": [
        *("--extra", "build", "--extra", "test", "--extra", "bench"),
        *("--constraint", "requirements/test.lock"),
    ],
}


def write(name: str, options: list[str]) -> None:
    uv = Path(sys.executable).parent / "uv"
    output = REQUIREMENTS / f"{name}.lock"
    command = [uv, *COMPILE, *EXTRAS[name], *options, "--output-file", str(output.relative_to(HERE))]
    subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
    print(f"wrote {output.relative_to(HERE)}")


def main(options: list[str]) -> None:
    for name in EXTRAS:
        write(name, options)


if __name__ == "__main__":
    main(sys.argv[1:])
