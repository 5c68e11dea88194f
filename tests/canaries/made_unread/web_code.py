"""What stands in a page's source, scripts and addresses, for whoever looks at the source."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path

from tests.canaries.made_unread.building import PLAIN, quoted, web


def name_put_together_by_a_script(secret: str, folder: Path) -> Path:
    """["v","i",..].reverse().join(""), then written into the page."""
    letters = json.dumps(list(reversed(secret)))
    return web(folder, f'<p id="a"></p><script>a.textContent={letters}.reverse().join("")</script>')


def name_in_numbers_of_a_script(secret: str, folder: Path) -> Path:
    """String.fromCharCode over an array in hexadecimal."""
    codes = ",".join(hex(ord(each)) for each in secret)
    return web(folder, f"<script>document.title=String.fromCharCode(...[{codes}])</script>")


def name_in_escapes_of_a_script(secret: str, folder: Path) -> Path:
    """\\x4d, \\u0061 and \\u{72} by turns."""
    ways = ["\\x{:02x}", "\\u{:04x}", "\\u{{{:x}}}"]
    return web(
        folder,
        "<script>var a='"
        + "".join(ways[at % 3].format(ord(c)) for at, c in enumerate(secret))
        + "'</script>",
    )


def name_in_octal_of_a_script(secret: str, folder: Path) -> Path:
    """\\115\\141..: octal escapes."""
    return web(folder, "<script>var a='" + "".join(f"\\{ord(each):03o}" for each in secret) + "'</script>")


def name_in_old_escapes_of_an_address(secret: str, folder: Path) -> Path:
    """%u004D%u0061: what escape() of old scripts writes."""
    return web(
        folder,
        f'<a href="https://example.org/?q={"".join(f"%u{ord(each):04X}" for each in secret)}">more</a>',
    )


def name_packed_into_an_address(secret: str, folder: Path) -> Path:
    """A data: address that holds a gzip file in base64."""
    packed = base64.b64encode(gzip.compress(f"child: {secret}".encode(), mtime=0)).decode()
    return web(folder, f'<a download href="data:application/gzip;base64,{packed}">more</a>')


def name_in_base32(secret: str, folder: Path) -> Path:
    """Base32 in an attribute."""
    return web(folder, f'<p data-k="{base64.b32encode(secret.encode()).decode()}">more</p>')


def name_in_base64_of_base64(secret: str, folder: Path) -> Path:
    """base64 twice over, the URL alphabet, in a comment."""
    return web(folder, f"<!-- {base64.urlsafe_b64encode(base64.b64encode(secret.encode())).decode()} -->")


def name_in_noughts_and_ones(secret: str, folder: Path) -> Path:
    """Each letter's eight bits, in a comment."""
    return web(folder, f"<!-- {' '.join(f'{ord(each):08b}' for each in secret)} -->")


def name_in_decimal_codes(secret: str, folder: Path) -> Path:
    """77 97 114 ..: letters' numbers with spaces, in a meta element."""
    return web(folder, head=f'<meta name="k" content="{" ".join(str(ord(each)) for each in secret)}">')


def name_moved_thirteen_letters(secret: str, folder: Path) -> Path:
    """rot13, which needs no key, in a comment."""
    import codecs

    return web(folder, f"<!-- {codecs.encode(secret, 'rot13')} -->")


def name_in_json_ld(secret: str, folder: Path) -> Path:
    """Structured data with given and family name apart, each letter \\u-escaped."""
    first, last = ("".join(f"\\u{ord(each):04x}" for each in part) for part in secret.split(" ", 1))
    made = f'{{"@type":"Person","givenName":"{first}","familyName":"{last}"}}'
    return web(folder, head=f'<script type="application/ld+json">{made}</script>')


def name_as_elements(secret: str, folder: Path) -> Path:
    """An element of its own invention: its tag is the secret."""
    tag = secret.replace(" ", "-").lower()
    return web(folder, f"<{tag}>more</{tag}>")


