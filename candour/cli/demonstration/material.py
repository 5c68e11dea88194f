"""The invented material as it lies in examples/northmoor: one toml file a subject."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from candour.domain.trouble import Trouble

MATERIAL = Path(__file__).parents[3] / "examples" / "northmoor"


@dataclass(frozen=True, slots=True)
class Material:
    """A folder of the example, such as wren/; what it lacks is looked for in the one `beside` it."""

    folder: Path
    beside: Path | None = None

    @classmethod
    def found(cls, name: str = "", *, beside: str = "") -> Material:
        folder = MATERIAL / name
        if not folder.is_dir():
            raise Trouble("The invented example is not here.", do="Run this from a checkout of Candour.")
        return cls(folder, MATERIAL / beside if beside else None)

    def path(self, name: str) -> Path:
        """Its own file or folder of that name, or else the one of the folder beside it."""
        own = self.folder / name
        return own if self.beside is None or own.exists() else self.beside / name

    def read(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = tomllib.loads(self.path(f"{name}.toml").read_text(encoding="utf-8"))
        return found

    def has(self, name: str) -> bool:
        return self.path(f"{name}.toml").exists()


def day_of_demonstration() -> date:
    """The day on which the demonstration stands still."""
    today: date = Material.found().read("world")["today"]
    return today
