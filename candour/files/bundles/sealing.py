"""Write a bundle: a zip of a manifest, its signature and the files. The same contents give the same bytes."""

from __future__ import annotations

import base64
import io
import zipfile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from candour.domain.trouble import Trouble
from candour.files.bundles.contents import Bundle, Withdrawal
from candour.files.bundles.manifest import manifest_of

MANIFEST, SIGNATURE = "manifest.json", "signature"
MOST = 60 * 2**20
"""The most that a bundle may hold, in bytes: some hundred reports of the usual size."""

_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)


def write_bundle(contents: Bundle | Withdrawal, private_key: Ed25519PrivateKey) -> bytes:
    """The bundle's bytes, signed. Raises Trouble where they would be more than a reading room takes in."""
    manifest = manifest_of(contents)
    parts = [
        (MANIFEST, manifest),
        (SIGNATURE, base64.b64encode(private_key.sign(manifest)) + b"\n"),
    ]
    if isinstance(contents, Bundle):
        parts += [(one.path, one.content) for one in contents.files]
    written = packed(parts)
    if len(written) > MOST:
        raise Trouble(
            f"The report with its files is larger than {MOST // 2**20} MB, which no reading room takes in.",
            do="Make the pictures in it smaller, and release it again.",
        )
    return written


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """A zip that is stored and not squeezed, with no time and no machine in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as zipped:
        for name, content in parts:
            part = zipfile.ZipInfo(name, date_time=_ALWAYS_THE_SAME)
            part.create_system, part.external_attr = 3, 0o644 << 16
            zipped.writestr(part, content)
    return written.getvalue()
