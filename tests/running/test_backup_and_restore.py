"""A backup from one database stands again in the other, and says so when it is not what was promised."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from candour.kernel.archive.sealed_file import read_key, seal, unseal
from tests.databases import SOCKET
from tests.must_have import without
from tests.running.homes import Installation, founded, fresh_database, installation

__all__ = ["founded", "installation"]
pytestmark = pytest.mark.slow

A_REVIEW_WITH_A_PAPER = """
from django.utils import timezone
from candour.domain.access import Can
from tests.kernel.papers_kept import keep_paper
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review, Seat
ann, board = Person.objects.get(), Organisation.objects.get()
review = Review.objects.create(year=2014, number=3, title="Child Wren", board=board,
    regime="eng.scr.wt2013", method="learning-together", opened_on="2014-05-19", invented=True)
Seat.objects.create(review=review, person=ann, role="manager", given_at=timezone.now(), given_by="tests")
police = Organisation.objects.create(name="Fenshire Police", slug="police", kind="agency", board=board)
keep_paper(by=ann, review=review, agency=police, name="police.csv", content=b"a,b\\n1,2\\n",
    needs=Can.SEND_RETURN)
"""
READS_IT = """
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Organisation
assert Paper.objects.get().read() == b"a,b\\n1,2\\n"
Organisation.objects.create(name="The next", slug="next", kind="national")  # numbers go on after the last
"""


def without_a_row(backup: Path, key: bytes, table: str) -> Path:
    """The same backup, sealed again, with one row fewer of a table."""
    plain, fewer = io.BytesIO(), io.BytesIO()
    with backup.open("rb") as source:
        unseal(source, plain, key)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(fewer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == f"rows/{table}.jsonl":
                content = b"".join(content.splitlines(keepends=True)[:-1])
            new.writestr(name, content)
    fewer.seek(0)
    out = backup.with_name(f"without-{table}.candour")
    with out.open("wb") as target:
        seal(fewer, target, key)
    return out


def test_a_backup_stands_again_in_the_other_database(installation: Installation, tmp_path: Path) -> None:
    """One story, because each step costs a process."""
    installation.ended(installation.python(A_REVIEW_WITH_A_PAPER))
    key, out = tmp_path / "key", tmp_path / "all.candour"
    key.write_bytes((installation.folder / "keys" / "backup_key").read_bytes())
    taken = answer(installation.run("backup", "--by", "ann", "--out", str(out), "--json"))
    assert set(taken) == {"file", "sha256", "rows", "papers", "audit_head"}
    assert (taken["papers"], taken["rows"]["papers_paper"], taken["rows"]["audit_line"]) == (1, 1, 3)
    installation.run("backup", "--by", "ann", "--out", str(out), code=2)  # nothing is written over

    other = in_the_other_database(installation, tmp_path / "again")
    into = other.environment.get("DATABASE_URL", str(other.folder))
    restoring = ("restore", str(out), "--key-file", str(key), "--into", into, "--home", str(other.folder))
    restored = answer(other.run(*restoring, "--json"))
    assert restored == {**taken, "differs": []}
    other.ended(other.python(READS_IT))
    assert "is not empty" in other.run(*restoring, code=2).stderr
    other.ended(other.python(READS_IT.replace("The next", "Another").replace("next", "another")))

    tried = ("--key-file", str(key), "--check", "--json")
    lost = answer(
        other.run("restore", str(without_a_row(out, read_key(key), "reviews.seat")), *tried, code=3)
    )
    assert lost["differs"] == ["reviews_seat has 0 rows, not 1"]
    unfit = answer(
        other.run("restore", str(without_a_row(out, read_key(key), "people.person")), *tried, code=3)
    )
    assert unfit["rows"] == {}
    assert "do not fit together" in unfit["differs"][0]


def in_the_other_database(installation: Installation, folder: Path) -> Installation:
    if "DATABASE_URL" in installation.environment:
        return Installation(folder, "")
    if SOCKET not in os.environ:
        without("postgresql", "the other database is not here")
    return Installation(folder, fresh_database(f"again_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"))


def answer(done: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("spoil", ["key", "changed", "not there"])
def test_a_backup_that_does_not_open_leaves_nothing_behind(tmp_path: Path, spoil: str) -> None:
    """Needs no installation: the file is opened before anything is made."""
    key, out, into = tmp_path / "key", tmp_path / "all.candour", tmp_path / "into"
    key.write_bytes(b"a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=\n")
    sealed = io.BytesIO()
    seal(io.BytesIO(b"rows" * 100), sealed, b"o" * 32 if spoil == "key" else read_key(key))
    content = sealed.getvalue()
    if spoil != "not there":
        out.write_bytes(content[:60] + b"?" + content[61:] if spoil == "changed" else content)
    here = Installation(into, "")

    done = here.run("restore", str(out), "--key-file", str(key), "--into", str(into), "--json", code=2)
    error = answer(done)["error"]
    assert error["what"].endswith(".")
    assert error["do"]
    assert sorted(path.name for path in tmp_path.iterdir()) == (
        ["key"] if spoil == "not there" else ["all.candour", "key"]
    )
