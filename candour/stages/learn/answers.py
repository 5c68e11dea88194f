"""What the board says beside the report, after its release: whose words, and which did nets catch?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from candour.domain.disclosure import Undecided
from candour.files.bundles import Answer
from candour.stages.report.deciding.nets import undecided_beside
from candour.stages.report.models import Release
from candour.stages.report.one_source import allowed_of, with_cast_of_today
from candour.stages.report.releasing.frozen import Frozen, thawed
from candour.stages.respond import reads
from candour.stages.respond.models import Action, Response


@dataclass(frozen=True, slots=True)
class Beside:
    """The board's answers to the findings that were released, and whose words they are."""

    answers: tuple[Answer, ...]
    caught: tuple[str, ...]
    """Words that the nets caught, each once: nobody has decided on them yet."""
    writers: frozenset[str]

    @property
    def mark(self) -> str:
        """Of every word, as it stands: whoever sends them says by it what was read."""
        written = json.dumps([asdict(one) for one in self.answers], default=str, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


def beside(release: Release) -> Beside:
    """Answers to findings that the released draft does not tell are not among them."""
    frozen, review = thawed(release.draft.frozen), release.report.review
    told = {one.number for one in frozen.told}
    answers = tuple(one for one in reads.answers_of(review) if one.finding in told)
    numbers = [one.finding for one in answers]
    responses = Response.objects.filter(finding__review=review, finding__number__in=numbers)
    actions = Action.objects.filter(finding__review=review, finding__number__in=numbers, withdrawn_at=None)
    writers = {
        *responses.values_list("answered_by", flat=True),
        *actions.values_list("added_by", flat=True),
        *actions.values_list("looked_by", flat=True),
    }
    return Beside(answers, _caught(answers, frozen, release), frozenset(writers - {""}))


def _caught(answers: tuple[Answer, ...], frozen: Frozen, release: Release) -> tuple[str, ...]:
    """By the cast as it was frozen and as it stands today."""
    pieces = [(f"the answer to finding {one.finding}", tuple(_pieces(one))) for one in answers]
    places = {where for where, _ in pieces}
    allow = (*frozen.allow, *allowed_of(release.report))
    found: list[Undecided] = []
    for one in (frozen, with_cast_of_today(frozen, release.report.review)):
        found += undecided_beside(one.source, pieces, one.cast, allow=allow)
    return tuple(dict.fromkeys(one.words for one in found if one.where in places))


def _pieces(answer: Answer) -> Iterator[str]:
    yield from (answer.reason, answer.dissent, answer.dissent_by)
    for action in answer.actions:
        yield from (action.text, action.owner, action.effect)
