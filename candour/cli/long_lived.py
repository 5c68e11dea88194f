"""Work whose values all live to its end, done without Python looking for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def long_lived_values() -> Iterator[None]:
    """No search for reference cycles meanwhile.

    A merge makes millions of values that are all in use until it is written, and none of them in a cycle:
    to go through them again and again would take a third of its time and free nothing.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
