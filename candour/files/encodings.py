"""Which characters do these bytes stand for? The one place where bytes of a text file become a string.

Agencies send what their programs save: UTF-8, UTF-16 ("Unicode text"), Windows-1252, now and then a Mac's.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is how this one begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ["mac_roman", "cp850", "cp1250", "cp1251"]
_SAMPLE = 8192
_NOT_ASCII = bytes(range(0x80, 0x100))
_STRAYS = 10_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAC_APOSTROPHE = re.compile(rb"(?<=[a-z])\xd5(?=[a-z])")


class NotText(ValueError):
    """The bytes cannot be read as text; the message is half a sentence that begins with "it"."""


def decode(content: bytes) -> str:
    """The text of a file, without its byte order mark.

    Raises NotText (a ValueError) when the bytes are not text: NUL bytes, a picture, a cut-off file.
    """
    text = _decoded(content).lstrip("\ufeff")
    if "\0" in text:
        raise NotText("it holds NUL bytes, which no text file holds")
    head = text[:_SAMPLE]
    if len(_CONTROLS.findall(head)) > len(head) // 100:
        raise NotText("it holds bytes that are not text")
    return text


def _decoded(content: bytes) -> str:
    encoding = _by_mark(content) or _by_zeros(content)
    if encoding:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            raise NotText(f"it begins as {encoding.upper()} text and does not go on as such") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _one_byte_text(content)


def _by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark: in English text nearly every second byte is zero, and the others never are."""
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 5 > len(sample) and not even:
        return "utf-16-le"
    if even * 5 > len(sample) and not odd:
        return "utf-16-be"
    return None


def _one_byte_text(content: bytes) -> str:
    """Not UTF-8 as a whole: UTF-8 with a few stray bytes pasted in, Mac Roman, Windows-1252, or a guess.

    Only a byte that Windows-1252 leaves undefined lets the guess in, only among encodings that are met
    here, and only where the words make sense: without these limits the guess is too often mojibake.
    """
    if b"\0" in content:
        raise NotText("it holds NUL bytes, which no text file holds")
    if mixed := _mostly_utf8(content):
        return mixed
    if b"\xd5" in content and _MAC_APOSTROPHE.search(content):
        return content.decode("mac-roman")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode(_guessed(content), errors="replace")


def _guessed(content: bytes) -> str:
    guess = from_bytes(content[: 64 * _SAMPLE], cp_isolation=_GUESSES).best()
    if guess is None or guess.percent_chaos > 10 or guess.percent_coherence == 0:
        raise NotText("it is written in no encoding that we know")
    return guess.encoding


def _mostly_utf8(content: bytes) -> str | None:
    """UTF-8 with its stray bytes read as Windows-1252, where strays are fewer than true UTF-8 bytes."""
    sound = len(content.decode("utf-8", errors="ignore").encode())
    strays = len(content) - sound
    high = len(content) - len(content.translate(None, _NOT_ASCII))
    if strays > _STRAYS or 2 * strays >= high:
        return None
    return re.sub("[\udc80-\udcff]", _stray, content.decode("utf-8-sig", errors="surrogateescape"))


def _stray(match: re.Match[str]) -> str:
    byte = bytes([ord(match.group()) - 0xDC00])
    return byte.decode("cp1252", errors="replace")
