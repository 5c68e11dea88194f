"""Write and open a hand-over: a zip of a manifest and its signature, which is checked before all else."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from candour.domain.trouble import Trouble
from candour.files.bundles.sealing import MANIFEST, SIGNATURE, packed
from candour.files.handovers.contents import Answers, HandOver
from candour.files.handovers.plain import plain, value_from
from candour.files.unreadable import Unreadable
from candour.files.zips import Archive

VERSION = 1
KINDS: dict[str, type[HandOver] | type[Answers]] = {"hand_over": HandOver, "answers": Answers}
MOST = 60 * 2**20
_SEND_AGAIN = "Ask the installation that sent it for a new file. Nothing was taken in."


def write_handover(contents: HandOver | Answers, private_key: Ed25519PrivateKey) -> bytes:
    """The file's bytes, signed. The same contents give the same bytes."""
    kind = next(name for name, one in KINDS.items() if isinstance(contents, one))
    listed = {"version": VERSION, "kind": kind, "contents": plain(contents)}
    manifest = json.dumps(listed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    signature = base64.b64encode(private_key.sign(manifest)) + b"\n"
    written = packed([(MANIFEST, manifest), (SIGNATURE, signature)])
    if len(written) > MOST:
        raise Trouble(
            f"There is more to hand over than {MOST // 2**20} MB, which nobody takes in.",
            do="Shorten what is longest: what happened, harm, reasons.",
        )
    return written


def read_handover(data: bytes, keys: Sequence[Ed25519PublicKey]) -> tuple[HandOver | Answers, int]:
    """What a file holds, and which of the keys it is signed with. Raises Trouble with the reason."""
    if len(data) > MOST:
        raise _refused(f"The file is too big: more than {MOST // 2**20} MB.")
    if not data.startswith(b"PK"):
        raise _refused("This is not a file that was handed over: it is not a zip file.")
    try:
        archive = Archive(data)
        if set(archive.names) != {MANIFEST, SIGNATURE}:
            raise _refused("This is not a file that was handed over: it has other parts.")
        manifest, signature = archive.read(MANIFEST), archive.read(SIGNATURE)
    except Unreadable as unreadable:
        raise _refused(f"The file {unreadable.why}.") from unreadable
    signed_with = _signed_with(manifest, signature, keys)
    return _contents(manifest), signed_with


def fingerprint_of(key: Ed25519PublicKey) -> str:
    """A short name of a key, the same on every machine."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def _signed_with(manifest: bytes, signature: bytes, keys: Sequence[Ed25519PublicKey]) -> int:
    for number, key in enumerate(keys):
        try:
            key.verify(base64.b64decode(signature.strip(), validate=True), manifest)
        except (InvalidSignature, binascii.Error):
            continue
        return number
    raise _refused("The file is not signed with a key that is trusted here, or was changed after.")


def _contents(manifest: bytes) -> HandOver | Answers:
    try:
        listed: dict[str, Any] = json.loads(manifest)
        version, kind = listed["version"], listed["kind"]
    except (ValueError, TypeError, KeyError, RecursionError) as strange:
        raise _refused("The file's manifest cannot be read.") from strange
    if version != VERSION:
        raise Trouble(
            f"The file is of version {version}; this installation reads version {VERSION}.",
            do="Bring this installation up to the version of the one that sent it. Nothing was taken in.",
        )
    if kind not in KINDS:
        raise _refused(f"The file is of a kind not known here: {kind!r}.")
    try:
        return value_from(KINDS[kind], listed["contents"])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as strange:
        raise _refused(f"The file's manifest is not in order: {strange}.") from strange


def _refused(why: str) -> Trouble:
    return Trouble(why, do=_SEND_AGAIN)
