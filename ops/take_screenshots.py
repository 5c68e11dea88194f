"""Take the pictures of docs/screenshots anew, from a demonstration that is being served."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
)
FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
COLOURS = 128
WIDTHS = {"desk": (1200, 900), "phone": (360, 740)}


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of the demonstration, as one of the cast sees it."""

    name: str
    address: str
    seen_as: str = ""
    opened: str = ""
    """A link that is followed there first, by how its words begin."""


WREN, HERON = "/reviews/2014-003", "/reviews/2014-005"
VISITOR = "agency=Fenshire+Community+Health&on=17+March+2014"
SCREENS = (
    Screen("01-front", "/"),
    Screen("02-desk", "/tasks/", "business-manager"),
    Screen("03-review", f"{HERON}/", "judge"),
    Screen("04-decide", "/decisions/", "chair", opened="Child Hazel"),
    Screen("05-import", f"{WREN}/returns/", "business-manager", opened="fenshire_police"),
    Screen("06-chronology", f"{WREN}/chronology/?from=2013-12-01&to=2014-04-12&zoom=months", "lead-reviewer"),
    Screen("07-who-knew", f"{WREN}/known/?{VISITOR}", "lead-reviewer"),
    Screen("08-episode", f"{WREN}/episodes/4/", "lead-reviewer"),
    Screen("09-finding", f"{WREN}/findings/1/", "lead-reviewer"),
    Screen("10-report", f"{WREN}/report/parts/3/", "lead-reviewer"),
    Screen("11-oversight", "/oversight/", "national-body"),
    Screen("12-reading-room", "reading room", opened="Child Wren: a serious case review"),
)


def take(web: str, reading_room: str, folder: Path) -> list[Path]:
    """One picture a screen and width. The demonstration is looked at and not changed."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for screen in SCREENS:
            for width, size in WIDTHS.items():
                path = folder / f"{screen.name}-{width}.png"
                _take(chromium, screen, size, web, reading_room, path)
                taken.append(path)
        chromium.close()
    return taken


def _take(
    chromium: Browser, screen: Screen, size: tuple[int, int], web: str, reading_room: str, path: Path
) -> None:
    with chromium.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.goto(web)
        if screen.seen_as:
            page.locator(f"form[action$='/{screen.seen_as}/'] button").press("Enter")
            page.wait_for_load_state()
        page.goto(reading_room if screen.address == "reading room" else f"{web}{screen.address}")
        if screen.opened:
            _follow(page, screen.opened)
        if screen.address == "reading room":
            page.locator("ol.findings a").first.press("Enter")
            page.wait_for_load_state()
        page.screenshot(path=path)
    _make_small(path)


def _make_small(path: Path) -> None:
    """To a third of its size: a page has few colours. Pillow comes with pikepdf."""
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _follow(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.locator("main a").filter(has_text=words).first.press("Enter")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--web", default="http://127.0.0.1:8000", help="where `candour demo` serves")
    words.add_argument("--reading-room", default="http://127.0.0.1:8001", help="where its reading room is")
    words.add_argument("--out", type=Path, default=FOLDER, help="folder of the pictures")
    given = words.parse_args()
    for path in take(given.web, given.reading_room, given.out):
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
