"""Fonts by name: Georgia, Latha and Shruti are fonts where a font is chosen, and people everywhere else."""

from __future__ import annotations

import re

FONTS = frozenset(
    """Aharoni|Andale Mono|Andalus|Angsana New|Aparajita|Aptos|Aptos Display|Arabic Typesetting|Arial
    |Arial Black|Arial Narrow|Arial Unicode MS|Avenir|Avenir Next|Baskerville|Bell MT|Book Antiqua
    |Bookman|Bookman Old Style|Browallia New|Calibri|Calibri Light|Cambria|Cambria Math|Candara|Century
    |Century Gothic|Century Schoolbook|Charter|Comic Sans MS|Consolas|Constantia|Cooper Black
    |Copperplate|Corbel|Cordia New|Courier|Courier New|DaunPenh|David|DejaVu Sans|DejaVu Sans Mono
    |DejaVu Serif|DengXian|DFKai-SB|Didot|DilleniaUPC|DokChampa|Ebrima|Estrangelo Edessa|Euphemia
    |FangSong|Franklin Gothic|Franklin Gothic Medium|FrankRuehl|Futura|Garamond|Gautami|Geneva|Georgia
    |Gill Sans|Gill Sans MT|Gisha|Goudy Old Style|GDS Transport|Gulim|Helvetica|Helvetica Neue
    |Hoefler Text|Impact|Inter|Iskoola Pota|JasmineUPC|Kalinga|Kartika|Khmer UI|Lao UI|Latha|Leelawadee
    |Liberation Mono|Liberation Sans|Liberation Serif|Libertinus Serif|LilyUPC|Lucida|Lucida Bright
    |Lucida Console|Lucida Grande|Lucida Sans|Lucida Sans Unicode|Malgun Gothic|Mangal|Meiryo|Menlo
    |Microsoft Himalaya|Microsoft Sans Serif|Microsoft Uighur|Microsoft Yi Baiti|MingLiU|Miriam|Monaco
    |Mongolian Baiti|MoolBoran|MS Gothic|MS Mincho|MV Boli|Myriad Pro|Narkisim|New Computer Modern
    |New York|Noto Sans|Noto Serif|Nyala|Open Sans|Optima|Palatino|Palatino Linotype|Perpetua
    |Plantagenet Cherokee|PMingLiU|Raavi|Roboto|Rockwell|Rod|Sakkal Majalla|Segoe Print|Segoe UI
    |Shonar Bangla|Shruti|SimHei|SimSun|Source Sans Pro|Sylfaen|Symbol|System UI|Tahoma|Times
    |Times New Roman|Traditional Arabic|Trebuchet MS|Tunga|Utsaah|Vani|Verdana|Vijaya|Vrinda|Webdings
    |Wingdings|Wingdings 2|Wingdings 3""".replace("\n    ", "").split("|")
)
_CHOICE = re.compile(r"(font(?:-family)?\s*:)([^;{}<>]*)", re.I)
_NAMES = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, FONTS), key=len, reverse=True))})\b(?![\w-])", re.I
)


def without_fonts(rules: str) -> str:
    """Style rules with the fonts that everybody knows taken out where a font is chosen."""
    return _CHOICE.sub(lambda match: match[1] + _NAMES.sub(" ", match[2]), rules)
