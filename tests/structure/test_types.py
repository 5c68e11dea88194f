"""The plain rooms are fully typed: mypy in strict mode finds nothing in domain and files."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.structure.walk import HERE


def test_domain_and_files_are_strictly_typed() -> None:
    settings = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    mypy = subprocess.run(
        [sys.executable, "-m", "mypy"], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert settings["strict"] is True
    assert {"candour.domain", "candour.files"} <= set(settings["packages"])
    assert mypy.returncode == 0, mypy.stdout + mypy.stderr
