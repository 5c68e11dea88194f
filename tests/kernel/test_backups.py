"""A sealed file opens whole, with its own key, or not at all; and rows keep every digit."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.config.home import lay_out
from candour.config.own_packs import own_packs
from candour.domain.packs.opening import Kind, pack_names
from candour.domain.trouble import Trouble
from candour.kernel.archive import sealed_file
from candour.kernel.archive.backup import _refuse_without, take_backup
from candour.kernel.archive.opening import open_backup, unpack_home
from candour.kernel.archive.rows import counts, kept_models, put_back, rows_of
from candour.kernel.archive.sealed_file import new_key, read_key, seal, unseal
from candour.kernel.audit.acting import read
from candour.kernel.audit.models import Line
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Post
from tests.cast import Cast
from tests.invented_law import NAME, folder_with

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    out = io.BytesIO()
    seal(io.BytesIO(content), out, key)
    return out.getvalue()


def opened(content: bytes, key: bytes = KEY) -> bytes:
    out = io.BytesIO()
    unseal(io.BufferedReader(io.BytesIO(content)), out, key)  # type: ignore[arg-type]  # bytes read alike
    return out.getvalue()


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_file, "PIECE", 16)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 32, 100])
def test_what_is_sealed_opens_again(length: int) -> None:
    content = b"c" * length
    assert opened(sealed(content)) == content
    assert content not in sealed(content) or length < 2


@given(st.data())
def test_no_byte_is_changed_and_no_end_is_cut_unseen(data: st.DataObject) -> None:
    whole = sealed(b"rows and papers " * 4)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    for spoilt in (changed, whole[:at], whole + b"x"):
        with pytest.raises(Trouble):
            opened(spoilt)


def test_pieces_cannot_change_places() -> None:
    start, piece = len(sealed_file.MAGIC) + sealed_file.NONCE_START, 4 + 16 + 16
    whole = sealed(b"a" * 16 + b"b" * 16 + b"c" * 16)
    first, second = whole[start : start + piece], whole[start + piece : start + 2 * piece]
    with pytest.raises(Trouble, match="changed or cut off"):
        opened(whole[:start] + second + first + whole[start + 2 * piece :])


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Trouble, match="the key is another"):
        opened(sealed(b"rows"), OTHER_KEY)


def test_a_key_is_written_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "key"
    new_key(place)
    assert len(read_key(place)) == 32
    assert place.stat().st_mode & 0o077 == 0
    with pytest.raises(Trouble, match="is there already"):
        new_key(place)


@pytest.mark.parametrize("words", [b"", b"not a key", b"\xff" * 40])
def test_a_file_that_holds_no_key_is_named(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "key").write_bytes(words)
    for path in (tmp_path / "key", tmp_path / "nowhere", tmp_path):
        with pytest.raises(Trouble, match="holds no backup key"):
            read_key(path)


def backup_of(tmp_path: Path, files: dict[str, bytes]) -> Path:
    plain, out = tmp_path / "made.zip", tmp_path / "made.candour"
    with zipfile.ZipFile(plain, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    with plain.open("rb") as source, out.open("wb") as target:
        seal(source, target, KEY)
    return out


def test_a_backup_of_a_newer_candour_is_refused(tmp_path: Path) -> None:
    made = backup_of(tmp_path, {"manifest.json": json.dumps({"version": 99}).encode()})
    with pytest.raises(Trouble, match="newer Candour"):
        open_backup(made, KEY, tmp_path / "plain")


def test_a_backup_writes_nothing_outside_its_folder(tmp_path: Path) -> None:
    backup_of(tmp_path, {"home/../../escaped": b"x"})
    (tmp_path / "in" / "home").mkdir(parents=True)
    with pytest.raises(Trouble, match="outside its folder"):
        unpack_home(tmp_path / "made.zip", tmp_path / "in" / "home")
    assert not (tmp_path / "escaped").exists()


@pytest.mark.django_db
def test_an_installation_s_own_packs_come_back_with_it_and_are_found(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("candour.domain.packs.opening._also", [tmp_path / "law"])
    law = folder_with(tmp_path / "law") / "regimes" / f"{NAME}.toml"
    (law.parent / "note.txt").write_text("no pack", "utf-8")
    monkeypatch.setattr(sealed_file, "PIECE", 2**20)
    monkeypatch.setattr(
        "candour.kernel.archive.backup.hold_still", lambda: None
    )  # a test is in a transaction
    take_backup(tmp_path / "made", KEY, folder=settings.HOME.folder)
    home = lay_out(tmp_path / "again")
    open_backup(tmp_path / "made", KEY, tmp_path / "plain")
    unpack_home(tmp_path / "plain", home.folder)

    assert [path.name for path in home.packs.rglob("*.*")] == [law.name]
    assert (home.packs / "regimes" / law.name).read_bytes() == law.read_bytes()
    own_packs(str(home.packs))
    assert NAME in pack_names(Kind.REGIMES)


@pytest.mark.django_db
def test_rows_come_back_digit_for_digit(cast: Cast) -> None:
    """Found by trying: times lost their last three digits, so no restored record ever verified."""
    at = datetime(2014, 6, 4, 9, 30, 1, 123456, tzinfo=UTC)
    Post.objects.filter(person=cast.chair).update(given_at=at)
    read("opened_chronology", by=cast.lead, on=cast.review)

    before = {model: list(rows_of(model)) for model in kept_models()}
    post = next(row for row in before[Post] if '"123456' in row or ".123456" in row)
    Post.objects.filter(person=cast.chair).delete()
    put_back(iter([post]))

    assert {model: list(rows_of(model)) for model in kept_models()} == before
    line = json.loads(before[Line][0])["fields"]["at"]
    assert datetime.fromisoformat(line) == Line.objects.get().at


@pytest.mark.django_db
def test_tables_that_only_link_are_counted_too() -> None:
    assert "notify_notification_agencies" in counts()
    assert not {"django_session", "axes_accessattempt", "django_tasks_database_dbtaskresult"} & set(counts())


@pytest.mark.django_db
def test_no_backup_hides_a_paper_that_is_gone(cast: Cast) -> None:
    at = datetime(2014, 6, 4, tzinfo=UTC)
    sha256 = "a" * 64
    Paper.objects.create(
        review=cast.review, name="police.xlsx", sha256=sha256, size=1, kept_at=at, kept_by="t"
    )
    _refuse_without([sha256])
    with pytest.raises(Trouble, match="no longer on the shelf") as caught:
        _refuse_without([])
    assert "police.xlsx" in str(caught.value.where)
