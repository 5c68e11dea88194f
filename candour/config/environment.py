"""Settings read from the environment, loud about what is missing or cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from candour.domain.trouble import Trouble


def env(name: str, default: str) -> str:
    """A setting, or the words in the file that NAME_FILE names."""
    if file := os.environ.get(f"{name}_FILE"):
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise Trouble(
                f"{name}_FILE names a file that cannot be read ({error.strerror}).",
                where=file,
                do=f"Name another, or set {name} itself.",
            ) from None
    return os.environ.get(name, default)


def env_flag(name: str, *, default: bool) -> bool:
    """Yes or no. Raises Trouble for any other word."""
    said = os.environ.get(name, "yes" if default else "no").lower()
    if said not in {"yes", "no"}:
        raise Trouble(f"{name} is {said!r}.", do=f"Set {name} to yes or no.")
    return said == "yes"


def env_list(name: str, default: str) -> list[str]:
    """Words between commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def env_number(name: str, default: int, what: str = "a number") -> int:
    """A whole number, at least one. Raises Trouble for anything else."""
    said = env(name, str(default))
    if not said.isdecimal() or int(said) < 1:
        raise Trouble(f"{name} is {said!r}.", do=f"Set {name} to {what}, such as {default}.")
    return int(said)


def env_minutes(name: str, default: int) -> int:
    """A number of minutes, at least one. Raises Trouble for anything else."""
    return env_number(name, default, "a number of minutes")
