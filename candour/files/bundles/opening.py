"""Open a bundle, believing nothing before its signature is checked, and refuse it with a plain reason."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from candour.domain.trouble import Trouble
from candour.files.bundles.contents import Bundle, Withdrawal
from candour.files.bundles.manifest import VERSION, contents_from
from candour.files.bundles.sealing import MANIFEST, MOST, SIGNATURE
from candour.files.unreadable import Unreadable
from candour.files.zips import Archive

_SEND_AGAIN = "Send the bundle again from the installation that released the report."
_MOST_MANIFEST = 8 * 2**20


def read_bundle(data: bytes, public_key: Ed25519PublicKey) -> Bundle | Withdrawal:
    """What a bundle holds, its signature and every file checked. Raises Trouble with the reason."""
    if len(data) > MOST:
        raise _refused(f"The bundle is too big: more than {MOST // 2**20} MB.")
    if not data.startswith(b"PK"):
        raise _refused("This is not a bundle: it is not a zip file.")
    try:
        archive = Archive(data)
        listed = _signed_list(archive, public_key)
        return _contents(archive, listed)
    except Unreadable as unreadable:
        raise _refused(f"The bundle {unreadable.why}.") from unreadable


def _signed_list(archive: Archive, public_key: Ed25519PublicKey) -> dict[str, Any]:
    if MANIFEST not in archive or SIGNATURE not in archive:
        raise _refused("This is not a bundle: it has no manifest or no signature.")
    manifest = archive.read(MANIFEST)
    if len(manifest) > _MOST_MANIFEST:
        raise _refused("The bundle's manifest is too big.")
    try:
        public_key.verify(base64.b64decode(archive.read(SIGNATURE).strip(), validate=True), manifest)
    except (InvalidSignature, binascii.Error) as unsigned:
        raise _refused("The bundle is not signed by this installation, or was changed after.") from unsigned
    return _listed(manifest)


def _listed(manifest: bytes) -> dict[str, Any]:
    try:
        listed = json.loads(manifest)
        version = listed["version"]
    except (ValueError, TypeError, KeyError, RecursionError) as strange:
        raise _out_of_order("it cannot be read") from strange
    if version not in range(1, VERSION + 1):
        raise Trouble(
            f"The bundle is of version {version}; this reading room reads versions 1 to {VERSION}.",
            do="Bring the reading room up to the version of the installation that sent it.",
        )
    assert isinstance(listed, dict)
    return listed


def _contents(archive: Archive, listed: dict[str, Any]) -> Bundle | Withdrawal:
    try:
        files = {one["path"]: one for one in listed.get("files", [])}
        # A part that is not listed is not signed either.
        if unlisted := set(archive.names) - set(files) - {MANIFEST, SIGNATURE}:
            raise _refused(f"The bundle holds a part that its manifest does not list: {min(unlisted)}.")
        contents = contents_from(listed, lambda path: _checked(archive, path, files[path]))
    except (KeyError, TypeError, ValueError, AttributeError) as strange:
        raise _out_of_order(str(strange) or "a part is missing") from strange
    return contents


def _checked(archive: Archive, path: str, expected: dict[str, Any]) -> bytes:
    if path not in archive:
        raise _refused(f"The file {path} is missing from the bundle.")
    content = archive.read(path)
    if (len(content), hashlib.sha256(content).hexdigest()) != (expected["bytes"], expected["sha256"]):
        raise _refused(f"The file {path} differs from the one that was signed.")
    return content


def _out_of_order(why: str) -> Trouble:
    return _refused(f"The bundle's manifest is not in order: {why}.")


def _refused(why: str) -> Trouble:
    return Trouble(why, do=_SEND_AGAIN)
