"""What may each audience read? A view is made of the source and the cast, and holds nothing else of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from candour.domain.disclosure.arithmetic import refuse_arithmetic
from candour.domain.disclosure.orders import Order, Reader, may_read, refuse_orders_of_nothing
from candour.domain.disclosure.references import runs
from candour.domain.disclosure.shown import ShownParagraph, ShownPart, ShownUnder, Standing, UnderKind, View
from candour.domain.disclosure.source import Source
from candour.domain.disclosure.texts import Placed, PlacedUnder, days_told, placed
from candour.domain.disclosure.tokens import Phrase, tokens_of, written
from candour.domain.disclosure.under import Figure, Quotation, Reference
from candour.domain.disclosure.words import Audience, Edition
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

_JOINERS = "\u200c\u200d"
_BOXES = 7
_KINDS = {Quotation: UnderKind.QUOTATION, Figure: UnderKind.FIGURE, Reference: UnderKind.NOTE}


def view(
    source: Source,
    cast: Cast,
    audience: Audience | Reader,
    *,
    orders: Iterable[Order] = (),
    edition: Edition = Edition.WHOLE,
) -> View:
    """The report for one audience: real names in the closed, pseudonyms and gists in the open.

    Paragraphs keep their numbers. Raises Trouble for a reference that leads nowhere, naming the paragraph;
    for days from which a hidden one could be computed; for an order about what is not there; for a
    seven-minute briefing that has not its seven boxes.
    """
    told = tuple(orders)
    refuse_orders_of_nothing(told, source)
    making = _Making(source, cast, audience, told, edition)
    if making.names is Audience.OPEN:
        refuse_arithmetic(days_told(source, making.reads), cast)
    made = View(
        title=making.said(source.title, "the title"),
        review_number=plain(source.review_number),
        audience=Audience.CLOSED if isinstance(audience, Reader) else audience,
        invented=source.invented,
        parts=tuple(making.parts()),
        edition=edition,
        by_order=isinstance(audience, Reader),
        real_names=making.names is Audience.CLOSED,
        ordered_as=_roles(audience, told),
    )
    if edition is Edition.BRIEFING and len(made.parts) != _BOXES:
        raise Trouble(
            f"A seven-minute briefing has seven boxes, and this one has {len(made.parts)}.",
            where="the briefing",
            do="Choose paragraphs of seven parts for it.",
        )
    return made


def _roles(audience: Audience | Reader, orders: Iterable[Order]) -> tuple[str, ...]:
    who = audience.who if isinstance(audience, Reader) else ""
    return tuple(sorted({one.ordered_as for one in orders if one.who == who and one.ordered_as}))


@dataclass(frozen=True, slots=True)
class _Making:
    source: Source
    cast: Cast
    audience: Audience | Reader
    orders: tuple[Order, ...]
    edition: Edition

    @property
    def names(self) -> Audience:
        """Whether names are real, and days whole."""
        return self.audience.entitled if isinstance(self.audience, Reader) else self.audience

    def reads(self, paragraph: int, part: int) -> bool:
        return may_read(self.audience, self.orders, paragraph=paragraph, part=part)

    def said(self, text: str, where: str, *, opened: bool | None = None) -> str:
        if opened is None:
            opened = self.names is Audience.CLOSED
        phrases = Audience.CLOSED if opened else Audience.OPEN
        return plain(
            "".join(run.text for run in runs(text, self.cast, self.names, where=where, phrases=phrases))
        )

    def parts(self) -> Iterator[ShownPart]:
        above = 0
        for nth, part, paragraphs in placed(self.source):
            shown = [self._paragraph(one) for one in paragraphs if one.paragraph.stands_in(self.edition)]
            if shown or not (paragraphs or self.edition is not Edition.WHOLE):
                title = self.said(part.title_for(self.edition), f"the title of part {nth}")
                above = min(part.level, above + 1)  # an edition may leave out the part above
                yield ShownPart(title, tuple(_together(shown)), above)

    def _paragraph(self, one: Placed) -> ShownParagraph:
        paragraph, reads = one.paragraph, self.reads(one.number, one.part)
        is_open = paragraph.audience is Audience.OPEN
        if not (is_open or reads):
            text = self.said(paragraph.gist, f"{one.where}, gist")
            return ShownParagraph(one.number, text, self._withheld)
        return ShownParagraph(
            number=one.number,
            text=self.said(paragraph.wording_for(self.edition), one.where, opened=reads),
            standing=Standing.OPEN if is_open else Standing.CLOSED,
            reason="" if is_open else self._reason(paragraph.reason, one.where),
            under=tuple(self._under(under, reads=reads) for under in one.under),
            phrase_reasons=tuple(self._phrase_reasons(one, reads=reads)),
        )

    def _phrase_reasons(self, one: Placed, *, reads: bool) -> Iterator[str]:
        """For whoever reads the phrases and has the closed report; a reason that nobody wrote down is ""."""
        if reads and self.names is Audience.CLOSED:
            reasons = dict(one.paragraph.phrase_reasons)
            for token in tokens_of(one.paragraph.wording_for(self.edition), one.where):
                if isinstance(token, Phrase):
                    said = reasons.get(written(token.secret), "")
                    yield self.said(said, f"{one.where}, reason of a phrase")

    @property
    def _withheld(self) -> Standing:
        return Standing.WITHHELD if self.names is Audience.CLOSED else Standing.GIST

    def _reason(self, reason: str, where: str) -> str:
        """For whoever has the closed report: a reason may say more than the one paragraph that was opened."""
        return self.said(reason, f"{where}, reason") if self.names is Audience.CLOSED else ""

    def _under(self, one: PlacedUnder, *, reads: bool) -> ShownUnder:
        under, where = one.under, one.where
        kind = _KINDS[type(under)]
        is_open = under.audience is Audience.OPEN
        if not (is_open or reads):
            return ShownUnder(kind, one.number, self._withheld, self.said(under.gist, f"{where}, gist"))

        def said(text: str) -> str:
            return self.said(text, where, opened=reads)

        made = ShownUnder(
            kind,
            one.number,
            Standing.OPEN if is_open else Standing.CLOSED,
            text=said(under.title if isinstance(under, Figure) else under.text),
            reason="" if is_open else self._reason(under.reason, where),
        )
        match under:
            case Quotation():
                return replace(made, by=said(under.by))
            case Figure():
                rows = tuple(tuple(map(said, row)) for row in under.rows)
                return replace(made, columns=tuple(map(said, under.columns)), rows=rows, alt=said(under.alt))
            case _:
                return made


def _together(paragraphs: Iterable[ShownParagraph]) -> Iterator[ShownParagraph]:
    """Neighbours that have the very same gist know the first and the last of them."""

    def gist(paragraph: ShownParagraph) -> tuple[bool, str | int]:
        shared = paragraph.standing is Standing.GIST and paragraph.number > 0
        return shared, paragraph.text if shared else 0

    for (shared, _), several in groupby(paragraphs, gist):
        group = [*several]
        if shared and len(group) > 1:
            yield from (replace(one, first=group[0].number, last=group[-1].number) for one in group)
        else:
            yield from group


def plain(text: str) -> str:
    """One line of composed letters, without controls or unseen marks, in which words could be hidden."""
    seen = (
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace()
        or letter in _JOINERS
        or not (unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") or _is_no_letter(letter))
    )
    return " ".join("".join(seen).split())


def _is_no_letter(letter: str) -> bool:
    """Code points that never are letters (U+FFFE and its like): no format can hold them."""
    return ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF
