"""What tests of the pages' looks share."""

from __future__ import annotations

import pytest

from tests.structure.walk import HERE

STATIC = HERE / "candour" / "kernel" / "web" / "static"


@pytest.fixture(scope="session")
def style() -> str:
    return (STATIC / "candour" / "candour.css").read_text("utf-8")