def name_as_attributes_names(secret: str, folder: Path) -> Path:
    """data-first-last with no value."""
    return web(folder, f"<p data-{secret.replace(' ', '-').lower()}>more</p>")


def name_as_a_class_in_camel(secret: str, folder: Path) -> Path:
    """class=boxMarisolQuenneville: capitals part the words."""
    return web(folder, f'<p class="box{secret.replace(" ", "")}Wide">more</p>')


def name_of_a_variable_in_style(secret: str, folder: Path) -> Path:
    """--colour-of-first_last: a style's own property."""
    return web(folder, head=f"<style>:root{{--of_{secret.replace(' ', '_').lower()}:1}}</style>")


def name_in_a_source_map(secret: str, folder: Path) -> Path:
    """A style's source map, in a comment: the file's path within it, in base64."""
    made = json.dumps({"version": 3, "sources": [f"cases/{secret.replace(' ', '_')}.css"]})
    coded = base64.b64encode(made.encode()).decode()
    return web(folder, head=f"<style>/*# sourceMappingURL=data:application/json;base64,{coded} */</style>")


def name_hidden_for_old_browsers(secret: str, folder: Path) -> Path:
    """A conditional comment; within it entities."""
    return web(
        folder, "<!--[if IE]><p>" + "".join(f"&#x{ord(each):x};" for each in secret) + "</p><![endif]-->"
    )


def name_in_a_template(secret: str, folder: Path) -> Path:
    """A template that no script ever uses, the letters in cells."""
    cells = "".join(f"<td>{quoted(each)}</td>" for each in secret)
    return web(folder, f"<template><table><tr>{cells}</tr></table></template>")


def name_in_another_coding_of_the_page(secret: str, folder: Path) -> Path:
    """The page as UTF-16 with its mark: every second byte is nought."""
    to = folder / "open.html"
    to.write_bytes(f"<!DOCTYPE html><title>A review</title><p>{PLAIN}</p><p>{secret}</p>".encode("utf-16"))
    return to


def name_in_utf7(secret: str, folder: Path) -> Path:
    """UTF-7, as mail programs once wrote it, declared in the page."""
    coded = "+" + base64.b64encode(secret.encode("utf-16-be")).decode().rstrip("=") + "-"
    to = folder / "open.html"
    to.write_text(f'<!DOCTYPE html><meta charset="utf-7"><title>A review</title><p>{PLAIN}</p><p>{coded}</p>')
    return to


def name_in_an_unfinished_tag(secret: str, folder: Path) -> Path:
    """The file ends inside a tag that is never closed: browsers drop it, an editor shows it."""
    at = web(folder)
    at.write_text(at.read_text() + f'<p title="{secret.replace(" ", "+")}')
    return at


def day_in_a_scripts_clock(secret: str, folder: Path) -> Path:
    """new Date(2003, 10, 8): a script's months begin at nought."""
    year, month, day = (int(part) for part in secret.split("-"))
    return web(folder, f"<script>var born=new Date({year},{month - 1},{day})</script>")


def day_in_seconds(secret: str, folder: Path) -> Path:
    """Seconds since 1970, as data bases hand them out."""
    from datetime import UTC, datetime

    return web(
        folder,
        f'<p data-born="{int(datetime.fromisoformat(secret).replace(tzinfo=UTC).timestamp())}">more</p>',
    )


def number_in_a_field(secret: str, folder: Path) -> Path:
    """Ten boxes of one digit each, as forms have them."""
    boxes = "".join(f'<input maxlength=1 value="{each}">' for each in secret if each.isdigit())
    return web(folder, boxes)


def number_backwards(secret: str, folder: Path) -> Path:
    """The digits from the end, in a hidden field under "reversed"."""
    return web(folder, f'<input type="hidden" name="reversed" value="{secret[::-1]}">')
