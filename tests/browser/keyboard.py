"""A person with a keyboard and nothing else: each verb reaches its thing by Tab, or says that it cannot."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page

MOST_TABS = 300
"""Longer ways than this are no way, whatever a standard says."""
FOCUS_IS_SEEN = """(all) => all.some((one) => {
    if (one !== document.activeElement) return false;
    const look = (element) => { const s = getComputedStyle(element);
        return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; };
    const beside = one.nextElementSibling;
    return look(one) || (beside && getComputedStyle(beside, '::before').boxShadow !== 'none')
        || (one.type === 'file');
})"""


class NotReached(AssertionError):
    """What was looked for does not take the focus."""


def reach(page: Page, what: Locator, *, back: bool = False) -> None:
    """Press Tab, or Shift+Tab, until the thing has the focus, and see that the focus shows."""
    for _ in range(MOST_TABS):
        if what.evaluate_all("(all) => all.includes(document.activeElement)"):
            if not what.evaluate_all(FOCUS_IS_SEEN):
                raise NotReached(f"{what} takes the focus at {page.url}, and nobody can see it")
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise NotReached(f"{what} is not reached by Tab at {page.url}, titled {page.title()!r}")


def named(words: str) -> re.Pattern[str]:
    """What begins with these words: a hint or a fuller name may follow."""
    return re.compile(r"^\s*" + r"\s+".join(map(re.escape, words.split())).replace(":", r"\s*:"))


def follow(page: Page, words: str, *, back: bool = False) -> None:
    """Open the link that begins with these words."""
    link = page.get_by_role("link", name=named(words)).or_(
        page.get_by_role("button", name=named(words)).and_(page.locator("a"))
    )
    reach(page, link, back=back)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page: Page, words: str, *, key: str = "Enter", back: bool = False) -> None:
    """Press the button that begins with these words, and wait for where it leads."""
    reach(page, page.get_by_role("button", name=named(words)), back=back)
    with page.expect_navigation():
        page.keyboard.press(key)


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
