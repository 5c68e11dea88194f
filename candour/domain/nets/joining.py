"""Which words that stand side by side are one name, and where does it begin? Titles, initials, commas."""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.nets.company import KIN, ROLES, is_title
from candour.domain.nets.letters import folded
from candour.domain.nets.senses import Sense
from candour.domain.nets.tokens import Tokens

_BETWEEN = " _\t\r\n>,.-‐‑–'’`‘/"


def links(tokens: Tokens, found: Mapping[int, Sense], at: int, linking: set[str]) -> bool:
    """The "al" of al-Masri, and not Al."""
    if tokens.words[at].lower() not in linking or len(tokens.gaps[at + 1]) != 1 or at + 1 not in found:
        return False
    return found[at].keys.isdisjoint(found[at + 1].keys)


def goes_on(
    tokens: Tokens,
    found: Mapping[int, Sense],
    first: int,
    last: int,
    following: int,
    particles: set[str],
) -> bool:
    """In "T. Price Anna" a second name begins; a surname with a title or an initial has its forename."""
    gap = tokens.gaps[last + 1]
    if not found[last].parts or not found[following].parts or (len(gap) > 1 and _closes(tokens, last)):
        return False
    if "," in gap:
        return _is_turned(tokens, found, first, last, following, particles)
    if "/" in gap and found[last].forenames == found[following].forenames:
        return False
    if _begins_turned(tokens, found, last, following):
        return False
    parted = last + 1 == following and len(tokens.gaps[following]) > 1
    if parted and folded(tokens.words[last]) == folded(tokens.words[following]):
        return False
    if first < last or found[following].others:
        return True
    return found[first].forenames or not _is_fronted(tokens, first, particles)


def _closes(tokens: Tokens, last: int) -> bool:
    """An apostrophe with a space after it ends what was said, but for a D' Arcy."""
    gap = tokens.gaps[last + 1]
    return gap[0] in "'’`‘" and gap[1:2].isspace() and len(tokens.words[last]) > 2


def _begins_turned(tokens: Tokens, found: Mapping[int, Sense], last: int, following: int) -> bool:
    """In "nan HARTLEY, Anna" and "Tom HARTLEY, Anna" the surname begins the second name."""
    if "," not in tokens.gaps[following + 1] or (after := found.get(following + 1)) is None:
        return False
    if not after.keys & found[following].keys or not after.forenames:
        return False
    before, word = tokens.words[last], tokens.words[following]
    loud = word.isupper() and len(word) > 3 and (not before.isupper() or len(before) < 4)
    return loud or (before.islower() and word[0].isupper())


def _is_fronted(
    tokens: Tokens, first: int, particles: set[str], besides: frozenset[str] = frozenset()
) -> bool:
    """Has it a title or an initial? "O Hanlon" and "nan Hanlon" have none."""
    front = with_front(tokens, first, particles) if first else 0
    return any(tokens.words[at].lower() not in particles | KIN | besides for at in range(front, first))


def _is_turned(
    tokens: Tokens,
    found: Mapping[int, Sense],
    first: int,
    last: int,
    following: int,
    particles: set[str],
) -> bool:
    """ "Kowalski, Anna" is one name; in "Lee, Leanne Singh" and "A Kowalski, Anna" the comma parts two."""
    before, named = found[last], found[following]
    begins = {one.role for one in found[first].parts}
    if (last > first and "surname" not in begins) or _is_fronted(tokens, first, particles, ROLES):
        return False
    if not any(one.role in ("surname", "former") for one in before.parts):
        return False
    after = found.get(following + 1) if tokens.gaps[following + 1] == " " else None
    return after is None or not after.keys & named.keys


def is_one_name(tokens: Tokens, last: int, following: int, particles: set[str]) -> bool:
    """Nothing between them but a space, a comma, a line's end, and a "da" or an O."""
    gap = "".join(tokens.gaps[last + 1 : following + 1])
    if len(gap) > 12 or gap.strip(_BETWEEN) or gap.count("\n") > 1:
        return False
    if "->" in gap:
        return False
    if ((". " in gap and tokens.words[last].lower() != "st") or ".\n" in gap or ".\r" in gap) and len(
        tokens.words[last]
    ) > 1:
        return False
    return all(folded(word) in particles for word in tokens.words[last + 1 : following])


def may_front(before: str, particles: set[str]) -> bool:
    """Only before such a word `with_front` has anything to look at."""
    return len(before) == 1 or before.lower() in particles or is_title(before)


def with_front(tokens: Tokens, first: int, particles: set[str]) -> int:
    """From the title, the initial or the "da" before the name."""
    words, gaps = tokens.words, tokens.gaps
    before = words[first - 1]
    if len(before) > 1 and before.lower() not in particles and not is_title(before):
        return first
    while first and words[first - 1].lower() in particles and not gaps[first].strip(" \t\r\n>'’`‘-"):
        first -= 1
    if first and len(words[first - 1]) == 1 and words[first - 1].isalpha() and _is_front_gap(gaps[first]):
        alone = first == 1 or len(words[first - 2]) > 1 or " " in gaps[first - 1]
        titled = first > 1 and is_title(words[first - 2])
        sure = (words[first - 1].isupper() and words[first - 1] not in "AI") or "." in gaps[first] or titled
        first -= alone and sure
    if first and _is_front_gap(gaps[first]) and is_title(words[first - 1]):
        first -= 1
    return first


def _is_front_gap(gap: str) -> bool:
    return len(gap) < 10 and not gap.strip(" .\t\r\n>") and gap.count("\n") < 2 and gap.count(".") < 3
