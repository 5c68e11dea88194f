"""Leak channels of plain text."""

from __future__ import annotations

import base64
import binascii
import codecs
import gzip
import html
import json
from urllib.parse import quote

from tests.canaries.secret import CLEAN, FORENAME, NAME, NUMBER, POSTCODE, STREET, SURNAME

CYRILLIC = str.maketrans("aeopcxyi", "аеорсхуі")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
MATHS = {ord("a") + n: 0x1D41A + n for n in range(26)} | {ord("A") + n: 0x1D400 + n for n in range(26)}
TAGS = {code: 0xE0000 + code for code in range(0x20, 0x7F)}
BRAILLE = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", strict=True))


def coded(text: str = NAME) -> str:
    return base64.b64encode(text.encode()).decode()


TEXTS: dict[str, str] = {
    "plain": f"{CLEAN}{NAME} was seen.",
    "surname alone": f"the {SURNAME} family",
    "forename in capitals": f"{FORENAME.upper()} was seen",
    "possessive": f"{SURNAME}’s school",
    "possessive with no apostrophe": f"{SURNAME}s school",
    "alias in lower case": "known as solly wrenfield",
    "accents": "Màrisöl Quénnevîlle",
    "over two lines": f"{FORENAME}\n{SURNAME}",
    "hyphen at the line end": "the Quenne-\nville family",
    "broken by a line with no hyphen": "the Quenne\nville family",
    "letters spaced": " ".join(SURNAME),
    "letters dotted": ".".join(FORENAME),
    "one letter a line": "\n".join(SURNAME),
    "underlines": NAME.replace(" ", "_").lower(),
    "run together": f"https://example.org/{NAME.replace(' ', '').lower()}/profile",
    "camel case": f"see {FORENAME}{SURNAME}Report",
    "hash tag": f"#{FORENAME}{SURNAME}2003",
    "e-mail address": f"{FORENAME}.{SURNAME}@example.org".lower(),
    "surname first": f"{SURNAME.upper()}, {FORENAME}",
    "soft hyphens": "\u00ad".join(SURNAME),
    "zero-width spaces": "\u200b".join(SURNAME),
    "word joiners": "\u2060".join(SURNAME),
    "Cyrillic letters": NAME.translate(CYRILLIC),
    "full-width letters": NAME.translate(FULL_WIDTH),
    "mathematical letters": NAME.translate(MATHS),
    "Braille": SURNAME.lower().translate(BRAILLE),
    "invisible tag letters": "Nothing here" + NAME.translate(TAGS),
    "digits for letters": "M4r1sol Qu3nnev1ll3",
    "base64": coded(),
    "base64 of UTF-16": base64.b64encode(NAME.encode("utf-16-le")).decode(),
    "base64 twice": coded(coded()),
    "base64 in lines": base64.encodebytes((CLEAN + NAME + CLEAN).encode()).decode(),
    "base64 in midst of letters": "id" + coded("x" + NAME),
    "URL-safe base64": base64.urlsafe_b64encode((NAME + "~~??").encode()).decode(),
    "packed and base64": base64.b64encode(gzip.compress(NAME.encode())).decode(),
    "base32": base64.b32encode(NAME.encode()).decode(),
    "base85": base64.b85encode(NAME.encode()).decode(),
    "hexadecimal": NAME.encode().hex(),
    "hexadecimal with spaces": NAME.encode().hex(" "),
    "hexadecimal with backslashes": "".join(f"\\x{byte:02x}" for byte in NAME.encode()),
    "URL-coded": "?q=" + "".join(f"%{byte:02X}" for byte in NAME.encode()),
    "URL-coded twice": quote("".join(f"%{byte:02X}" for byte in NAME.encode())),
    "plus signs": f"?q={NAME.replace(' ', '+')}",
    "HTML-coded": "".join(f"&#{ord(letter)};" for letter in NAME),
    "HTML-coded in hexadecimal": "".join(f"&#x{ord(letter):x};" for letter in SURNAME),
    "HTML in base64": base64.b64encode("".join(f"&#{ord(one)};" for one in SURNAME).encode()).decode(),
    "JSON escapes": json.dumps({"x": "".join(f"\\u{ord(one):04x}" for one in SURNAME)}).replace("\\\\", "\\"),
    "one JSON escape": f'{{"x": "{SURNAME.replace("nn", "n" + chr(92) + "u006e", 1)}"}}',
    "letters by number": ", ".join(str(ord(letter)) for letter in SURNAME),
    "bits": " ".join(f"{ord(letter):08b}" for letter in SURNAME),
    "quoted-printable": "".join(f"={byte:02X}" for byte in SURNAME.encode()),
    "UTF-7": "".join(
        "+" + base64.b64encode(one.encode("utf-16-be")).decode().rstrip("=") + "-" for one in SURNAME
    ),
    "rot13": codecs.encode(NAME, "rot13"),
    "backwards": NAME[::-1],
    "base85 of another kind": base64.a85encode(NAME.encode(), adobe=True).decode(),
    "uuencode": f"begin 644 x\n{binascii.b2a_uu(NAME.encode()).decode()}`\nend\n",
    "Punycode": "marisol-quénneville.example".encode("idna").decode(),
    "UTF-8 read as Windows-1252": "Márisol Quénneville".encode().decode("cp1252"),
    "coded subject of a mail": f"Subject: =?utf-8?B?{base64.b64encode(NAME.encode()).decode()}?=",
    "turned by a sign": "\u202e" + SURNAME[::-1] + "\u202c",
    "struck through": "\u0336".join(SURNAME),
    "flags": "".join(chr(0x1F1E6 + ord(one) - ord("a")) for one in SURNAME.lower()),
    "small capitals": "ǫᴜᴇɴɴᴇᴠɪʟʟᴇ",
    "program text": "'Quenne' + 'ville'",
    "pairs of letters": "Qu en ne vi ll e",
    "carriage return": "Quenne\rville",
    "markdown marks": "Quenne**ville**",
    "in HTML tags": "Quenne<b>ville</b>",
    "in HTML entities": html.escape(NAME).replace("e", "&eacute;"),
    "second person": "Fennimore-Ashgrove",
    "half a double name": "Mr Ashgrove said",
    "number in a row": NUMBER.replace(" ", ""),
    "number with signs": NUMBER.replace(" ", "-"),
    "number over lines": NUMBER.replace(" ", "\n"),
    "letters in a number": NUMBER.replace("1", "l"),
    "number in words": "nine four three, four seven six, five nine one nine",
    "telephone abroad": "+44 (0) 20 7946 0018",
    "telephone with no zero": "0044-20-7946-0018",
    "first line of the address": f"at {STREET.upper()}",
    "street cut short": "14 Larkspur Cres.",
    "postcode run together": POSTCODE.replace(" ", ""),
    "postcode split": "qx4\n7zd",
    "words": "at Heron  Cottage",
    "day in figures": "born 8/11/2003",
    "day in US order": "born 11/08/03",
    "day in ISO": "2003-11-08T09:30",
    "day in words": "Saturday, the 8th of November, 2003",
    "day all in words": "the eighth of November two thousand and three",
    "day over lines": "8\nNovember\n2003",
    "day in Welsh": "8 Tachwedd 2003",
    "day in Roman figures": "8.XI.2003",
    "day in one number": "ref 20031108",
    "day spaced out": "8 / 1 1 / 2 0 0 3",
    "day in a range": "7-8 November 2003",
    "day as week": "2003-W45-6",
}
BYTES: dict[str, bytes] = {name: text.encode() for name, text in TEXTS.items()} | {
    "UTF-16": f"{CLEAN}{NAME}".encode("utf-16"),
    "UTF-16 with no mark": f"{CLEAN}{NAME}".encode("utf-16-le"),
    "UTF-32": f"{CLEAN}{NAME}".encode("utf-32"),
    "Windows-1252": f"{CLEAN}Márisol Quénneville".encode("cp1252"),
    "a byte order mark within": "Quenne\ufeffville".encode(),
}
