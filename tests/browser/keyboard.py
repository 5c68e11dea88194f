"""A person with a keyboard and nothing else: each verb reaches its thing by Tab, or says that it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page

MOST_TABS = 300
"""Longer ways than this are no way, whatever a standard says."""
MOST_LOOKS, PAUSE = 40, 500.0
"""How often a person looks again, and after how many milliseconds."""
IS_BELOW = "(one) => document.activeElement === document.body && one.closest('main') !== null"
"""Nothing has the focus yet, and what is wanted stands in the answer: the page's first link leads there."""
HAS_FOCUS = "(all) => all.includes(document.activeElement)"
FOCUS_IS_SEEN = """() => {
    const one = document.activeElement, beside = one.nextElementSibling;
    const marked = (look) => look.outlineStyle !== 'none' || look.boxShadow !== 'none';
    return marked(getComputedStyle(one)) || one.type === 'file'
        || (beside !== null && marked(getComputedStyle(beside, '::before')));
}"""


on_arrival: dict[Page, Callable[[Page], None]] = {}
"""Who looks at each page that a person comes to."""


class NotReached(AssertionError):
    """What was looked for does not take the focus."""


def reach(page: Page, what: Locator, *, back: bool = False) -> None:
    """Press Tab, or Shift+Tab, until the thing has the focus, and see that the focus shows."""
    things = what.element_handles()  # found once: to look for names at every press would be slow
    assert things, f"{page.url}, {page.title()!r}, has no {what}"
    if page.evaluate(IS_BELOW, things[0]):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hash === '#answer'"):
            page.keyboard.press("Enter")
    for _ in range(MOST_TABS):
        if page.evaluate(HAS_FOCUS, things):
            assert page.evaluate(FOCUS_IS_SEEN), f"{what} has the focus at {page.url}, and nobody sees it"
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise NotReached(f"Tab does not reach {what} at {page.url}, {page.title()!r}")


def named(words: str) -> re.Pattern[str]:
    """What begins with these words: a hint or a fuller name may follow."""
    return re.compile(r"^\s*" + r"\s+".join(map(re.escape, words.split())).replace(":", r"\s*:"))


def enter(page: Page, what: Locator, *, back: bool = False) -> None:
    """Reach something that leads elsewhere, press Enter, and be there."""
    reach(page, what, back=back)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if page in on_arrival:
        on_arrival[page](page)


def follow(page: Page, words: str, *, back: bool = False) -> None:
    """Open the link that begins with these words."""
    link = page.get_by_role("link", name=named(words)).or_(page.get_by_role("button", name=named(words)))
    enter(page, page.locator("a").and_(link), back=back)


def press(page: Page, words: str, *, back: bool = False) -> None:
    """Press the button that begins with these words."""
    enter(page, page.get_by_role("button", name=named(words)), back=back)


def write(page: Page, label: str, words: str) -> None:
    """Write into the box with this label, in place of what stands there."""
    box = page.get_by_role("textbox", name=named(label))
    reach(page, box)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    assert words == box.evaluate_all("(all) => all.find((one) => one === document.activeElement).value")


def choose(page: Page, group: str, label: str) -> None:
    """Choose one of a group of radio buttons: Tab to the group, then arrows."""
    radios = page.get_by_role("group", name=named(group)).get_by_role("radio")
    reach(page, radios)
    page.keyboard.press("Space")
    wanted = page.get_by_role("group", name=named(group)).get_by_role("radio", name=named(label))
    for _ in range(radios.count()):
        if wanted.first.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise NotReached(f"{label!r} of {group!r} is not reached by arrows at {page.url}")


def tick(page: Page, label: str, *, nth: int = 0) -> None:
    """Tick the box with this label."""
    box = page.get_by_role("checkbox", name=named(label)).nth(nth)
    reach(page, box)
    page.keyboard.press("Space")
    assert box.is_checked()


def pick(page: Page, label: str, option: str) -> None:
    """Pick an option of a drop-down list by typing its words, as its owner does."""
    box = page.get_by_role("combobox", name=named(label))
    reach(page, box)
    page.keyboard.type(option)
    chosen = box.evaluate("(one) => one.selectedOptions[0].label")
    assert str(chosen).startswith(option), f"typing {option!r} picked {chosen!r}"


def attach(page: Page, label: str, *files: Path) -> None:
    """Reach the box for files by Tab. The window that then opens is the machine's own, not a page's."""
    box = page.get_by_label(label)
    reach(page, box)
    box.set_input_files(files)


def look_again_till_done(page: Page) -> None:
    """The worker takes a moment. With script the page looks again by itself, without it a person does."""
    if page.evaluate("document.body.classList.contains('js-enabled')"):
        page.locator("[data-waits]").wait_for(state="detached")
        return
    for _ in range(MOST_LOOKS):
        if not page.locator("[data-waits]").count():
            return
        page.wait_for_timeout(PAUSE)
        follow(page, "Look again now")
    raise AssertionError(f"{page.url} still waits for the worker")
