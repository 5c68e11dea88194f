"""A name of the register in any disguise is found in any text; a text without it is clean."""

from __future__ import annotations

import base64
import codecs
from collections.abc import Callable
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.leaks import Finder, Person, Piece, Register
from tests.strategies import invented_names, unlike_words

LOOKALIKES = str.maketrans("aeopcxyi", "аеорсхуі")
DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "upper": str.upper,
    "lower": str.lower,
    "over a line": lambda name: name.replace(" ", "\n"),
    "hyphen at the line end": lambda name: f"{name[:4]}-\n{name[4:]}",
    "letters spaced": " ".join,
    "letters dotted": ".".join,
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "accents": "\u0301".join,
    "look-alikes": lambda name: name.translate(LOOKALIKES),
    "full width": lambda name: "".join(chr(ord(one) + 0xFEE0) if one != " " else one for one in name),
    "run together": lambda name: name.replace(" ", ""),
    "underlined": lambda name: name.replace(" ", "_"),
    "surname first": lambda name: ", ".join(reversed(name.split())),
    "backwards": lambda name: name[::-1],
    "rot13": lambda name: codecs.encode(name, "rot13"),
    "base64": lambda name: base64.b64encode(name.encode()).decode(),
    "base32": lambda name: base64.b32encode(name.encode()).decode(),
    "hex": lambda name: name.encode().hex(),
    "URL": lambda name: "".join(f"%{byte:02x}" for byte in name.encode()),
    "URL twice": lambda name: quote(quote(name).replace(name[0], f"%{ord(name[0]):02x}")),
    "HTML": lambda name: "".join(f"&#{ord(one)};" for one in name),
    "JSON": lambda name: "".join(f"\\u{ord(one):04x}" for one in name),
    "numbers": lambda name: ",".join(str(ord(one)) for one in name),
    "base64 of hex": lambda name: base64.b64encode(name.encode().hex().encode()).decode(),
}


def finder(name: str) -> Finder:
    return Finder(Register(people=(Person(name),)))


@given(invented_names(), st.sampled_from(sorted(DISGUISES)), unlike_words(), unlike_words())
def test_a_name_is_found_in_every_disguise(name: str, disguise: str, before: str, after: str) -> None:
    text = f"{before} {DISGUISES[disguise](name)} {after}"

    assert finder(name).find([Piece("here", text)]) != []


@given(invented_names(), st.lists(unlike_words(), max_size=30))
def test_a_text_without_the_name_is_clean(name: str, texts: list[str]) -> None:
    assert finder(name).find([Piece("here", "\n".join(texts))]) == []


@given(st.text(max_size=400))
def test_any_text_at_all_can_be_searched(text: str) -> None:
    assert finder("Zuvoda Kizexo").find([Piece("here", text)]) == []
