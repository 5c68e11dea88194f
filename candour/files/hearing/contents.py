"""What is in a bundle: tabs of papers, each with its pages, its words, or the reason why it is not in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, every cell in the words in which it was written."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    called: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. `number` stands in front of it where it has one."""

    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that is set here from its words."""

    blocks: tuple[Passage | Grid, ...]
    lead: str = ""
    """One line on what it is and where it comes from."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a paper as it came: points wide and high as it is read; `fault` says why it is not here."""

    width: float
    height: float
    fault: str = ""

    @property
    def is_wide(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper whose pages are taken in as they are: a PDF with nothing but pages in it."""

    content: bytes
    sheets: tuple[Sheet, ...]
    left_out: tuple[str, ...] = ()
    """What was taken off it, in words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, on a page of its own. `kind` is png or jpg."""

    content: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """It has no page in the bundle, and the index says why."""

    why: str
    see_original: bool = True
    """Whether there is another place where it may be read."""


Body = Written | Pages | Picture | NotTaken


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper under the name that the index gives it."""

    title: str
    body: Body
    says: str = ""
    """Whose it is or of which day, in a few words beside the title."""
    decided: bool = False
    """Whether somebody decided on each of its words before: no net is cast over it again."""


@dataclass(frozen=True, slots=True)
class Tab:
    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that the PDF is made of. The same bundle gives the same bytes."""

    title: str
    """Of the review, as its audience may read it."""
    number: str
    heard: str
    """The hearing and its day in words."""
    closed: bool
    called: str
    """For whom it is."""
    mark: str
    """Whose copy it is, on each page of a closed one."""
    invented: bool
    tabs: tuple[Tab, ...]

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(paper for tab in self.tabs for paper in tab.papers)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A line of the index: the bundle pages of a paper, from 1; both 0 for one that is not in it."""

    tab: int
    title: str
    first: int
    last: int
    why: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BundleMade:
    content: bytes
    pages: int
    index: tuple[Indexed, ...]
