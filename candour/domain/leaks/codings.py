"""Text inside text: runs that are base64, hexadecimal, URL- or HTML-coded, escaped, or letters by number.

Each reading yields pieces of decoded text at the place of the run. What does not decode to something
printable yields nothing; a long run that decodes to bytes yields the printable stretches among them.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from candour.domain.leaks.byte_texts import Reading, plain_text, texts_of
from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.leak import BY_CHANCE, How

_CERTAIN = 4


_BASE64 = re.compile(r"[A-Za-z0-9+/_\-]{6,}={0,2}")
_LINE_OF_BASE64 = re.compile(r"\n[ \t>]*[A-Za-z0-9+/_\-]{4,}={0,2}[ \t]*(?:\n|\Z)")
_BASE64_LINES = re.compile(r"(?:^[ \t>]*[A-Za-z0-9+/_\-]{4,}={0,2}[ \t]*$\n?){2,}", re.M)
_NEAR = 2000
_TO_A_SPACE = re.compile(rf"\S{{0,{_NEAR}}}")
_BASE32 = re.compile(r"\b(?:[A-Z2-7]{8,}|[a-z2-7]{8,})={0,6}")
_BASE85 = re.compile(r"[!-~]{10,}")
_HEX_PAIR = r"(?:0x|\\x|=|U\+00|u00)?[0-9A-Fa-f]{2}"
_HEX = re.compile(rf"(?<![0-9A-Za-z]){_HEX_PAIR}(?:[\s,;:._\-'\"#]{{0,3}}{_HEX_PAIR}){{3,}}(?![0-9A-Za-z])")
_HEX_BARE = re.compile(
    r"[0-9A-Fa-f](?<![0-9A-Za-z].)[0-9A-Fa-f](?:[\s,;:._\-'\"#]{0,3}[0-9A-Fa-f]{2}){3,}(?![0-9A-Za-z])", re.S
)
_HEX_MARKS = ("0x", "\\x", "=", "U+00", "u00")
"""Where none of these stands, a simpler pattern finds the same, and faster."""
_HEX_INSIDE = re.compile(r"[0-9A-Fa-f]{8,}")
_DECIMAL = re.compile(r"\d(?<!\d\d)\d{1,2}(?:[\s,;:._+\-]{1,3}\d{2,3}){3,}(?!\d)")
_OCTAL_ROW = re.compile(r"[01](?<!\d\d)[0-7]{2}(?:[\s,;:._+\-]{1,3}[01][0-7]{2}){3,}(?!\d)")
_BINARY = re.compile(r"[01](?<![01]{2})[01]{6,7}(?:[\s,;:._\-]{0,3}[01]{7,8}){3,}(?![01])")
_ESCAPE = re.compile(
    r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})"
    r"|%u([0-9a-fA-F]{4})|[Uu]\+([0-9a-fA-F]{4,6})|_x([0-9a-fA-F]{4})_"
)
_OCTAL = re.compile(r"\\(?!00)([0-3][0-7]{2})")
_CSS = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
_RTF = re.compile(r"\\'([0-9a-fA-F]{2})")
_URL = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,32}")
_QUOTED = re.compile(r"=[0-9A-F]{2}|=\n")
_UTF7 = re.compile(r"\+[A-Za-z0-9+/]{2,}-?")
_UU = re.compile(r"^begin [0-7]{3} .*\n((?:.+\n)+?)(?:`?\n)?end\b", re.M)
_PUNYCODE = re.compile(r"[xX](?<!\w\w)[nN]--[A-Za-z0-9\-]+")
_MISREAD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a coded run or stretch says, and where it begins in the text.

    `before` is the stretch as it stood, where only some of its letters were coded. `shortest`: names
    shorter than this may be there by chance.
    """

    how: How
    place: int
    text: str
    before: str | None = None
    shortest: int = 0


