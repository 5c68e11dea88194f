"""Made-up messy case notes with an exact key: who is named where, in which form, and damaged how.

Written before the nets that read them (candour/domain/nets), from the list of damages alone: made_damage has
the slips, made_casts the people. Everybody is invented. They cannot show how real people write.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.made_casts import NAMES, VOCABULARY, MadeCast, Somebody, make_cast, surnames_shared
from benchmarks.made_damage import mistyped, no_accents, other_marks, split_over_lines
from benchmarks.made_identifiers import IDENTIFIERS
from candour.domain.leaks.everyday import everyday_words

WORDS: dict[str, list[str]] = VOCABULARY["words"]
WORDS_A_REVIEW = 10_000
SLIPPED, SLIPPED_TWICE, SLIPPED_ELSEWHERE = 0.08, 0.007, 0.015
"""Shares: names mistyped once, and twice; and words that are no names mistyped."""
LOWER, CAPITALS, OWNING, SPLIT, MARKED, BARE = 0.05, 0.05, 0.08, 0.03, 0.3, 0.4
"""Shares: names in small letters, in capitals, possessive, over two lines; of names with a hyphen or an
apostrophe written otherwise; of names with accents written without."""
SORTS = (("named", 45), ("numbers", 10), ("plain", 30), ("salad", 15))
SPARSE = (("named", 8), ("numbers", 4), ("plain", 50), ("salad", 38))
FORMS = {
    "full name": 24,
    "forename": 26,
    "title and surname": 16,
    "nickname": 9,
    "surname": 4,
    "surname first": 2,
    "initial and surname": 4,
    "initials": 4,
    "former name": 4,
    "plural": 2,
}
HUMAN = ("kid", "kin", "pro")
_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Gold:
    """A stretch of the text that names one of the cast (any of `keys`), or holds an identifier (no keys)."""

    start: int
    end: int
    kind: str
    keys: tuple[str, ...] = ()
    form: str = ""
    damages: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """One review's text, its cast as read_cast reads it, and the key. `others`: people outside the cast."""

    text: str
    shape: dict[str, object]
    gold: list[Gold]
    others: list[Gold]


@dataclass(slots=True)
class _Writing:
    chance: random.Random
    cast: MadeCast
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    gold: list[Gold] = field(default_factory=list)
    others: list[Gold] = field(default_factory=list)

    def write(self, words: str) -> tuple[int, int]:
        self.pieces.append(words)
        start, self.length = self.length, self.length + len(words)
        return start, self.length


