"""The keys of an installation: the private one signs bundles, the public one is the reading room's."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from candour.domain.trouble import Trouble

_MAKE = "Give the key that `candour init` made for this installation."


def new_keys() -> tuple[bytes, bytes]:
    """A new pair as pem files: first the private one, which never goes to the reading room."""
    private = Ed25519PrivateKey.generate()
    return (
        private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def private_key_from(pem: bytes) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as strange:
        raise Trouble("The private key for bundles cannot be read.", do=_MAKE) from strange
    if not isinstance(key, Ed25519PrivateKey):
        raise Trouble("The private key for bundles is of another kind.", do=_MAKE)
    return key


def public_key_from(pem: bytes) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(pem)
    except (ValueError, TypeError, UnsupportedAlgorithm) as strange:
        raise Trouble("The public key for bundles cannot be read.", do=_MAKE) from strange
    if not isinstance(key, Ed25519PublicKey):
        raise Trouble("The public key for bundles is of another kind.", do=_MAKE)
    return key