def decoded(text: str, tokens: Iterable[str] | None = None) -> Iterator[Decoded]:
    """Everything that some run of the text says in a coding. `tokens`: the text's own, each once.

    An everyday word is no coding: none of them says as many letters as a name must have to count here.
    """
    everyday = everyday_words()
    apart = "\n".join(dict.fromkeys(text.split()) if tokens is None else tokens)
    for how, pattern, read in _RUNS_OF_A_TOKEN:
        for run in dict.fromkeys(pattern.findall(apart)):
            for one in () if run.lower() in everyday else read(run):
                yield Decoded(how, _place_of(run, pattern, text), one.text, shortest=_shortest(one))
    for how, pattern, read in _RUNS:
        if pattern is _BASE64_LINES and not _LINE_OF_BASE64.search(text):
            continue
        said = set[str]()
        if pattern is _HEX and not any(mark in text for mark in _HEX_MARKS):
            pattern = _HEX_BARE
        for match in pattern.finditer(text):
            if (run := match.group()) not in said:
                said.add(run)
                for one in read(run):
                    yield Decoded(how, match.start(), one.text, shortest=_shortest(one))
    for how, pattern, read_all in _WHOLE:
        for start, stretch in _around(pattern, text):
            if (said_here := read_all(stretch)) != stretch:
                yield Decoded(how, start, said_here, before=stretch)


def _shortest(one: Reading) -> int:
    return _CERTAIN if one.certain else BY_CHANCE


def _place_of(run: str, pattern: re.Pattern[str], text: str) -> int:
    """Where the run first stands as itself, and not inside a longer run."""
    place = first = text.find(run)
    while place >= 0:
        begin = place
        while begin and place - begin < _NEAR and not text[begin - 1].isspace():
            begin -= 1
        end = match.end() if (match := _TO_A_SPACE.match(text, place)) else len(text)
        runs = pattern.finditer(text, begin, end)
        if any(one.start() == place and one.group() == run for one in runs):
            return place
        place = text.find(run, place + 1)
    return first


