"""Bundles: what is signed is what is read, and everything else is refused with a reason."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from candour.domain.disclosure import Audience, ShownParagraph, ShownPart, Standing, View
from candour.domain.trouble import Trouble
from candour.files.bundles import (
    Bundle,
    OpenFile,
    Paragraph,
    ParagraphKind,
    Withdrawal,
    new_keys,
    paragraphs_of,
    private_key_from,
    public_key_from,
    read_bundle,
    seal_of,
    words_of,
    write_bundle,
)
from candour.files.bundles.manifest import manifest_of
from candour.files.bundles.sealing import MANIFEST, MOST, SIGNATURE, packed
from tests.bundles_made import FIGURE, PAGE, PDF, made_bundle, made_withdrawal

Keys = tuple[Ed25519PrivateKey, Ed25519PublicKey]


@pytest.fixture(scope="module")
def keys() -> Keys:
    private, public = new_keys()
    return private_key_from(private), public_key_from(public)


def signed(manifest: bytes, keys: Keys, **parts: bytes) -> bytes:
    """A bundle whose manifest is truly signed, whatever it says."""
    signature = base64.b64encode(keys[0].sign(manifest))
    named = [(name.replace("_", "."), content) for name, content in parts.items()]
    return packed([(MANIFEST, manifest), (SIGNATURE, signature), *named])


def changed_manifest(**changes: object) -> bytes:
    return json.dumps({**json.loads(manifest_of(made_bundle())), **changes}).encode()


def refusal(data: bytes, keys: Keys) -> str:
    with pytest.raises(Trouble) as refused:
        read_bundle(data, keys[1])
    assert refused.value.do
    return refused.value.what


@pytest.mark.parametrize("contents", [made_bundle(), made_withdrawal()], ids=["report", "withdrawal"])
def test_what_was_sent_is_what_is_read(contents: Bundle | Withdrawal, keys: Keys) -> None:
    assert read_bundle(write_bundle(contents, keys[0]), keys[1]) == contents


def test_a_corrected_report_with_a_word_document_and_a_figure_is_read_again(keys: Keys) -> None:
    contents = made_bundle(
        files=(OpenFile("report.docx", b"PK invented"),),
        paragraphs=(Paragraph("1", "Nine of 40.", under=(FIGURE,)),),
        corrected="Paragraph 1 said ten.",
        replaces=date(2014, 10, 20),
    )

    assert read_bundle(write_bundle(contents, keys[0]), keys[1]) == contents
    assert json.loads(manifest_of(contents))["version"] == 2
    assert "Full record asked for" in words_of(contents)
    with pytest.raises(ValueError, match="what was corrected"):
        made_bundle(replaces=date(2014, 10, 20))


def test_a_bundle_of_old_keeps_its_seal(keys: Keys) -> None:
    """As it was before there were Word documents: a reading room that has it knows it again."""
    assert json.loads(manifest_of(made_bundle()))["version"] == 1
    assert seal_of(made_bundle()) == "cb7f54a4d7dfee38910409e693437e2647f3ffe304cdb03a836afc824ae11260"


def test_the_same_contents_give_the_same_bytes(keys: Keys) -> None:
    assert write_bundle(made_bundle(), keys[0]) == write_bundle(made_bundle(), keys[0])
    assert seal_of(made_bundle()) != seal_of(made_bundle(edition=2))


def test_a_bundle_of_another_installation_is_refused(keys: Keys) -> None:
    stranger = private_key_from(new_keys()[0])

    assert "not signed by this installation" in refusal(write_bundle(made_bundle(), stranger), keys)


@pytest.mark.parametrize("old", [b"Child Wren", b"invented for a test"])
def test_a_changed_byte_is_noticed(old: bytes, keys: Keys) -> None:
    """In the manifest and in a file; the zip's own check sums are set right by the forger."""
    manifest = manifest_of(made_bundle())
    signature = base64.b64encode(keys[0].sign(manifest))
    parts = [(MANIFEST, manifest), ("report.html", PAGE), ("report.pdf", PDF)]
    forged = [(name, content.replace(old, old.swapcase())) for name, content in parts]

    why = refusal(packed([(SIGNATURE, signature), *forged]), keys)

    assert "not signed" in why or "differs from the one that was signed" in why


