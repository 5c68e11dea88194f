"""A file that only its key opens: encrypted in pieces, so that neither size nor a cut end goes unseen."""

from __future__ import annotations

import base64
import os
import secrets
import struct
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from candour.domain.trouble import Trouble

MAGIC = b"candour backup 1\n"
PIECE = 1024 * 1024
"""Bytes encrypted at a time."""
NONCE_START = 7
"""Random bytes that begin each nonce; the piece's number and whether it is the last follow."""


def new_key(path: Path) -> None:
    """Write a fresh key. Raises Trouble where the file is there already."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Trouble(f"{path.name} is there already.", do="Use it, or name another file.") from None
    with open(handle, "wb") as file:
        file.write(base64.urlsafe_b64encode(AESGCM.generate_key(256)) + b"\n")


def read_key(path: Path) -> bytes:
    """Raises Trouble where the file holds no key of ours."""
    try:
        key = base64.urlsafe_b64decode(path.read_bytes().strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != 32:
        raise Trouble(
            f"{path} holds no backup key.",
            do="Give the key file of this backup. `candour init` wrote one: keys/backup_key.",
        )
    return key


def seal(plain: BinaryIO, sealed: BinaryIO, key: bytes) -> None:
    start, cipher = secrets.token_bytes(NONCE_START), AESGCM(key)
    sealed.write(MAGIC + start)
    for number, (piece, last) in enumerate(_pieces(plain)):
        words = cipher.encrypt(_nonce(start, number, last), piece, MAGIC)
        sealed.write(struct.pack(">I", len(words)) + words)


def unseal(sealed: BufferedReader, plain: BinaryIO, key: bytes) -> None:
    """Raises Trouble where the key is another, a byte was changed, or the end is missing."""
    if sealed.read(len(MAGIC)) != MAGIC:
        raise Trouble("This is not a backup of Candour.", do="Give the file that `candour backup` wrote.")
    start, cipher, last, number = sealed.read(NONCE_START), AESGCM(key), False, 0
    while not last:
        head = sealed.read(4)
        length = struct.unpack(">I", head)[0] if len(head) == 4 else 0
        words = sealed.read(length)
        last = not sealed.peek(1)
        try:
            if len(words) != length:
                raise ValueError("cut off")
            plain.write(cipher.decrypt(_nonce(start, number, last), words, MAGIC))
        except (InvalidTag, ValueError):
            raise Trouble(
                "The backup does not open: the key is another, or the file was changed or cut off.",
                do="Check the key file, or take another copy of the backup.",
            ) from None
        number += 1


def _pieces(plain: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    piece = plain.read(PIECE)
    while True:
        following = plain.read(PIECE)
        yield piece, not following
        if not following:
            return
        piece = following


def _nonce(start: bytes, number: int, last: bool) -> bytes:
    return start + struct.pack(">I?", number, last)