def _around(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold the coding, each with its neighbours, so that a name over two lines stays whole."""
    begin = end = first = -1
    for match in pattern.finditer(text):
        if match.start() < end:
            continue
        left = text.rfind("\n", 0, max(text.rfind("\n", 0, match.start()), 0)) + 1
        right = text.find("\n", match.end())
        right = text.find("\n", right + 1) if right >= 0 else -1
        right = len(text) if right < 0 else right
        if begin >= 0 and left > end:
            yield first, text[begin:end]
            begin = -1
        if begin < 0:
            begin, first = left, match.start()
        end = right
    if begin >= 0:
        yield first, text[begin:end]


def _base64(run: str) -> Iterator[Reading]:
    """The run as it stands; a longer one also from its second, third and fourth letter."""
    letters = re.sub(r"[^A-Za-z0-9+/]", "", run.replace("-", "+").replace("_", "/"))
    mixed = not letters.isalpha() or not (letters.islower() or letters.istitle() or letters.isupper())
    for skip in range(4) if mixed and len(letters) >= 10 else (0,):
        for reading in texts_of(_bytes_of(letters[skip:])):
            yield replace(reading, certain=reading.certain and not skip)


def _bytes_of(letters: str) -> bytes:
    """A last letter that stands alone holds less than a byte."""
    return binascii.a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")


def _base32(run: str) -> Iterator[Reading]:
    letters = run.rstrip("=").upper()
    usable = letters[: len(letters) - (1 if len(letters) % 8 in (1, 3, 6) else 0)]
    yield from texts_of(base64.b32decode(usable + "=" * (-len(usable) % 8)))


def _base85(run: str) -> Iterator[Reading]:
    """Both alphabets of it, for runs with signs enough among the letters."""
    bare = run.removeprefix("<~").removesuffix("~>")
    if sum(not letter.isalnum() for letter in bare) * 12 < len(bare):
        return
    for read in (base64.a85decode, base64.b85decode):
        try:
            content = read(bare.encode("ascii"))
        except ValueError:
            continue
        if (text := plain_text(content)) is not None:
            yield Reading(text, True)


def _hex(run: str) -> Iterator[Reading]:
    pairs = re.sub(r"0x|\\x|U\+00|u00|[^0-9A-Fa-f]", "", run)
    for skip in (0, 1) if len(pairs) % 2 else (0,):
        part = pairs[skip:]
        yield from texts_of(bytes.fromhex(part[: len(part) // 2 * 2]))


def _by_number(base: int) -> Callable[[str], Iterator[Reading]]:
    def read(run: str) -> Iterator[Reading]:
        digits = re.findall(r"\d+", run) if base > 2 else re.findall(r"[01]{8}|[01]{7}", run)
        codes = [int(one, base) for one in digits]
        if all(code < 256 for code in codes):
            yield from texts_of(bytes(codes))

    return read


def _uu(run: str) -> Iterator[Reading]:
    try:
        yield from texts_of(
            b"".join(binascii.a2b_uu(line) for line in run.splitlines()[1:-1] if line.strip("` "))
        )
    except binascii.Error:
        return


def _punycode(run: str) -> Iterator[Reading]:
    try:
        yield Reading(run[4:].lower().encode("ascii").decode("punycode"), True)
    except UnicodeError:
        return


def _unescaped(text: str) -> str:
    text = _ESCAPE.sub(lambda match: _letter(next(part for part in match.groups() if part), 16), text)
    text = _OCTAL.sub(lambda match: _letter(match[1], 8), text)
    text = _RTF.sub(lambda match: bytes.fromhex(match[1]).decode("cp1252", "replace"), text)
    return _CSS.sub(lambda match: _letter(match[1], 16), text)


def _letter(digits: str, base: int) -> str:
    code = int(digits, base)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _url(text: str) -> str:
    content = unquote_to_bytes(text)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _quoted(text: str) -> str:
    content = quopri.decodestring(text.encode("utf-8", "ignore"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _read_again(text: str) -> str:
    """UTF-8 that was read as Windows-1252, "ZoÃ«", read as what it is."""

    def read(match: re.Match[str]) -> str:
        try:
            return match.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match.group()

    return _MISREAD.sub(read, text)


def _utf7(text: str) -> str:
    def read(match: re.Match[str]) -> str:
        said = match.group().encode("ascii").decode("utf-7", "ignore")
        return said if said.isprintable() and said else match.group()

    return _UTF7.sub(read, text)


_Reader = tuple[How, re.Pattern[str], Callable[[str], Iterator[Reading]]]
_RUNS_OF_A_TOKEN: tuple[_Reader, ...] = (
    (How.BASE64, _BASE64, _base64),
    (How.BASE32, _BASE32, _base32),
    (How.BASE85, _BASE85, _base85),
    (How.HEX_CODED, _HEX_INSIDE, _hex),
    (How.MAIL_CODED, _PUNYCODE, _punycode),
)
"""Runs without white space: a text repeats its words, so each word is looked at once."""
_RUNS: tuple[_Reader, ...] = (
    (How.BASE64, _BASE64_LINES, _base64),
    (How.HEX_CODED, _HEX, _hex),
    (How.NUMBER_CODED, _DECIMAL, _by_number(10)),
    (How.NUMBER_CODED, _OCTAL_ROW, _by_number(8)),
    (How.NUMBER_CODED, _BINARY, _by_number(2)),
    (How.MAIL_CODED, _UU, _uu),
)
_WHOLE: tuple[tuple[How, re.Pattern[str], Callable[[str], str]], ...] = (
    (How.HTML_CODED, _ENTITY, html.unescape),
    (How.URL_CODED, _URL, _url),
    (How.ESCAPED, re.compile(r"\\[0-9a-fA-FuUx'{]|%u|U\+|u\+|_x[0-9a-fA-F]{4}_"), _unescaped),
    (How.MAIL_CODED, _QUOTED, _quoted),
    (How.MAIL_CODED, _UTF7, _utf7),
    (How.MISREAD, _MISREAD, _read_again),
)
