"""Who may read what, person by person: orders open closed paragraphs to somebody, or shut them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure.source import Source
from candour.domain.disclosure.words import Audience
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Reader:
    """A person whom orders may name; `entitled`: which report is theirs where no order says otherwise.

    Names and days follow `entitled`: an order that opens a paragraph to a reader of the open report gives no
    key to the pseudonyms of the rest.
    """

    who: str
    entitled: Audience = Audience.OPEN


@dataclass(frozen=True, slots=True)
class Order:
    """An order for one reader: paragraphs by number, or all closed ones of parts by number.

    `ordered_as`: in which role it was made, such as "Judge"; "" where that is not known.
    """

    who: str
    may_read: bool
    by: str
    on: date
    why: str
    paragraphs: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
    ordered_as: str = ""

    def __post_init__(self) -> None:
        if not (self.who.strip() and self.by.strip() and self.why.strip()):
            raise Trouble("An order says for whom it is, by whom, and why.", do="Write all three.")
        if not self.paragraphs and not self.parts:
            raise Trouble("The order names no paragraph and no part.", do="Name at least one by its number.")


def may_read(reader: Audience | Reader, orders: Iterable[Order], *, paragraph: int, part: int) -> bool:
    """Whether this audience reads what is closed there. The latest order counts; on one day, the stricter."""
    if not isinstance(reader, Reader):
        return reader is Audience.CLOSED
    told = [
        order
        for order in orders
        if order.who == reader.who and (paragraph in order.paragraphs or part in order.parts)
    ]
    if not told:
        return reader.entitled is Audience.CLOSED
    return max(told, key=lambda order: (order.on, not order.may_read)).may_read


def refuse_orders_of_nothing(orders: Iterable[Order], source: Source) -> None:
    """Raises Trouble for an order about a paragraph or a part that the report does not have."""
    last, parts = sum(1 for _ in source.numbered()), len(source.parts)
    for order in orders:
        for what, numbers, most in (("paragraph", order.paragraphs, last), ("part", order.parts, parts)):
            for number in numbers:
                if not 1 <= number <= most:
                    raise Trouble(
                        f"The report has no {what} {number}.",
                        where=f"the order of {order.on.isoformat()}",
                        do=f"It has {what}s 1 to {most}.",
                    )
