"""Words come out as they were typed, whatever program saved them; bytes that are no text are refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.files.encodings import NotText, decode

WORDS = "Date,Event\r\n1.5.99,“Mother’s” £20 – café\r\n"
SAVED_AS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman"]


@pytest.mark.parametrize("encoding", SAVED_AS)
def test_quotes_and_pounds_survive_every_usual_encoding(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


def test_a_big_endian_file_with_its_mark_is_read():
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


def test_an_old_dos_file_is_guessed_from_its_words():
    words = "3 May 1999,The café fiancée was seen at the hôtel with the child; über £20 was paid.\r\n" * 3

    assert decode(words.encode("cp850")) == words


def test_one_windows_byte_pasted_into_utf_8_spoils_nothing_else():
    assert decode("naïve – café, ".encode() + b"the child\x92s coat") == "naïve – café, the child’s coat"


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\0,c\r\n",
        bytes(range(256)),
        b"\xff\xfea",
        b"\x81\x8d abc",
        b"\x01\x02\x03\x04 text",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    ],
    ids=["nul", "every byte", "cut-off utf-16", "undefined", "controls", "picture"],
)
def test_bytes_that_are_no_text_are_refused_with_half_a_sentence(content):
    with pytest.raises(NotText, match=r"^it "):
        decode(content)


def test_nothing_is_empty_text():
    assert decode(b"") == decode(b"\xef\xbb\xbf") == decode(b"\xff\xfe") == ""


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_all_utf_8_comes_back_as_it_was(words):
    assert decode(words.encode()) == words


@given(st.binary(max_size=200))
def test_any_bytes_are_either_text_without_nuls_or_refused(content):
    with suppress(NotText):
        assert "\0" not in decode(content)
