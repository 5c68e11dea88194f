"""Leak channels of a web page."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import quote


def page(folder: Path, body: str, head: str = "") -> Path:
    path = folder / "a.html"
    path.write_text(
        f"<!doctype html><html lang=en><head><title>Report</title>{head}</head><body>"
        f"<p>The review was held in the spring.</p>{body}</body></html>",
        "utf-8",
    )
    return path


def surname(secret: str) -> str:
    return secret.split()[-1]


def halves(secret: str) -> tuple[str, str]:
    return surname(secret)[:6], surname(secret)[6:]


def styled_before_and_after(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    return page(
        folder, "<i></i>", f"<style>i::before{{content:'{first}'}}i::after{{content:'{second}'}}</style>"
    )


def style_that_joins_two_strings(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    return page(folder, "<i></i>", f"<style>i::before{{content:'{first}' '{second}'}}</style>")


def style_by_two_variables(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    return page(
        folder,
        "<i></i>",
        f"<style>:root{{--a:'{first}';--b:'{second}'}}i::before{{content:var(--a) var(--b)}}</style>",
    )


def letters_that_a_list_shows(secret: str, folder: Path) -> Path:
    """An ordered list numbered by letters: the 17th is Q."""
    items = "".join(f"<li value={ord(one) - 96}></li>" for one in surname(secret).lower())
    return page(folder, f"<ol type=A>{items}</ol>")


def signs_of_a_counter(secret: str, folder: Path) -> Path:
    signs = " ".join(f"'{one}'" for one in surname(secret))
    return page(folder, "<ol></ol>", f"<style>@counter-style who{{system:cyclic;symbols:{signs}}}</style>")


def order_of_boxes(secret: str, folder: Path) -> Path:
    letters = list(enumerate(surname(secret)))
    boxes = "".join(
        f"<b style='order:{n}'>{one}</b>" for n, one in sorted(letters, key=lambda it: it[0] * 7 % 11)
    )
    return page(folder, f"<div style='display:flex'>{boxes}</div>")


def floated_backwards(secret: str, folder: Path) -> Path:
    return page(folder, "".join(f"<b style='float:right'>{one}</b>" for one in reversed(surname(secret))))


def letters_of_a_drawing_by_place(secret: str, folder: Path) -> Path:
    name = surname(secret)
    order = sorted(range(len(name)), key=lambda n: n * 5 % len(name))
    letters = "".join(f"<tspan x='{10 * n}' y='20'>{name[n]}</tspan>" for n in order)
    return page(folder, f"<svg viewBox='0 0 300 40'><text>{letters}</text></svg>")


def keys_of_links(secret: str, folder: Path) -> Path:
    return page(folder, "".join(f"<a href='#' accesskey='{one}'>x</a>" for one in surname(secret).lower()))


def classes_letter_by_letter(secret: str, folder: Path) -> Path:
    return page(folder, "".join(f"<i class='{one}'></i>" for one in surname(secret)))


def script_that_joins_a_list(secret: str, folder: Path) -> Path:
    name = surname(secret)
    parts = ",".join(f'"{name[n : n + 3]}"' for n in range(0, len(name), 3))
    return page(folder, f"<script>x([{parts}].join(''))</script>")


def script_that_turns_round(secret: str, folder: Path) -> Path:
    return page(folder, f"<script>'{surname(secret)[::-1]}'.split('').reverse().join('')</script>")


def script_with_a_template(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    return page(folder, f"<script>const a=`{first}${{''}}{second}`</script>")


def script_of_codes_in_hexadecimal(secret: str, folder: Path) -> Path:
    coded = "".join(f"\\u{{{ord(one):x}}}" for one in surname(secret))
    return page(folder, f"<script>x('{coded}')</script>")


def address_of_the_base(secret: str, folder: Path) -> Path:
    return page(folder, "", f"<base href='https://{surname(secret).lower()}.example.org/'>")


def address_it_turns_to(secret: str, folder: Path) -> Path:
    return page(folder, "", f"<meta http-equiv=refresh content='9;url=/x?who={quote(secret)}'>")


def sources_of_a_picture(secret: str, folder: Path) -> Path:
    return page(folder, f"<picture><source srcset='/{surname(secret)}-2x.png 2x'></picture>")


def style_of_another_place(secret: str, folder: Path) -> Path:
    return page(folder, "", f"<style>@import url(/{surname(secret).lower()}.css);</style>")


def name_of_a_variable_of_style(secret: str, folder: Path) -> Path:
    return page(folder, "", f"<style>:root{{--{surname(secret).lower()}:1}}</style>")


def coded_twice_over(secret: str, folder: Path) -> Path:
    return page(folder, "".join(f"&amp;#{ord(one)};" for one in surname(secret)))


def drawing_in_a_style(secret: str, folder: Path) -> Path:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg'><desc>{secret}</desc></svg>"
    coded = base64.b64encode(drawing.encode()).decode()
    return page(folder, "", f"<style>p{{background:url(data:image/svg+xml;base64,{coded})}}</style>")


def drawings_within_drawings(secret: str, folder: Path) -> Path:
    inner = base64.b64encode(f"<svg><title>{secret}</title></svg>".encode()).decode()
    outer = base64.b64encode(
        f"<svg><image href='data:image/svg+xml;base64,{inner}'/></svg>".encode()
    ).decode()
    return page(folder, f"<img alt='' src='data:image/svg+xml;base64,{outer}'>")


def root_of_a_shadow(secret: str, folder: Path) -> Path:
    return page(
        folder, f"<div><template shadowrootmode=open>{secret.replace(' ', '<slot></slot>')}</template></div>"
    )


def language_of_a_part(secret: str, folder: Path) -> Path:
    return page(folder, f"<p lang='x-{surname(secret).lower()}'>x</p>")


def columns_of_a_table(secret: str, folder: Path) -> Path:
    """Read down, not across: the halves stand one under the other."""
    first, second = halves(secret)
    return page(folder, f"<table><tr><td>{first}<td>a visit<tr><td>{second}<td>a call</table>")


def letters_down_a_table(secret: str, folder: Path) -> Path:
    rows = "".join(f"<tr><td>{one}</td><td>a visit was made</td></tr>" for one in surname(secret))
    return page(folder, f"<table>{rows}</table>")


def seven_bit_letters(secret: str, folder: Path) -> Path:
    body = "".join(
        f"+{base64.b64encode(one.encode('utf-16-be')).decode().rstrip('=')}-" for one in surname(secret)
    )
    return page(folder, f"<p>{body}</p>", "<meta charset=utf-7>")


def numbers_of_a_gradient(secret: str, folder: Path) -> Path:
    coded = " ".join(f"#{surname(secret).encode().hex()[n : n + 6]}" for n in range(0, 22, 6))
    return page(folder, f"<p style='background:linear-gradient({coded})'>x</p>")
