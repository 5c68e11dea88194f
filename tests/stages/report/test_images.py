"""An image that no program can read: a person signs that they looked, and the check lets that one pass."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.leaks import Finder
from candour.domain.leaks.register import read
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import Checked, Verdict, check
from candour.kernel.reviews.models import Review
from candour.stages.report.actions.images import sign_for_image, take_back_image
from candour.stages.report.models import SeenImage
from candour.stages.report.releasing.register_shape import register_of, register_shape
from tests.cast import Cast
from tests.stages.report.written import write_report

IMAGES = "/reviews/2014-003/report/images/"


def picture(grey: int) -> bytes:
    """A picture of one dot, as a PNG."""

    def chunk(kind: bytes, inner: bytes) -> bytes:
        return struct.pack(">I", len(inner)) + kind + inner + struct.pack(">I", zlib.crc32(kind + inner))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = zlib.compress(bytes([0, grey]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def checked(folder: Path, review: Review, image: bytes) -> Checked:
    """A page of others with a picture in it, by the register as `candour register` writes it."""
    page = folder / "theirs.html"
    source = b64encode(image).decode()
    drawn = f'<img alt="A map" src="data:image/png;base64,{source}">'
    page.write_text(f'<!doctype html><html lang="en"><title>A map</title>{drawn}')
    register = read(json.loads(json.dumps(register_shape(register_of(review)))))
    (answer,) = check([page], register, Finder(register), strict=False)
    return answer


def test_a_picture_passes_when_somebody_signed_for_it_and_only_that_one(cast: Cast, tmp_path: Path) -> None:
    write_report(cast)
    one, other = picture(7), picture(8)
    seal = hashlib.sha256(one).hexdigest()
    before = checked(tmp_path, cast.review, one)
    assert before.verdict is Verdict.CANNOT
    assert f"(sha256 {seal})" in " ".join(unread.why for unread in before.cannot)

    looked = {"where": "a letter, page 1", "shows": "A map of no place.", "seen_on": date(2014, 6, 3)}
    image = sign_for_image(by=cast.checker, review=cast.review, sha256=f" {seal.upper()} ", **looked)
    assert checked(tmp_path, cast.review, one).verdict is Verdict.CLEAN
    assert checked(tmp_path, cast.review, other).verdict is Verdict.CANNOT
    assert register_shape(register_of(cast.review))["seen_images"] == [
        {"sha256": seal, "by": cast.checker.name, "on": "2014-06-03"}
    ]
    take_back_image(by=cast.lead, image=image)
    assert checked(tmp_path, cast.review, one).verdict is Verdict.CANNOT


def test_what_is_no_hash_or_signed_for_already_is_refused_and_so_is_who_sees_no_source(cast: Cast) -> None:
    looked = {"review": cast.review, "where": "p. 1", "shows": "A map.", "seen_on": date(2014, 6, 3)}
    with pytest.raises(Trouble, match="no SHA-256"):
        sign_for_image(by=cast.lead, sha256="abc", **looked)
    sign_for_image(by=cast.lead, sha256="a" * 64, **looked)
    with pytest.raises(Trouble, match="already"):
        sign_for_image(by=cast.checker, sha256="a" * 64, **looked)
    with pytest.raises(PermissionDenied):
        sign_for_image(by=cast.chair, sha256="b" * 64, **looked)


def test_the_page_lists_signs_and_takes_back(cast: Cast, client: Client) -> None:
    write_report(cast)
    client.force_login(cast.checker)
    assert "No image is signed for." in client.get(IMAGES).content.decode()
    said = {"sha256": "c" * 64, "where": "a letter, page 1", "shows": "A map.", "seen_on": "1 January 2099"}
    assert "not over yet" in client.post(f"{IMAGES}sign/", said).content.decode()
    assert client.post(f"{IMAGES}sign/", {**said, "seen_on": "3 June 2014"}).status_code == 302
    shown = client.get(IMAGES).content.decode()
    assert "One image stands in the register" in shown
    assert "c" * 64 in shown
    assert str(cast.checker) in shown
    client.post(f"{IMAGES}{SeenImage.objects.get().pk}/take-back/")
    assert "Taken back" in client.get(IMAGES).content.decode()
    for person, status in ((cast.chair, 403), (cast.family, 403), (cast.outsider, 404)):
        client.force_login(person)
        assert client.get(IMAGES).status_code == status
