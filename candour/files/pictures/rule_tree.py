"""How an outcome follows from answers: a rule's tree, its tests at the left and the outcome at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from candour.domain.rules.answer import Answer
from candour.files.pictures.inks import INK, PINE, SECOND, WASH, WHITE
from candour.files.pictures.lettering import broken, width_of, write_lines
from candour.files.pictures.rule_parts import Conclusion, Joint, Leaf
from candour.files.pictures.signs import draw_cross, draw_question, draw_tick
from candour.files.pictures.svg import Svg, number, picture

LETTERS = 16.0
_LEAF = (300.0, 440.0)
_OUTCOME = 240.0
_PITCH = (100.0, 190.0)
_BOX = 38.0
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part of the tree and where it stands: the right edge and the middle of its box."""

    part: Leaf | Joint
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    of: tuple[_Placed, ...] = ()

    @property
    def right(self) -> float:
        return self.x + self.width

    def all(self) -> Iterator[_Placed]:
        yield self
        for one in self.of:
            yield from one.all()


def rule_tree_svg(tree: Leaf | Joint, outcome: Conclusion, *, says: str, width: float = 1120) -> str:
    """Tests in the rule's order, top to bottom; each joint between the boxes that it joins.

    The drawing grows wider than asked when the rule is too deep for the width.
    """
    svg = Svg()
    depth = _depth(tree)
    longest = max((_joint_width(word) for word in _words(tree)), default=0.0) + 34
    leaf = min(max(width - _OUTCOME - 40 - depth * _PITCH[1], _LEAF[0]), _LEAF[1])
    pitch = max(longest, min(_PITCH[1], (width - leaf - _OUTCOME - 40) / max(depth, 1)), _PITCH[0])
    root, foot = _place(tree, leaf, pitch, _EDGE)
    box = _OutcomeBox.at(outcome, root.right + 30, root.y)
    down = max(0.0, box.height / 2 - root.y + _EDGE)
    height = max(foot - 14, root.y + box.height / 2) + _EDGE + down
    links = any(isinstance(one.part, Leaf) and one.part.href for one in root.all())
    whole = max(width, box.x + _OUTCOME + _EDGE)
    with (
        picture(svg, whole, height, says, class_="picture rule-tree", role="group" if links else "img"),
        svg.inside("g", transform=f"translate(0 {number(down)})" if down else None),
    ):
        _draw_ways(svg, root)
        _draw_way(svg, root.right, root.y, box.x, root.y)
        for one in root.all():
            _draw_box(svg, one)
        box.draw(svg)
    return str(svg)


def _depth(part: Leaf | Joint) -> int:
    return 0 if isinstance(part, Leaf) else 1 + max(_depth(one) for one in part.of)


def _words(part: Leaf | Joint) -> Iterator[str]:
    if isinstance(part, Joint):
        yield part.word
        for one in part.of:
            yield from _words(one)


def _joint_width(word: str) -> float:
    return width_of(word, LETTERS) + 54


def _place(part: Leaf | Joint, leaf: float, pitch: float, top: float) -> tuple[_Placed, float]:
    """The part in its place, and where the next one below may begin."""
    if isinstance(part, Leaf):
        lines = broken(part.label, leaf - 50, LETTERS, most=3)
        height = _BOX + (len(lines) - 1) * LETTERS * 1.2
        return _Placed(part, _EDGE, top + height / 2, leaf - _EDGE, height, lines), top + height + 14
    placed: list[_Placed] = []
    for one in part.of:
        child, top = _place(one, leaf, pitch, top)
        placed.append(child)
    middle = (placed[0].y + placed[-1].y) / 2
    wide = _joint_width(part.word)
    x = leaf + _depth(part) * pitch - wide
    return _Placed(part, x, middle, wide, _BOX, (part.word,), tuple(placed)), top


def _draw_ways(svg: Svg, joint: _Placed) -> None:
    for one in joint.of:
        _draw_way(svg, one.right, one.y, joint.x, joint.y)
        _draw_ways(svg, one)


def _draw_way(svg: Svg, x: float, y: float, to_x: float, to_y: float) -> None:
    """Along its own height, then up or down just before the box that it leads to."""
    turn = number(to_x - 16)
    path = f"M{number(x)} {number(y)}H{turn}V{number(to_y)}H{number(to_x)}"
    svg.element("path", class_="way", d=path, fill="none", stroke=SECOND, stroke_width=1.6)


def _draw_box(svg: Svg, placed: _Placed) -> None:
    part = placed.part
    leaf = isinstance(part, Leaf)
    href = part.href if isinstance(part, Leaf) else None
    words = part.label if isinstance(part, Leaf) else part.word
    top = placed.y - placed.height / 2
    with (
        svg.inside("g", class_=f"{'leaf' if leaf else 'joint'} answer-{part.answer}"),
        svg.inside("a", href=href) if href else nullcontext(),
    ):
        svg.element("title", f"{words}: {part.answer}")
        _draw_outline(svg, part.answer, placed.x, top, placed.width, placed.height)
        _draw_answer(svg, part.answer, placed.x + 18, placed.y)
        write_lines(
            svg,
            placed.lines,
            placed.x + 36,
            top + _BOX / 2 + LETTERS * 0.35,
            size=LETTERS,
            step=LETTERS * 1.2,
            fill=INK,
            decoration="underline" if href else None,
        )


def _draw_outline(svg: Svg, answer: Answer, x: float, y: float, width: float, height: float) -> None:
    """Yes full, no thin, unknown dashed: all in ink, as no answer is the good one."""
    svg.element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=WHITE,
        stroke=SECOND if answer is Answer.NO else INK,
        stroke_width=1.2 if answer is Answer.NO else 2.2,
        stroke_dasharray="5 3" if answer is Answer.UNKNOWN else None,
    )


def _draw_answer(svg: Svg, answer: Answer, x: float, y: float) -> None:
    match answer:
        case Answer.YES:
            draw_tick(svg, x, y)
        case Answer.NO:
            draw_cross(svg, x, y)
        case Answer.UNKNOWN:
            draw_question(svg, x, y)


@dataclass(frozen=True, slots=True)
class _OutcomeBox:
    outcome: Conclusion
    x: float
    y: float
    title: Sequence[str]
    words: Sequence[str]

    @classmethod
    def at(cls, outcome: Conclusion, x: float, y: float) -> _OutcomeBox:
        title = broken(outcome.title, _OUTCOME - 32, 18, most=3, bold=True)
        words = broken(outcome.words, _OUTCOME - 32, 15.5, most=6) if outcome.words else ()
        return cls(outcome, x, y, title, words)

    @property
    def height(self) -> float:
        return 30 + len(self.title) * 22 + len(self.words) * 21

    def draw(self, svg: Svg) -> None:
        top = self.y - self.height / 2
        with svg.inside("g", class_="outcome"):
            svg.element("title", f"{self.outcome.title}. {self.outcome.words}".strip())
            svg.element(
                "rect",
                x=self.x,
                y=top,
                width=_OUTCOME,
                height=self.height,
                fill=WASH,
                stroke=PINE,
                stroke_width=2.4,
                stroke_dasharray=None if self.outcome.known else "5 3",
            )
            y = write_lines(
                svg, tuple(self.title), self.x + 16, top + 30, size=18, step=22, bold=True, fill=INK
            )
            write_lines(svg, tuple(self.words), self.x + 16, y - 1, size=15.5, step=21, fill=INK)
