"""`candour check-open`, from the outside. The people of the register are invented."""

from __future__ import annotations

import base64
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.files.open_text import canaries
from tests.canaries import pdf_channels, word_channels
from tests.canaries.secret import CLEAN, NAME, SHAPE, SURNAME

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(200))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "R.json").write_text(json.dumps(SHAPE), "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "leak.txt").write_text(f"{CLEAN}\n{NAME}", "utf-8")
    (tmp_path / "picture.png").write_bytes(PICTURE)
    return tmp_path


def run(folder: Path, *words: str, register: str = "R.json") -> Result:
    paths = [word if word.startswith("--") else str(folder / word) for word in words]
    return CliRunner().invoke(candour, ["check-open", *paths, "--register", str(folder / register)])


def answer(folder: Path, *words: str, code: int) -> dict[str, Any]:
    result = run(folder, *words, "--json")
    assert result.exit_code == code, result.output
    shape: dict[str, Any] = json.loads(result.stdout)
    return shape


def test_a_clean_file_is_clean(folder: Path) -> None:
    assert answer(folder, "clean.txt", code=0) == {
        "result": "clean",
        "files": [
            {
                "file": "clean.txt",
                "sha256": sha256(CLEAN.encode()).hexdigest(),
                "result": "clean",
                "leaks": [],
                "cannot": [],
                "warnings": [],
            }
        ],
    }


def test_a_leak_is_told_with_item_how_and_where_and_no_more(folder: Path) -> None:
    shape = answer(folder, "leak.txt", code=3)

    assert shape["result"] == "leak"
    assert shape["files"][0]["leaks"] == [{"item": "people[0].name", "how": "exact", "where": "line 2"}]


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_secrets_are_printed_only_when_asked_for(folder: Path, how: list[str]) -> None:
    assert SURNAME not in run(folder, "leak.txt", *how).output
    assert SURNAME in run(folder, "leak.txt", "--show", *how).output


def test_the_words_shown_are_as_a_person_would_read_them(folder: Path) -> None:
    (folder / "a.html").write_text(f"<p>{SURNAME[:4]}<b>{SURNAME[4:]}</b></p>", "utf-8")

    shape = json.loads(run(folder, "a.html", "--show", "--json").stdout)

    assert shape["files"][0]["leaks"][0]["words"] == SURNAME


def test_a_place_named_after_somebody_is_told_without_the_name(folder: Path) -> None:
    (folder / "a.docx").write_bytes(word_channels.BYTES["name of a part"])
    (folder / "a.html").write_text(f"<{SURNAME.lower()}-card {SURNAME.lower()}=''>", "utf-8")

    for name in ("a.docx", "a.html"):
        result = run(folder, name, "--json")
        assert result.exit_code == 3
        assert SURNAME.lower() not in result.output.lower()


def test_a_leak_weighs_more_than_a_file_unread_and_that_more_than_a_clean_one(folder: Path) -> None:
    assert answer(folder, "clean.txt", "picture.png", "leak.txt", code=3)["result"] == "leak"
    shape = answer(folder, "clean.txt", "picture.png", code=2)

    assert shape["result"] == "cannot_check"
    assert [one["result"] for one in shape["files"]] == ["clean", "cannot_check"]
    assert set(shape["error"]) == {"what", "where", "do"}


def test_a_file_that_is_not_there_could_not_be_checked(folder: Path) -> None:
    shape = answer(folder, "nowhere.txt", "clean.txt", code=2)

    assert [one["result"] for one in shape["files"]] == ["cannot_check", "clean"]
    assert shape["files"][0]["sha256"] is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("bytes.bin", bytes(range(256)) * 4),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("letter.rtf", b"{\\rtf1 hello}"),
        ("locked.pdf", pdf_channels.CANNOT["password"]),
        ("cut.docx", word_channels.CANNOT["cut off"]),
        ("pdf.txt", pdf_channels.CANNOT["image"]),
    ],
)
def test_what_cannot_be_read_is_never_clean(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)

    shape = answer(folder, name, code=2)

    assert shape["files"][0]["cannot"] != []


def test_a_file_is_read_by_what_it_is_and_not_by_its_name(folder: Path) -> None:
    (folder / "page.txt").write_bytes(pdf_channels.BYTES["note"])
    (folder / "text.pdf").write_text(NAME, "utf-8")

    assert answer(folder, "page.txt", code=3)["files"][0]["leaks"][0]["where"].startswith("object")
    assert answer(folder, "text.pdf", code=3)["files"][0]["leaks"][0]["where"] == "line 1"


