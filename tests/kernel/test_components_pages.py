"""Every page stands in the same frame, under a strict policy, with nothing that is not ours to use."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import render
from django.test import RequestFactory
from lxml import html

from candour.files.pictures import inks
from candour.kernel.web.pages import components
from ops.vendor_front_end import NotClean, cleaned_style, not_ours, vendor
from tests.cases import every
from tests.kernel.conftest import STATIC
from tests.structure.walk import HERE

VENDORED = STATIC / "govuk-frontend"
SHEETS = sorted(STATIC.rglob("*.css"))
TEMPLATES = sorted((HERE / "candour").rglob("*.html"))
NOT_STRICT = re.compile(r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*\ssrc=)|javascript:""")


def shown(template: str, **context: Any) -> Any:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return html.document_fromstring(render(request, template, context).content.decode())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_style_sheet_holds_what_is_not_ours(sheet: Path) -> None:
    assert not_ours(sheet.read_text("utf-8")) == []


def test_no_font_and_no_emblem_lies_among_the_files() -> None:
    kinds = {path.suffix for path in STATIC.rglob("*") if path.is_file() and path.name != "LICENSE"}

    assert kinds == {".css", ".js", ".svg", ".toml"}
    assert [path.name for path in STATIC.rglob("*.svg")] == ["mark.svg"]


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.[cj]s*")), ids=lambda path: path.name)
def test_no_file_points_to_a_source_map_that_is_not_there(path: Path) -> None:
    assert "sourceMappingURL" not in path.read_text("utf-8")


def test_what_was_vendored_says_its_licence_and_its_changes() -> None:
    record = tomllib.loads((VENDORED / "VENDORED.toml").read_text("utf-8"))
    style = (VENDORED / "govuk-frontend.min.css").read_text("utf-8")

    assert record["licence"] == "MIT"
    assert f'--govuk-frontend-version:"{record["version"]}"' in style
    assert all((VENDORED / name).exists() for name in [*record["files"], "LICENSE"])


def test_the_typeface_is_replaced_and_its_neighbours_are_kept() -> None:
    style = (
        "/*! its licence */@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
        ".a{font-family:GDS Transport,arial,sans-serif}"
        "@supports (mask:initial){.footer__copyright-logo:before{background:url(/assets/images/crest.svg)}}"
        ".b{color:red}\n/*# sourceMappingURL=a.css.map */"
    )

    assert cleaned_style(style) == '.a{font-family:arial,"Liberation Sans",sans-serif}.b{color:red}\n'


def test_a_package_that_brings_an_emblem_in_another_form_is_refused(tmp_path: Path) -> None:
    built = tmp_path / "dist" / "govuk"
    built.mkdir(parents=True)
    (built / "govuk-frontend.min.css").write_text(
        ".new-logo{background:url(/assets/images/crest.svg)}", "utf-8"
    )
    (built / "govuk-frontend.min.js").write_text("", "utf-8")

    with pytest.raises(NotClean, match="crest"):
        vendor(tmp_path)


@every("path", TEMPLATES, ids=lambda path: path.relative_to(HERE / "candour").as_posix())
def test_no_template_needs_more_than_the_strict_policy_gives(path: Path) -> None:
    assert NOT_STRICT.findall(path.read_text("utf-8")) == []


def test_pages_and_pictures_use_the_same_inks(style: str) -> None:
    names = {"INK": "ink", "SECOND": "second", "RULE": "rule", "HAIR": "hair", "PINE": "pine", "WASH": "wash"}
    names |= {"STRIPE": "stripe", "PLACED": "placed", "HELD": "held", "HELD_GROUND": "held-ground"}
    names |= {"LATE": "refused", "LATE_GROUND": "refused-ground", "LATER": "grey"}

    assert {ink for ink, name in names.items() if f"--{name}: {getattr(inks, ink)};" not in style} == set()


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        ("second", "wash"),
        ("link", "wash"),
        ("placed", "placed-ground"),
        ("held", "held-ground"),
        ("refused", "refused-ground"),
        ("ink", "closed-ground"),
        ("ink", "chosen"),
        ("ink", "focus"),
    ],
)
def test_letters_stand_out_from_their_ground(style: str, letters: str, ground: str) -> None:
    light, dark = sorted((luminance(colour_of(style, name)) for name in (letters, ground)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def colour_of(style: str, name: str) -> str:
    found = re.search(rf"--{name}: #([0-9a-f]{{6}});", style)
    assert found, name
    return found[1]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_stranger_reads_only_that_the_page_is_not_found() -> None:
    answer = shown("404.html").get_element_by_id("answer")

    assert answer.text_content().split() == ["Page", "not", "found"]


def test_a_refusal_says_why_and_whom_to_ask() -> None:
    words = shown("403.html", reasons=["This review is closed."]).text_content()

    assert "This review is closed." in words
    assert "Ask the business manager" in words


@pytest.mark.parametrize(
    "name", ["400", "403_csrf", "500", "503", "web/trouble", "account/login", "mfa/authenticate"]
)
def test_every_page_has_one_heading_a_skip_link_and_a_language(name: str) -> None:
    page = shown(f"{name}.html", trouble={"what": "No.", "do": "Wait."})

    assert len(page.xpath("//h1")) == 1
    assert page.get("lang") == "en-GB"
    assert page.xpath("//body/a[1]/@href") == ["#answer"]
    assert page.xpath("//main/@id") == ["answer"]


@pytest.mark.parametrize("demonstration", [True, False])
def test_a_demonstration_says_so_and_nothing_else_does(settings: Any, demonstration: bool) -> None:
    settings.DEMONSTRATION = demonstration

    assert ("is invented" in shown("404.html").xpath("string(//header)")) is demonstration


def test_all_components_are_shown_together_in_a_demonstration_only(settings: Any) -> None:
    request = RequestFactory().get("/components/?mistakes")
    request.user = AnonymousUser()
    settings.DEMONSTRATION = True

    assert b"There is a problem" in components.page(request).content
    settings.DEMONSTRATION = False
    with pytest.raises(Http404):
        components.page(request)