def make_notes(words: int, seed: int, *, sparse: bool = False) -> Iterator[Notes]:
    """Reviews of ten thousand words each, every one with a cast of its own; the same for the same seed.

    `sparse`: names and numbers as far apart as in a long record, to measure speed by.
    """
    for number in range(max(words // WORDS_A_REVIEW, 1)):
        chance = random.Random(f"{seed} {number}")
        yield _notes(make_cast(chance), min(words, WORDS_A_REVIEW), chance, SPARSE if sparse else SORTS)


def _notes(
    cast: MadeCast, words: int, chance: random.Random, mix: tuple[tuple[str, int], ...] = SORTS
) -> Notes:
    writing, written = _Writing(chance, cast), 0
    sorts, weights = zip(*mix, strict=True)
    while written < words:
        before = writing.length
        sort = chance.choices(sorts, weights)[0]
        _sentence(
            writing, _salad(chance) if sort == "salad" else chance.choice(WORDS[sort]), named=sort == "named"
        )
        writing.write(chance.choices((" ", "\n", "\n\n"), (6, 2, 1))[0])
        written += len("".join(writing.pieces[-40:])[before - writing.length :].split())
    return Notes("".join(writing.pieces), cast.shape, writing.gold, writing.others)


def _salad(chance: random.Random) -> str:
    """Any everyday words, so that many come that are near to somebody's name."""
    words = chance.sample(sorted(everyday_words()), chance.randrange(6, 16))
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _sentence(writing: _Writing, sentence: str, *, named: bool) -> None:
    end = 0
    for slot in _SLOT.finditer(sentence):
        writing.write(_messy(sentence[end : slot.start()], writing.chance))
        _fill(writing, slot[1])
        end = slot.end()
    writing.write(_messy(sentence[end:], writing.chance))


def _messy(words: str, chance: random.Random) -> str:
    def slip(match: re.Match[str]) -> str:
        return mistyped(match[0], chance)[0] if chance.random() < SLIPPED_ELSEWHERE else match[0]

    return _WORD.sub(slip, words)


def _fill(writing: _Writing, slot: str) -> None:
    chance, cast = writing.chance, writing.cast
    if slot in HUMAN:
        _name(writing, chance.choice([one for one in cast.people if one.sort == slot]))
    elif slot in cast.things:
        key, kind, ways = chance.choice(cast.things[slot])
        _thing(writing, key, kind, chance.choice(ways))
    elif slot == "other":
        start, end = writing.write(_other(cast, chance))
        writing.others.append(Gold(start, end, "other"))
    elif slot == "make":
        writing.write(chance.choice(NAMES["makes"]))
    else:
        start, end = writing.write(IDENTIFIERS[slot](chance))
        writing.gold.append(Gold(start, end, slot))


def _name(writing: _Writing, one: Somebody) -> None:
    chance = writing.chance
    form = chance.choices([*FORMS], [*FORMS.values()])[0]
    words = _written(one, form, chance)
    if not words:
        form, words = "forename", one.forename
    keys = (one.key,)
    if form in ("title and surname", "surname", "plural"):
        keys = tuple(surnames_shared(writing.cast, one.surname))
    words, damages = _damaged(words, form, chance)
    start, end = writing.write(words)
    owned = form != "plural" and chance.random() < OWNING
    if owned:
        writing.write(
            chance.choice(("'s", "'s", "’s", "s", "'") if words[-1:] in "sS" else ("'s", "'s", "’s", "s"))
        )
    marks = (*damages, "possessive") if owned else damages
    writing.gold.append(Gold(start, end, "person", keys, form, marks))


def _written(one: Somebody, form: str, chance: random.Random) -> str:
    """In the form; "" where the person has none such."""
    initial = one.forename[0]
    dot = chance.choice((".", ""))
    last = one.surname.replace("-", " ").replace("'", " ").split()[-1][0].upper()
    ways = {
        "full name": f"{one.forename} {one.surname}",
        "forename": one.forename,
        "title and surname": f"{one.title}{dot} {one.surname}",
        "nickname": chance.choice(one.nicknames or ("",)),
        "surname": one.surname,
        "surname first": f"{chance.choice((one.surname, one.surname.upper()))}, {one.forename}",
        "initial and surname": f"{chance.choice((f'{one.title} ', ''))}{initial}{dot} {one.surname}",
        "initials": f"{initial}{dot}{one.surname[0].upper() if chance.random() < 0.9 else last}{dot}",
        "former name": one.former and f"{chance.choice((one.forename, one.title))} {one.former}",
        "plural": f"{one.surname}{'es' if one.surname.endswith('s') else 's'}",
    }
    return ways[form]


def _damaged(words: str, form: str, chance: random.Random) -> tuple[str, tuple[str, ...]]:
    if form == "initials":
        return words, ()
    damages = list[str]()

    def change(name: str, changed: str) -> str:
        damages.extend([name] if name and changed != words else [])
        return changed

    if not words.isascii() and chance.random() < BARE:
        words = change("without accents", no_accents(words, chance))
    if ("'" in words or "-" in words) and chance.random() < MARKED:
        words = change("hyphen or apostrophe", other_marks(words, chance))
    if (slip := chance.random()) < SLIPPED + SLIPPED_TWICE:
        twice = slip >= SLIPPED
        wrong, name = mistyped(words, chance, 2 if twice else 1)
        words = change("two slips" if twice else name, wrong)
    elif chance.random() < SPLIT:
        words = change("over two lines", split_over_lines(words, chance))
    if (case := chance.random()) < LOWER:
        words = change("small letters", words.lower())
    elif case < LOWER + CAPITALS:
        words = change("all capitals", words.upper())
    return words, tuple(damages)


def _thing(writing: _Writing, key: str, kind: str, words: str) -> None:
    chance, damages = writing.chance, ()
    if kind in ("agency", "school", "place", "address", "pet"):
        words, damages = _damaged(words, "thing", chance)
    start, end = writing.write(words)
    writing.gold.append(Gold(start, end, kind, (key,), "thing", damages))


def _other(cast: MadeCast, chance: random.Random) -> str:
    """Somebody outside the cast; one in five shares a forename or surname with somebody in it."""
    fore = chance.choice(NAMES["forenames"]).split(" ", 1)[1].partition("|")[0]
    sur, alike = chance.choice(NAMES["surnames"]), chance.choice(cast.people)
    while fore in {one.forename for one in cast.people}:
        fore = chance.choice(NAMES["forenames"]).split(" ", 1)[1].partition("|")[0]
    while sur in {name for one in cast.people for name in (one.surname, one.former)}:
        sur = chance.choice(NAMES["surnames"])
    if chance.random() < 0.2:
        fore, sur = chance.choice(((alike.forename, sur), (fore, alike.surname)))
    return chance.choice((f"{fore} {sur}", fore, f"{chance.choice(('Mr', 'Mrs', 'Ms'))} {sur}"))
