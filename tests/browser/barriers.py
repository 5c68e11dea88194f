"""What no page may have: a barrier that axe knows, a sideways scroll, a complaint of the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import ConsoleMessage, Page

DESKTOP, PHONE, NARROW = (
    {"width": 1200, "height": 900},
    {"width": 360, "height": 740},
    {"width": 320, "height": 640},
)
AXE = AXE_FILE_PATH.read_text("utf-8")
RUN = "(rules) => axe.run(rules).then((told) => told.violations)"
AT_A_DESK = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
ON_A_PHONE = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "label"]},
}
"""What the width of the page may change; the rest was asked at a desk."""
SIDEWAYS = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""
WIDEST = """() => [...document.querySelectorAll('main *, header *, footer *, nav *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scrolls'))
    .slice(0, 3).map((one) => one.outerHTML.slice(0, 160))"""


@dataclass
class Barriers:
    """What was found on the pages looked at: each kind of page once, an error on it once more."""

    found: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def look(self, page: Page) -> None:
        kind = kind_of(page.url) + (" with an error" if page.title().startswith("Error") else "")
        if kind not in self.kinds:
            self.kinds.add(kind)
            self.found += look_at(page)


def kind_of(address: str) -> str:
    """The address without what differs from one review, row or person to the next."""
    path = urlsplit(address).path
    if path.startswith("/tour/"):
        return path
    return re.sub(r"/(?:N-)?(?=[\w-]*\d)[\w-]{1,24}(?=/|$)", "/*", re.sub(r"/join/[^/]+", "/join/*", path))


def look_at(page: Page) -> list[str]:
    """Every barrier of the page that is open, at three widths; nothing typed on it is lost."""
    page.evaluate(AXE)
    found = [f"{page.url}: {words}" for words in [*frame_of(page), *axe_of(page, AT_A_DESK)]]
    for size in (NARROW, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a TypedDict
        if (over := page.evaluate(SIDEWAYS)) > 0:
            found.append(
                f"{page.url}: scrolls {over} px sideways at {size['width']}: {page.evaluate(WIDEST)}"
            )
    found += [f"{page.url}: on a phone, {words}" for words in axe_of(page, ON_A_PHONE)]
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    return found


def frame_of(page: Page) -> list[str]:
    """What every page has: one heading of the first level, a title of its own, its language."""
    found = []
    if (headings := page.locator("h1").count()) != 1:
        found.append(f"{headings} headings of the first level")
    if not page.title().strip() or page.title().startswith("-"):
        found.append("no title")
    if page.locator("html").get_attribute("lang") != "en-GB":
        found.append("does not say its language")
    return found


def axe_of(page: Page, rules: dict[str, Any]) -> list[str]:
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in page.evaluate(RUN, rules)
    ]


@contextmanager
def nothing_complained_of(page: Page) -> Iterator[None]:
    """The browser itself finds nothing: no blocked style or script, no missing file, no error."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield
    assert said == []
