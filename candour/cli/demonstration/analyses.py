"""Episodes, factors and findings of an invented review, each resting on the entries its files name."""

from __future__ import annotations

from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.actions.accounts import share_account, write_account
from candour.stages.analysis.actions.conversations import note_conversation
from candour.stages.analysis.actions.episodes import mark_episode
from candour.stages.analysis.actions.evidence import rest_on_entry
from candour.stages.analysis.actions.factors import add_factor
from candour.stages.analysis.actions.findings import write_finding
from candour.stages.analysis.actions.parts import appraise, write_why_then
from candour.stages.analysis.models import Episode, Factor
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import entry_at

LEFT_UNWRITTEN = 4
"""The episode whose reasons are not written yet: a visitor finds its fence closed, and can write them."""

OF_ITS_OWN = ("headline", "board_questions")
"""Questions of a method whose answer has a field of its own."""


def analyse(world: World, material: Material, review: Review, *, by: Person) -> None:
    for told in material.read("commission").get("conversation", []):
        _conversation(told, review, by)
    episodes: dict[str, Episode] = {}
    factors: dict[str, Factor] = {}
    for told in material.read("episodes")["episode"]:
        episode = _episode(world, told, review, by)
        episodes[told["key"]] = episode
        for factor in told.get("factor", []):
            factors[factor["key"]] = add_factor(
                by=by, review=review, group=factor["group"], words=factor["words"], episodes=[episode]
            )
    for told in material.read("findings")["finding"]:
        _finding(told, review, by, episodes, factors)


def _conversation(told: dict[str, Any], review: Review, by: Person) -> None:
    note_conversation(
        by=by,
        review=review,
        number=told["number"],
        with_whom=told["who"],
        held_on=told["on"],
        held_by_whom=by.name,
        notes=told["words"],
        checked_back_on=told["checked_back"],
    )


def _episode(world: World, told: dict[str, Any], review: Review, by: Person) -> Episode:
    episode = mark_episode(
        by=by,
        review=review,
        title=told["title"],
        starts_on=told["from"],
        ends_on=told["to"],
        agency=world.organisations[told["view_of"]],
        seen_on=told["view_to"],
        seen_when=told.get("task", ""),
        entries=[_entry(review, place) for place in told["rests_on"]],
        absence=told.get("absence", ""),
        conversations=told.get("conversations", []),
    )
    if told["number"] != LEFT_UNWRITTEN:
        write_why_then(by=by, episode=episode, words=told["sense"].strip())
    if "good" not in told:
        return episode  # a judge appraises in determinations, and those concerned answer an extract of them
    if told["number"] != LEFT_UNWRITTEN:
        appraise(by=by, episode=episode, good=told["good"].strip(), less_safe=told["less_safe"].strip())
    write_account(by=by, episode=episode, words=_account(told))
    share_account(by=by, episode=episode)
    return episode


def _account(told: dict[str, Any]) -> str:
    return f"{told['task']}. {told.get('absence', '')}".strip()


def _finding(
    told: dict[str, Any],
    review: Review,
    by: Person,
    episodes: dict[str, Episode],
    factors: dict[str, Factor],
) -> None:
    finding = write_finding(
        by=by,
        review=review,
        headline=told["headline"],
        category=told["category"],
        answers=_answers(told, review),
        against=told.get("against", ""),
        questions=told["board_questions"],
        conversations=told.get("conversations", []),
        factors=[factors[key] for key in told.get("factors", [])],
        episodes=[episodes[key] for key in told["episodes"]],
    )
    for place in told["rests_on"]:
        rest_on_entry(by=by, finding=finding, entry=_entry(review, place))


def _answers(told: dict[str, Any], review: Review) -> dict[str, dict[str, Any]]:
    """By code of the method's question, with the source where there is one; what cannot be said is said."""
    codes = [one.code for one in load_method(review.method).finding_questions if one.code not in OF_ITS_OWN]
    unsaid = told.get("cannot_say", [])
    words = {code: told["cannot_say_words"] if code in unsaid else told[code].strip() for code in codes}
    return {
        code: {
            "words": words[code],
            "source": told.get(f"{code}_source", ""),
            "not_known": code in unsaid or words[code] == "not known",
        }
        for code in codes
    }


def _entry(review: Review, place: dict[str, Any]) -> Entry:
    found = entry_at(review, place["file"], place["part"], place["row"])
    if found is None:
        raise Trouble(f"The example rests on a row that has no place: {place}.", do="Mend the example.")
    return found
