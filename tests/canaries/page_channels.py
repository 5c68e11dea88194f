"""Leak channels of a web page."""

from __future__ import annotations

import base64
from urllib.parse import quote

from tests.canaries.secret import CLEAN, FORENAME, NAME, NUMBER, SURNAME
from tests.canaries.text_channels import coded

BODIES: dict[str, str] = {
    "plain": f"<p>{NAME}</p>",
    "over inline tags": f"<p>{FORENAME[:3]}<b>{FORENAME[3:]}</b> <i>{SURNAME[:4]}</i>{SURNAME[4:]}</p>",
    "each letter a span": "".join(f"<span>{letter}</span>" for letter in SURNAME),
    "each letter a block": "".join(f"<div>{letter}</div>" for letter in SURNAME),
    "table cells": "<table><tr><td>Quenne</td><td>ville</td></tr></table>",
    "hidden letters between": "<p>Quenne<span style='display:none'>zzz</span>ville</p>",
    "soft hyphen entity": "<p>Quenne&shy;ville</p>",
    "wbr": "<p>Quenne<wbr>ville</p>",
    "comment in midst": "<p>Quenne<!-- x -->ville</p>",
    "comment": f"<!-- {NAME} -->",
    "conditional comment": "<!--[if IE]><p>Quenne<b>ville</b></p><![endif]-->",
    "alternative text": f"<img alt='{NAME}'>",
    "title attribute": f"<abbr title='{NAME}'>M</abbr>",
    "aria label": f"<div aria-label='{SURNAME}'></div>",
    "own data attribute": f"<div data-who='{NAME}'></div>",
    "name of an attribute": f"<div data-{SURNAME.lower()}></div>",
    "name of a tag": f"<{SURNAME.lower()}-card></{SURNAME.lower()}-card>",
    "class": f"<div class='{SURNAME.lower()}'></div>",
    "id": f"<div id='{FORENAME}{SURNAME}'></div>",
    "link address": f"<a href='/people/{NAME.replace(' ', '-').lower()}'>here</a>",
    "URL-coded link": f"<a href='/people/{''.join(f'%{ord(one):02X}' for one in SURNAME)}'>here</a>",
    "mail link": f"<a href='mailto:x@example.org?subject={quote(NAME)}'>write</a>",
    "hidden field": f"<input type=hidden value='{NAME}'>",
    "hidden element": f"<p hidden>{NAME}</p>",
    "white text": f"<p style='color:#fff'>{NAME}</p>",
    "meta": f"<meta name=author content='{NAME}'>",
    "title": f"<title>{NAME}</title>",
    "script": f"<script>var who = '{NAME}';</script>",
    "script in halves": "<script>var who = 'Quenne' + 'ville';</script>",
    "script by number": f"<script>String.fromCharCode({','.join(str(ord(one)) for one in SURNAME)})</script>",
    "script in base64": f"<script>atob('{coded()}')</script>",
    "JSON-LD": f'<script type="application/ld+json">{{"name": "{NAME}"}}</script>',
    "style text": f"<style>p:after {{ content: '{NAME}' }}</style>",
    "style text with escapes": "<style>p:after { content: '\\51\\75\\65\\6e neville' }</style>",
    "style attribute": f"<p style=\"--who: '{SURNAME}'\"></p>",
    "style comment": f"<style>/* {NAME} */</style>",
    "template": f"<template><p>{NAME}</p></template>",
    "noscript": f"<noscript>{NAME}</noscript>",
    "frame in an attribute": "<iframe srcdoc='&lt;p&gt;Quenne&lt;b&gt;ville'></iframe>",
    "drawing text": "<svg><text>Quenne<tspan>ville</tspan></text></svg>",
    "drawing title": f"<svg><title>{NAME}</title></svg>",
    "drawing in an address": "<img src='data:image/svg+xml;base64,"
    + base64.b64encode(f"<svg><text>{NAME}</text></svg>".encode()).decode()
    + "'>",
    "drawing in a plain address": "<img src='data:image/svg+xml,"
    + quote(f"<svg><desc>{NAME}</desc></svg>")
    + "'>",
    "text in an address": f"<a href='data:text/plain,{quote(NAME)}'>x</a>",
    "select option": f"<select><option value=1>{NAME}</select>",
    "text area": f"<textarea>{NAME}</textarea>",
    "entities": "<p>" + "".join(f"&#{ord(one)}" for one in SURNAME) + "</p>",
    "doctype": f"<!DOCTYPE html SYSTEM '{SURNAME}'>",
    "processing instruction": f"<?who {NAME}?>",
    "CDATA": f"<svg><![CDATA[{NAME}]]></svg>",
    "after the end": f"</html>{NAME}",
    "unclosed comment": f"<p>x</p><!-- {NAME}",
    "unclosed tag": f"<p title='{NAME}",
    "backwards by style": f"<p style='unicode-bidi:bidi-override;direction:rtl'>{NAME[::-1]}</p>",
    "ruby": f"<ruby>{SURNAME}<rt>x</rt></ruby>",
    "day in cells": "<tr><td>8</td><td>November</td><td>2003</td></tr>",
    "number over tags": f"<p>{NUMBER[:3]}<b>{NUMBER[3:]}</b></p>",
    "time element": "<time datetime='2003-11-08'>that day</time>",
}
BYTES: dict[str, bytes] = {
    name: f"<!doctype html><html lang=en><body><p>{CLEAN}</p>{body}</body></html>".encode()
    for name, body in BODIES.items()
} | {
    "another encoding": f"<html><meta charset=utf-16le><p>{NAME}".encode("utf-16"),
}
