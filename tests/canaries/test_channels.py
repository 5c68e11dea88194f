"""Every known leak channel is found, every unreadable thing is said to be one, and clean files pass."""

from __future__ import annotations

from functools import cache

from candour.domain.leaks import Finder, Leak
from candour.files.open_text.reading import read_file
from tests.canaries import page_channels, pdf_channels, text_channels, word_channels
from tests.canaries.secret import OTHER_REGISTER, REGISTER, SURNAME
from tests.cases import every

CHANNELS = {
    "txt": text_channels.BYTES,
    "html": page_channels.BYTES,
    "docx": word_channels.BYTES,
    "pdf": pdf_channels.BYTES,
}
LEAKING = [(kind, name) for kind, channels in CHANNELS.items() for name in channels]
UNREADABLE = [("docx", name) for name in word_channels.CANNOT] + [
    ("pdf", name) for name in pdf_channels.CANNOT
]
FINDER = Finder(REGISTER)
OTHERS = Finder(OTHER_REGISTER)


@cache
def leaks(kind: str, name: str) -> list[Leak]:
    return FINDER.find(read_file(f"canary.{kind}", CHANNELS[kind][name]).pieces)


def ids(one: tuple[str, str]) -> str:
    return f"{one[0]}: {one[1]}"


@every("channel", LEAKING, ids=ids)
def test_every_channel_is_found(channel: tuple[str, str]) -> None:
    assert leaks(*channel) != []


@every("channel", LEAKING, ids=ids)
def test_no_place_tells_the_secret(channel: tuple[str, str]) -> None:
    assert [leak for leak in leaks(*channel) if SURNAME.lower() in FINDER.hidden(leak.where).lower()] == []


@every("channel", UNREADABLE, ids=ids)
def test_what_cannot_be_read_is_said_to_be_unread(channel: tuple[str, str]) -> None:
    kind, name = channel
    content = (word_channels if kind == "docx" else pdf_channels).CANNOT[name]

    assert read_file(f"canary.{kind}", content).cannot != []


def test_there_are_at_least_two_hundred_channels() -> None:
    assert len(LEAKING) + len(UNREADABLE) >= 200


def test_no_channel_is_a_leak_to_a_register_of_other_people() -> None:
    """The clean twin of every file above: the same bytes, of which nothing is a secret."""
    read = (read_file("canary", content) for kind in CHANNELS for content in CHANNELS[kind].values())
    found = [leak for opened in read for leak in OTHERS.find(opened.pieces)]

    assert found == []
