"""Which plain letter does a strange one look like? Cyrillic, Greek, small capitals, strokes, Braille.

The table maps by look, not by sound. The register is folded with the same table, so a name that is truly
written in Cyrillic is found as well. Accents, full-width and mathematical letters need no line here:
they come apart by Unicode's own rules.
"""

from __future__ import annotations

import unicodedata

_LOOKS = """
A АΑԱᎪꓮ
B ВΒᏴꓐꞴ
C СϹᏟꓚⲤ
D ᎠꓓĐÐꓒ
E ЕΕᎬꓰЁЄ
F Ϝꓝ
G ᏀꓖԌǤ
H НΗᎻꓧҺҢҤĦ
I ІΙӀꓲƗЇ
J ЈͿᎫꓙ
K КΚᏦꓗҚꝀ
L ᏞꓡԼŁ
M МΜᎷꓟϺ
N ΝꓠИ
O ОΟՕꓳØⲞӨ
P РΡᏢꓑ
Q Ԛ
R ᎡꓣɌ
S ЅᏚꓢՏ
T ТΤᎢꓔŦ
U Սꓴ
V ᏙꓦѴ
W ᎳꓪԜ
X ХΧꓫҲ
Y ҮΥꓬҰɎУ
Z ΖᏃꓜƵ
a аαɑᴀɐ
b ЬьʙƀɓβϐЪ
c сϲᴄɔȼ
d ԁđðɖɗᴅժᏧꓒ
e еёєεɛəǝᴇϵҽⅇ
f ƒꜰſғ
g ɡɢցǥԍ
h һհʜħɦн
i іїιıɪɩɨ
j јϳȷᴊյ
k кκᴋķƙӄҝϰꝁʞ
l ӏʟłɫɬɭƚⅼ
m мᴍɯ
n ոռпηɴɲŋ
o оοσօᴏøөⲟ๐ዐ
p рρᴘƿϱ
q ԛգʠզǫ
r гʀɹɾɍᴦ
s ѕꜱʂƽ
t тτᴛŧƭʇ
u սυᴜμʋʉ
v νᴠѵʌⱴ
w ԝшωᴡɯѡա
x хχҳ×
y уүγʏýɏ
z ᴢʐƶʑ
AE Æ
ae æӕ
OE Œ
oe œ
ss ß
SS ẞ
TH Þ
th þ
"""
_BRAILLE = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", "abcdefghijklmnopqrstuvwxyz", strict=True))
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NEGATIVE_AND_FLAGS = (0x1F150, 0x1F170, 0x1F1E6)
"""Where the letters in black circles, black squares and the flag letters begin."""


def _table() -> dict[int, str]:
    table = {ord(look): plain for plain, _, looks in _lines() for look in looks if not look.isascii()}
    table |= {ord(dots): letter for dots, letter in _BRAILLE.items()}
    for start in _NEGATIVE_AND_FLAGS:
        table |= {start + number: letter for number, letter in enumerate(_CAPITALS)}
    return table


def _lines() -> list[tuple[str, str, str]]:
    return [line.partition(" ") for line in _LOOKS.strip().splitlines()]


def _decimals() -> dict[int, str]:
    """Digits of every script, as 0 to 9."""
    found = ((code, unicodedata.decimal(chr(code), None)) for code in range(0x80, 0x20000))
    return {code: str(value) for code, value in found if value is not None}


LOOKALIKES: dict[int, str] = _table()
DECIMALS: dict[int, str] = _decimals()
