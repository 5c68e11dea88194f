"""In which editions a paragraph stands, and with which words of its own there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from candour.domain.access import Can
from candour.domain.disclosure import Edition
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions.paragraphs import _refuse_withdrawn, _save
from candour.stages.report.models import Paragraph


def place_in_editions(
    *, by: Person, paragraph: Paragraph, version: int, editions: Iterable[str], told_as: Mapping[str, str]
) -> Paragraph:
    """`told_as`: the words of its own in an edition. Raises Trouble where it would stand in none."""
    with act("placed_in_editions", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(paragraph)
        chosen = {Edition(one) for one in editions}
        own = {str(Edition(word)): said.strip() for word, said in told_as.items() if said.strip()}
        if not chosen and not own:
            raise Trouble("The paragraph would stand in no edition.", do="Choose one, or withdraw it.")
        if Edition.WHOLE in own:
            raise Trouble("The whole report has the paragraph’s words.", do="Change the paragraph itself.")
        paragraph.is_in_whole = Edition.WHOLE in chosen
        paragraph.editions = sorted(chosen - {Edition.WHOLE} - {*map(Edition, own)})
        paragraph.told_as = own
        _save(paragraph, by, None)
    return paragraph
