"""Every way in which the words of the cast may be written: one word at a time, whole names, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.leaks.folding import fold
from candour.domain.leaks.names import parts_of, readings
from candour.domain.nets.known import known_words
from candour.domain.nets.letters import folded
from candour.domain.nets.nicknames import clipped, other_forms

WORD = re.compile(r"[^\W_]+")
SHORT_WAYS = {
    **dict.fromkeys(("ave", "av"), "avenue"),
    **dict.fromkeys(("st", "str"), "street"),
    **dict.fromkeys(("rd",), "road"),
    **dict.fromkeys(("ln",), "lane"),
    **dict.fromkeys(("cl",), "close"),
    **dict.fromkeys(("dr", "drv"), "drive"),
    **dict.fromkeys(("cres", "cresc"), "crescent"),
    **dict.fromkeys(("gdns", "gdn"), "gardens"),
    **dict.fromkeys(("ct", "crt"), "court"),
    **dict.fromkeys(("gr", "grv"), "grove"),
    **dict.fromkeys(("tce", "terr", "ter"), "terrace"),
    **dict.fromkeys(("sq",), "square"),
    **dict.fromkeys(("pl",), "place"),
}
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
_LINKING = frozenset("ab abd abu al ap bin da de del den der di du el ibn la le ter ul ur van von".split())
_BODIES = (PersonKind.AGENCY, PersonKind.SCHOOL)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: whose, and as what (forename, surname, nickname, former, alias, name)."""

    key: str
    role: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of several words, folded; `line`: of an address, which begins with a number."""

    key: str
    words: tuple[str, ...]
    line: bool = False


@dataclass(slots=True)
class Named:
    """The words of a cast, each by how it is looked for.

    `parts`: word -> whose it may be. `anchors`: rare word -> phrases and its place in them. `lines`: a
    house's number -> lines of addresses. `numbers`: letters and digits -> key; `codes` of them are postcodes,
    `plates` marks of vehicles, `beginnings` what they begin with. `initials`: "js" -> keys. `logins`: a name
    as e-mail addresses have it -> keys. `particles`: words in names that are none ("da", the O of O'Brien).
    `linking`: those which are somebody's name too (Al, of al-Masri).
    `fronts`: the first letter of a forename and whose it is, as one word.
    """

    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    anchors: dict[str, tuple[tuple[Phrase, int], ...]] = field(default_factory=dict)
    lines: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    initials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    plates: dict[str, str] = field(default_factory=dict)
    logins: dict[str, tuple[str, ...]] = field(default_factory=dict)
    particles: set[str] = field(default_factory=set)
    linking: set[str] = field(default_factory=set)
    fronts: set[str] = field(default_factory=set)
    beginnings: frozenset[str] = frozenset()


def named_of(cast: Cast) -> Named:
    """The words of everybody in the cast whose name is secret."""
    found = Named()
    parts: defaultdict[str, dict[Part, None]] = defaultdict(dict)
    initials: defaultdict[str, dict[str, None]] = defaultdict(dict)
    logins: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for person in cast.secret:
        if person.kind.is_human:
            for word, part in _of_human(person):
                parts[word][part] = None
            found.fronts |= {squashed(name)[:1] + person.key for name in person.names}
            for letters in _initials(person):
                initials[letters][person.key] = None
            for login in _logins(person):
                logins[login][person.key] = None
        elif person.kind is PersonKind.SOCIAL_MEDIA:
            found.handles |= {name.lstrip("@").lower(): person.key for name in person.names}
        elif person.kind.is_number:
            found.numbers |= {squashed(name): person.key for name in person.names}
            if person.kind is PersonKind.VEHICLE:
                found.plates |= {squashed(name): person.key for name in person.names}
        elif person.kind is PersonKind.ADDRESS:
            _add_address(found, person)
        else:
            _add_thing(found, parts, person)
    found.parts = {word: tuple(several) for word, several in parts.items()}
    found.beginnings = frozenset(one[:end] for one in found.numbers for end in range(1, len(one) + 1))
    particles = _particles(cast)
    found.particles = particles - found.parts.keys()
    found.linking = particles & found.parts.keys() & _LINKING
    found.logins = {login: tuple(keys) for login, keys in logins.items()}
    found.initials = {letters: tuple(keys) for letters, keys in initials.items()}
    return found


def _particles(cast: Cast) -> set[str]:
    names = [name for person in cast.secret if person.kind.is_human for name in person.names]
    return {folded(word) for name in names for word in WORD.findall(fold([*readings(name)][-1]))}


def squashed(text: str) -> str:
    """Letters and digits alone, small."""
    return "".join(map(folded, WORD.findall(text)))


def _of_human(person: Person) -> Iterator[tuple[str, Part]]:
    for name in person.names:
        role = "former" if name in person.former else "alias" if name in person.aliases else ""
        words = [one.text for one in parts_of(name)] or [[*readings(name)][-1]]
        written = [word for word in words if word in name]
        last = False
        for word in words:
            last = (word == written[-1] if word in written else last) and len(written) > 1
            its = role or ("surname" if last else "forename")
            for form in _spellings(word):
                yield form, Part(person.key, its)
            if not last:
                yield from ((form, Part(person.key, "nickname")) for form in other_forms(squashed(word)))
                yield from ((form, Part(person.key, "clipped")) for form in clipped(squashed(word)))
        bare = [squashed(one) for one in [*readings(name)][-1].split()]
        if len(bare) > 1:
            yield "".join(bare), Part(person.key, "joined")
            yield "".join(bare[1:]), Part(person.key, role or "surname")


def _spellings(word: str) -> Iterator[str]:
    """O'Brien is obrien, and Brien alone; Ashby-Thorne is ashbythorne, Ashby and Thorne."""
    yield squashed(word)
    halves = [folded(half) for half in WORD.findall(fold(word))]
    if len(halves) > 1:
        yield from (half for half in halves if len(half) > 2)


def _initials(person: Person) -> Iterator[str]:
    """Of the name and former names: first letters of the forename and the surname, of all, of both halves."""
    for name in (person.name, *person.former):
        words = [squashed(one.text) for one in parts_of(name)]
        halves = [folded(one) for one in WORD.findall(fold([*readings(name)][-1]))]
        if len(words) > 1:
            bare = [*readings(name)][-1].split()
            yield words[0][0] + words[-1][0]
            yield words[0][0] + squashed(bare[1])[:1]
            yield "".join(word[0] for word in words)
            yield words[0][0] + halves[-1][0]
            yield "".join(half[0] for half in halves)
            fore, sur = _firsts(bare[0]), _firsts(bare[-1])
            yield from (words[0][0] + sur, fore + words[-1][0], fore + sur)
            yield words[0][0] + squashed(bare[1])[:1] + halves[-1][0]


def _logins(person: Person) -> Iterator[str]:
    """Forename or its initial and surname, in either order, as e-mail addresses have them."""
    read = dict.fromkeys(reading for name in person.names for reading in readings(name))
    full = [[squashed(one) for one in reading.split()] for reading in read]
    called = {words[0] for words in full if words and words[0]}
    for words in full:
        if len(words) > 1 and (last := "".join(words[1:])):
            for first in called | {one[0] for one in called}:
                yield from (first + last, last + first)


def _firsts(name: str) -> str:
    """Of each half: Tommy-Lee is "tl"."""
    return "".join(folded(half)[0] for half in WORD.findall(fold(name)))


def _add_address(found: Named, person: Person) -> None:
    for name in person.names:
        for code in _POSTCODE.finditer(fold(name)):
            found.numbers[squashed(code[0])] = found.codes[squashed(code[0])] = person.key
        for line in re.split(r"[,\n;]", name):
            for words in _ways(line):
                if len(words) > 1 and words[0][0].isdigit():
                    way = SHORT_WAYS.get(words[-1], words[-1])
                    phrase = Phrase(person.key, (*words[:-1], way), line=True)
                    found.lines[words[0]] = (*found.lines.get(words[0], ()), phrase)
                elif len(words) > 1 and not any(character.isdigit() for character in line):
                    _add_anchor(found, Phrase(person.key, words))


def _add_thing(found: Named, parts: defaultdict[str, dict[Part, None]], person: Person) -> None:
    for name in person.names:
        for words in _ways(name):
            if len(words) == 1:
                parts[words[0]][Part(person.key, "name")] = None
            else:
                _add_anchor(found, Phrase(person.key, words))
                parts["".join(words)][Part(person.key, "joined")] = None
        if person.kind in _BODIES and (rare := _rare(name)):
            parts[rare][Part(person.key, "name")] = None


def _rare(name: str) -> str:
    """The word by which a body is known for short: the first that is no English word."""
    words = [folded(word) for word in WORD.findall(fold(name))]
    return next((one for one in words[:-1] if len(one) > 4 and one not in known_words()), "")


def _ways(name: str) -> set[tuple[str, ...]]:
    """The words of a name, with and without its apostrophes and hyphens: Hilda's is Hildas."""
    plain = fold(name)
    bare, whole = re.sub(r"['’`‘]", "", plain), re.sub(r"(?<=\w)['’`‘\-‐‑](?=\w)", "", plain)
    return {tuple(map(folded, WORD.findall(one))) for one in (plain, bare, whole)} - {()}


def _add_anchor(found: Named, phrase: Phrase) -> None:
    """Looked for by its rare words; by its longest two where all are everyday words."""
    rare = [n for n, word in enumerate(phrase.words) if word not in known_words() and len(word) > 2]
    for at in rare or sorted(range(len(phrase.words)), key=lambda n: -len(phrase.words[n]))[:2]:
        word = phrase.words[at]
        found.anchors[word] = (*found.anchors.get(word, ()), (phrase, at))
