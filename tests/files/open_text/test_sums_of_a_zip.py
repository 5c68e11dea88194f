"""Figures that a zip reckons of its members are no words, whatever letters their bytes look like."""

from __future__ import annotations

import zlib
from pathlib import Path

from candour.domain.leaks import Finder, Person, Register
from candour.files.open_text.reading import read
from tests.writing_returns import docx_parts, write_zip

NG = Finder(Register(people=(Person("Wilhelmina Ng"),)))


def test_a_check_sum_that_looks_like_a_name_is_no_leak(tmp_path: Path) -> None:
    one = b"<n>3417115</n>"
    assert b"NG" in zlib.crc32(one).to_bytes(4, "little")
    made = write_zip(tmp_path / "a.docx", docx_parts("") | {"word/one.xml": one})

    assert not NG.find(read(made).pieces)


def test_the_same_letters_behind_the_list_of_a_zip_are_a_leak(tmp_path: Path) -> None:
    made = write_zip(tmp_path / "a.docx", docx_parts(""))
    made.write_bytes(made.read_bytes() + b"signed NG")

    assert NG.find(read(made).pieces)