def test_a_name_in_the_name_of_the_file_is_a_leak(folder: Path) -> None:
    (folder / f"{SURNAME} report.txt").write_text(CLEAN, "utf-8")

    shape = answer(folder, f"{SURNAME} report.txt", code=3)

    assert shape["files"][0]["leaks"][0]["where"] == "the name of the file"


def test_an_image_passes_once_a_person_has_looked_at_it(folder: Path) -> None:
    (folder / "page.html").write_text(
        f"<img src='data:image/png;base64,{base64.b64encode(PICTURE).decode()}'>"
    )
    seal = sha256(PICTURE).hexdigest()
    unread = answer(folder, "page.html", code=2)["files"][0]["cannot"]
    seen = SHAPE | {"seen_images": [{"sha256": seal, "by": "Invented Reader", "on": "2026-11-22"}]}
    (folder / "R.json").write_text(json.dumps(seen), "utf-8")

    assert seal in unread[0]["why"]
    assert answer(folder, "page.html", code=0)["result"] == "clean"
    assert answer(folder, "picture.png", code=0)["result"] == "clean"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_an_image_of_a_document_passes_by_the_hash_that_the_answer_gives(folder: Path, name: str) -> None:
    channels = word_channels if name == "a.docx" else pdf_channels
    (folder / name).write_bytes(channels.CANNOT["image"])
    (unread,) = answer(folder, name, code=2)["files"][0]["cannot"]
    seal = unread["why"].split("sha256 ")[1].rstrip(")")
    seen = SHAPE | {"seen_images": [{"sha256": seal, "by": "Invented Reader", "on": "2026-11-22"}]}
    (folder / "R.json").write_text(json.dumps(seen), "utf-8")

    assert answer(folder, name, code=0)["result"] == "clean"


def test_strict_makes_a_warning_a_thing_unchecked(folder: Path) -> None:
    (folder / "page.html").write_text("<html><img src='https://example.org/a.png'>", "utf-8")

    loose, strict = answer(folder, "page.html", code=0), answer(folder, "page.html", "--strict", code=2)

    assert len(loose["files"][0]["warnings"]) == 1
    assert strict["result"] == "cannot_check"


def test_a_canary_that_is_missed_means_that_nothing_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(canaries.CANARIES, "canary.txt", lambda: b"There is no secret here.")

    shape = answer(folder, "clean.txt", code=2)

    assert "known-bad file canary.txt" in shape["files"][0]["cannot"][0]["why"]


def test_a_reader_that_fails_means_that_nothing_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> bytes:
        raise RuntimeError

    monkeypatch.setitem(canaries.CANARIES, "canary.pdf", fail)

    assert answer(folder, "clean.txt", code=2)["files"][0]["cannot"][0]["where"] == "the checker itself"


def test_an_item_that_its_own_register_allows_cannot_be_checked(folder: Path) -> None:
    (folder / "R.json").write_text(json.dumps(SHAPE | {"allow": [NAME]}), "utf-8")

    assert "people[0].name" in answer(folder, "clean.txt", code=2)["files"][0]["cannot"][0]["why"]


@pytest.mark.parametrize(
    ("register", "what"),
    [("{}", "empty"), ("not json", "JSON"), ('{"peeple": []}', "peeple"), (None, "could not be opened")],
)
def test_a_register_that_is_none_is_told_in_a_sentence(folder: Path, register: str | None, what: str) -> None:
    if register is not None:
        (folder / "S.json").write_text(register, "utf-8")

    result = run(folder, "clean.txt", "--json", register="S.json")

    assert result.exit_code == 2
    assert what in json.loads(result.stdout)["error"]["what"]


def test_people_read_a_verdict_and_each_place(folder: Path) -> None:
    lines = run(folder, "leak.txt", "picture.png", "clean.txt").stdout.splitlines()

    assert lines[0].startswith("leak.txt: leak.")
    assert lines[1] == "  people[0].name (exact) in line 2"
    assert lines[2].startswith("picture.png: cannot be checked")
    assert lines[-1] == "clean.txt: clean. Nothing of the register was found."


def test_the_register_is_asked_for() -> None:
    result = CliRunner().invoke(candour, ["check-open", "x.txt"])

    assert result.exit_code == 2
    assert "--register" in result.output
