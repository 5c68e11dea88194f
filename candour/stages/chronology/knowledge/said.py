"""What a page says of knowledge in a sentence or two: by the returns, never that somebody did not know."""

from __future__ import annotations

from candour.domain.moments.spoken import spoken_day
from candour.stages.chronology.knowledge.knowing import Knew

WORDS = "no one two three four five six seven eight nine".split()


def sentences(found: Knew) -> list[tuple[str, bool]]:
    """The sentences in order, each with whether it is one of the two that matter most."""
    sure = found.count("sure")
    things = "thing" if sure == 1 else "things"
    said = [(f"By the returns, {found.agency} surely knew {_number(sure)} {things}.", True)]
    if unsure := _unsure(found):
        said.append((unsure, False))
    count = len(found.held)
    if not count:
        said.append((f"No return shows {found.holder or 'others'} holding more by that day.", False))
    else:
        was = f"{_number(count).capitalize()} {'entry was' if count == 1 else 'entries were'}"
        others = f"{_number(found.holders)} {'other' if found.holders == 1 else 'others'}"
        others = found.holder or others
        them = "it" if count == 1 else "them"
        said.append((f"{was} held by {others}; no return shows {them} reaching this agency by then.", True))
    if more := len(found.of_events):
        accounts = f"{_number(more).capitalize()} {'account tells' if more == 1 else 'accounts tell'}"
        said.append((f"{accounts} of events it knew of, in words that had not reached it.", False))
    return said


def _unsure(found: Knew) -> str:
    """Two more are possible, one is disputed, and of two we cannot say."""
    possible, disputed, unclear = (found.count(one) for one in ("possible", "disputed", "cannot_say"))
    parts = []
    if possible:
        parts.append(f"{_number(possible)} more {_are(possible)} possible")
    if disputed:
        parts.append(f"{_number(disputed)} {_are(disputed)} disputed")
    if unclear:
        parts.append(f"of {_number(unclear)} we cannot say")
    if not parts:
        return ""
    said = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"{said[0].upper()}{said[1:]}."


def picture_says(found: Knew) -> str:
    """What is read in place of the picture."""
    whole = " ".join(words for words, _ in sentences(found))
    return f"{spoken_day(found.on)}. {whole}"


def _number(count: int) -> str:
    return WORDS[count] if count < len(WORDS) else f"{count:,}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