def test_a_listed_file_that_is_missing_is_named(keys: Keys) -> None:
    why = refusal(signed(manifest_of(made_bundle()), keys, report_html=PAGE), keys)

    assert why == "The file report.pdf is missing from the bundle."


def test_a_part_that_nobody_signed_is_refused(keys: Keys) -> None:
    stuffed = signed(manifest_of(made_bundle()), keys, report_html=PAGE, report_pdf=PDF, extra_html=b"x")

    assert "does not list: extra.html" in refusal(stuffed, keys)


def test_a_newer_version_says_to_bring_the_reading_room_up(keys: Keys) -> None:
    assert "is of version 3" in refusal(signed(changed_manifest(version=3), keys), keys)


@pytest.mark.parametrize("path", ["../settings.html", "/etc/report.html", "a/b.pdf", "manifest.json", "x.js"])
def test_a_path_outside_the_bundle_is_refused_even_when_signed(path: str, keys: Keys) -> None:
    size, seal = len(PDF), OpenFile("report.pdf", PDF).sha256
    listed = [{"path": path, "kind": "pdf", "bytes": size, "sha256": seal}]
    manifest = changed_manifest(files=listed)
    parts = [(MANIFEST, manifest), (SIGNATURE, base64.b64encode(keys[0].sign(manifest)))]
    inside = packed([*parts, *([(path, PDF)] if path != MANIFEST else [])])

    assert any(
        words in refusal(inside, keys)
        for words in (
            "names a place outside itself",
            "is not a file name of a bundle",
            "differs from the one",
        )
    )


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04 cut short", packed([("a.txt", b"a")])], ids=repr
)
def test_what_is_no_bundle_is_refused(data: bytes, keys: Keys) -> None:
    assert refusal(data, keys).endswith(".")


def test_a_bundle_over_the_limit_is_not_even_opened(keys: Keys) -> None:
    assert "too big" in refusal(b"PK" + bytes(MOST), keys)


@pytest.mark.parametrize(
    "wrong",
    [
        {"released_on": "soon"},
        {"edition": True},
        {"findings": [{"number": 1}]},
        {"kind": "poem"},
        {"files": 3},
    ],
    ids=str,
)
def test_a_signed_list_that_is_not_in_order_is_refused(wrong: dict[str, object], keys: Keys) -> None:
    bundle = signed(changed_manifest(**wrong), keys, report_html=PAGE, report_pdf=PDF)

    assert "manifest is not in order" in refusal(bundle, keys)


def test_an_answer_or_paragraph_stands_by_a_finding_that_is_there() -> None:
    with pytest.raises(ValueError, match="there is no finding 9"):
        made_bundle(paragraphs=(Paragraph("1", "Stray.", finding=9),))


def test_one_address_serves_a_review_however_its_number_is_written() -> None:
    assert made_bundle(review="2014/003").address == "2014-003"
    with pytest.raises(ValueError, match="is not a review number"):
        made_bundle(review="../2014")


def test_a_key_that_cannot_be_read_says_which(keys: Keys) -> None:
    with pytest.raises(Trouble, match="The public key for bundles cannot be read"):
        public_key_from(b"not a key")


def test_all_words_made_public_beside_the_files_can_be_searched() -> None:
    words = words_of(made_bundle(changed="Answers were added."))

    for public in ("Child Wren", "closed plan", "what matters.", "Independent chair", "Answers were added."):
        assert public in words
    assert "%PDF" not in words
    assert "A paragraph could identify" in words_of(made_withdrawal())


def test_only_the_open_view_gives_paragraphs() -> None:
    shown = (ShownParagraph(1, "Open words.", Standing.OPEN), ShownParagraph(2, "The gist.", Standing.GIST))
    view = View("Child Wren", "2014/003", Audience.OPEN, True, (ShownPart("Findings", shown),))

    assert paragraphs_of(view, {2: 1}) == (
        Paragraph("1", "Open words.", part="Findings"),
        Paragraph("2", "The gist.", ParagraphKind.GIST, part="Findings", finding=1),
    )
    with pytest.raises(ValueError, match="only the open report"):
        paragraphs_of(replace(view, audience=Audience.CLOSED), {})
