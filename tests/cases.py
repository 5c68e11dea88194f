"""Long tables of small cases: one test tries every case of its table, and tells each one that does not hold.

Written as `pytest.mark.parametrize` is, for cases that leave nothing behind. To start a test of its own
for each would take pytest longer than the cases take.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

TOLD = 20
"""Cases told whole of those that do not hold; the others are counted."""
Test = Callable[..., None]
PARAM = type(pytest.param())


def every(
    names: str | tuple[str, ...], cases: Iterable[Any], ids: Callable[[Any], object] = repr
) -> Callable[[Test], Test]:
    """Make one test of all cases. `ids` gives a value the name by which its case is told."""
    wanted = (names,) if isinstance(names, str) else names
    table = list(cases)

    def made(check: Test) -> Test:
        def test(**fixtures: Any) -> None:
            assert table, "a table without cases proves nothing"
            wrong = []
            for case in table:
                values = _values(case, len(wanted))
                try:
                    check(**dict(zip(wanted, values, strict=True)), **fixtures)
                except Exception as error:
                    error.add_note(f"the case: {', '.join(str(ids(one)) for one in values)}")
                    wrong.append(error)
            if wrong:
                raise ExceptionGroup(f"{len(wrong)} of {len(table)} cases do not hold", wrong[:TOLD])

        takes = inspect.signature(check)
        others = [one for name, one in takes.parameters.items() if name not in wanted]
        test.__dict__.update(check.__dict__)  # its marks
        for part in ("__name__", "__qualname__", "__module__", "__doc__"):
            setattr(test, part, getattr(check, part))
        test.__signature__ = takes.replace(parameters=others)  # type: ignore[attr-defined]
        return test

    return made


def _values(case: Any, count: int) -> tuple[Any, ...]:
    if isinstance(case, PARAM):
        assert not case.marks, "a case is tried in the test of its table, so it has no mark of its own"
        return tuple(case.values)
    return (case,) if count == 1 else tuple(case)
