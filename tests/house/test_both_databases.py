"""A test that touches the database runs on the one in its name, though it asks for none."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_a_test_that_names_no_database_runs_on_the_one_it_is_called_by(request: Any) -> None:
    assert connection.vendor == request.node.callspec.params["on_database"]
    assert "on_database" in request.fixturenames
