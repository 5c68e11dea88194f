"""A file that is handed over is read as it was written, or refused in a sentence where it is not sound."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from candour.domain.trouble import Trouble
from candour.files.bundles.sealing import MANIFEST, SIGNATURE, packed
from candour.files.handovers import Answers, Said, read_handover, write_handover
from candour.files.handovers.contents import Decided
from candour.files.handovers.plain import value_from
from candour.files.zips import Archive

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
SAID = Said("challenge:1", "decision:1", "question", "Why?", date(2014, 6, 6), "", "", taken_back=False)
ANSWERS = Answers("northmoor", "f" * 64, datetime(2014, 6, 6, 9, tzinfo=UTC), (SAID,))


def _signed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The answers, changed by whoever holds the key."""
    listed = json.loads(Archive(write_handover(ANSWERS, KEY)).read(MANIFEST))
    change(listed)
    manifest = json.dumps(listed).encode()
    return packed([(MANIFEST, manifest), (SIGNATURE, base64.b64encode(KEY.sign(manifest)))])


def test_what_is_read_is_what_was_written() -> None:
    stranger = Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)).public_key()

    assert read_handover(write_handover(ANSWERS, KEY), [stranger, KEY.public_key()]) == (ANSWERS, 1)


def test_the_same_contents_give_the_same_bytes() -> None:
    assert write_handover(ANSWERS, KEY) == write_handover(ANSWERS, KEY)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda listed: listed.update(version=2), "of version 2"),
        (lambda listed: listed.update(kind="report"), "a kind not known"),
        (lambda listed: listed["contents"].pop("to_key"), "not in order"),
        (lambda listed: listed["contents"].update(secret="x"), "a field not known"),
        (lambda listed: listed["contents"].update(made_at="2014-06-06T09:00"), "without its zone"),
        (lambda listed: listed["contents"]["said"][0].update(taken_back=0), "bool expected"),
        (lambda listed: listed["contents"]["said"][0].update(words="a\0b"), "no words have"),
        (lambda listed: listed["contents"].update(said={}), "list expected"),
    ],
)
def test_a_signed_file_that_is_not_in_order_is_refused(
    change: Callable[[dict[str, Any]], object], says: str
) -> None:
    with pytest.raises(Trouble, match=says):
        read_handover(_signed(change), [KEY.public_key()])


def test_a_decision_written_before_a_field_was_added_is_read_with_nothing_in_it() -> None:
    kinds = get_type_hints(Decided)
    sample = {"": "x", "date": "2014-06-06", "dict": {}, "list": []}
    listed = {one.name: sample[_shape(kinds[one.name])] for one in fields(Decided) if not one.metadata}

    read = value_from(Decided, listed)

    assert (read.why_not, read.considered, read.words_then) == ({}, {}, "")
    with pytest.raises(KeyError, match="reasons"):
        value_from(Decided, {name: said for name, said in listed.items() if name != "reasons"})


def _shape(kind: object) -> str:
    said = str(kind)
    return "dict" if "Mapping" in said else "list" if "tuple" in said else "date" if "date" in said else ""


def test_nothing_travels_beside_the_manifest() -> None:
    archive = Archive(write_handover(ANSWERS, KEY))
    parts = [(name, archive.read(name)) for name in archive.names]
    with pytest.raises(Trouble, match="other parts"):
        read_handover(packed([*parts, ("closed.pdf", b"%PDF")]), [KEY.public_key()])
