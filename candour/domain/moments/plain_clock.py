"""The plainest times of day, read without the grammar: 14:30, 14.30, 1430, 2.30pm. Only for speed."""

from __future__ import annotations

import re
from datetime import time

from candour.domain.moments.moment import Precision
from candour.domain.moments.times import Clock

_PLAIN = re.compile(r"([0-9]{1,2})([:.]?)([0-5][0-9])(?: ?(am|pm))?")


def plain_clock(text: str) -> Clock | None:
    """None for what may be a filler (00:00, 12:00) or either half of the day: the grammar knows of those."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[3]), match[4]
    if half:
        if not match[2] or not 1 <= hour <= 11:
            return None
        return Clock(time(hour if half == "am" else hour + 12, minute), precision=Precision.MINUTE)
    if len(match[1]) < 2 or hour > 23 or (minute == 0 and hour in (0, 12)):
        return None
    return Clock(time(hour, minute), precision=Precision.MINUTE, bare=not match[2])
