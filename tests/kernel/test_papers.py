"""Papers: the bytes that came are the bytes that are read, or the reader is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.papers import keeping, shelf
from candour.kernel.papers.models import Paper
from tests.cast import Cast
from tests.kernel.papers_kept import keep_paper

pytestmark = pytest.mark.django_db
BYTES = bytes(range(256)) * 3


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
    return tmp_path / "papers"


def kept(cast: Cast, content: bytes = BYTES) -> Paper:
    sent = {"by": cast.manager, "review": cast.review, "agency": cast.police}
    return keep_paper(**sent, name="police.xlsx", content=content, needs=Can.SEND_RETURN)


def test_a_paper_is_kept_byte_for_byte(cast: Cast) -> None:
    paper = kept(cast)
    assert (paper.read(), paper.size) == (BYTES, len(BYTES))
    line = Line.objects.get()
    assert (line.did, line.thing, line.why) == ("kept_paper", f"papers.paper:{paper.pk}", "police.xlsx")


def test_the_same_bytes_lie_on_the_shelf_once_and_cannot_be_written_over(cast: Cast) -> None:
    place = shelf.place_of(kept(cast).sha256)
    kept(cast)
    assert shelf.everything() == [place.name]
    assert not os.stat(place).st_mode & 0o222


@pytest.mark.parametrize(
    ("spoil", "says"), [(b"other bytes", "was changed"), (None, "no longer on the shelf")]
)
def test_a_paper_that_is_not_what_came_is_not_given_out(cast: Cast, spoil: bytes | None, says: str) -> None:
    paper = kept(cast)
    place = shelf.place_of(paper.sha256)
    place.unlink()
    if spoil is not None:
        place.write_bytes(spoil)

    with pytest.raises(Trouble, match=says):
        paper.read()


def test_a_spoilt_file_is_mended_when_the_same_bytes_come_again(cast: Cast) -> None:
    """Found by trying: what lay under the name was taken for the bytes without looking."""
    place = shelf.place_of(kept(cast).sha256)
    place.chmod(0o600)
    place.write_bytes(b"")

    assert kept(cast).read() == BYTES


def test_a_crash_after_the_bytes_leaves_no_row_and_no_harm(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(content: bytes) -> str:
        shelf.keep_bytes(content)
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "keep_bytes", crash)
        with pytest.raises(MemoryError):
            kept(cast)

    assert not Paper.objects.exists()
    assert not Line.objects.exists()
    assert kept(cast).read() == BYTES


def test_a_crash_while_writing_leaves_nothing_that_could_be_taken_for_a_paper(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crash)
        with pytest.raises(OSError, match="no space"):
            kept(cast)

    assert shelf.everything() == []
    assert [path for path in shelf.shelf().rglob("*") if path.is_file()] == [], "no half file stays"
