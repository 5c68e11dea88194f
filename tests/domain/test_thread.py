"""The thread of a finding: what it rests on, every path of it, and what can be said against it."""

from __future__ import annotations

from candour.domain.methods import Code
from candour.domain.thread import (
    Carried,
    Claim,
    EpisodeOf,
    EventOf,
    FactorOf,
    Ground,
    Kind,
    Outside,
    State,
    objections,
    paths,
    seal,
    state_of,
    thread_of,
)

SUMMARY = Carried("e1", "Northmoor", "Summary sent", "northmoor.xlsx, row 88", State.SAME)
LETTER = Carried("e2", "Millbrook", "Letter", "millbrook.xlsx, row 12", State.CHANGED)
CALL = Carried("e3", "Police", "Call logged", "police.docx, row 20", State.WITHDRAWN)
MOVE = EpisodeOf("4", "After the move", frozenset({"e1", "e2", "e3"}))
ASKED = FactorOf("1", "Only on request", frozenset({"4"}))
RULES = set(Code)


def grounds(claim: Claim) -> list[Ground]:
    return [one.ground for one in objections(claim, RULES)]


def whole(**other: object) -> Claim:
    parts: dict[str, object] = {
        "factors": (ASKED,),
        "episodes": (MOVE,),
        "carried": (SUMMARY, LETTER),
        "outside": Outside.SHOWN,
        "reach_has_source": True,
        "questions": ("Does the board know?",),
    }
    return Claim("3", "A record travels only if asked for", **{**parts, **other})  # type: ignore[arg-type]


def test_words_are_the_same_until_a_letter_moves() -> None:
    frozen = seal("Letter not copied on")
    assert state_of(frozen, "Letter not copied on") is State.SAME
    assert state_of(frozen, "Letter not copied on.") is State.CHANGED
    assert state_of(frozen, None) is State.WITHDRAWN


def test_a_path_runs_from_the_finding_to_the_row() -> None:
    (path,) = paths(thread_of(whole(carried=(SUMMARY,))))
    assert [node.label for node in (path.factor, path.episode, path.entry, path.row) if node] == [
        "Only on request",
        "After the move",
        "Summary sent",
        "northmoor.xlsx, row 88",
    ]


def test_rows_of_one_event_meet_in_it_and_one_that_tells_of_none_ends_before() -> None:
    met = EventOf("7", "The move", frozenset({"e1", "e2", "elsewhere"}))
    thread = thread_of(whole(carried=(SUMMARY, LETTER, CALL), events=(met, EventOf("8", "x", frozenset()))))

    ends = {path.entry.id: path.event.label if path.event else "" for path in paths(thread) if path.entry}
    assert ends == {"e1": "The move", "e2": "The move", "e3": ""}
    assert [node.id for node in thread.of(Kind.EVENT)] == ["7"]


def test_withdrawn_entries_stay_in_the_thread_and_are_no_longer_counted() -> None:
    claim = whole(carried=(SUMMARY, CALL))
    assert [node.state for node in thread_of(claim).nodes if node.id == "e3"] == [State.WITHDRAWN] * 2
    assert claim.agencies == ("Northmoor",)
    assert grounds(claim) == [Ground.ONE_AGENCY_ONLY, Ground.WORDS_MOVED]


def test_an_entry_of_no_episode_hangs_from_the_finding_itself() -> None:
    (path,) = paths(thread_of(Claim("3", "A claim", carried=(SUMMARY,))))
    assert (path.factor, path.episode) == (None, None)
    assert path.entry


def test_each_weakness_is_said_in_one_sentence() -> None:
    assert grounds(
        whole(carried=(SUMMARY, CALL, LETTER), outside=Outside.NOT_KNOWN, questions=("Act.",))
    ) == [
        Ground.WORDS_MOVED,
        Ground.WORDS_MOVED,
        Ground.NOTHING_OUTSIDE,
        Ground.NOT_A_QUESTION,
    ]
    assert grounds(Claim("3", "A claim")) == [
        Ground.RESTS_ON_NOTHING,
        Ground.NO_EPISODE,
        Ground.NOTHING_OUTSIDE,
        Ground.REACH_WITHOUT_SOURCE,
        Ground.NO_QUESTION,
    ]
    said = objections(whole(carried=(SUMMARY,)), RULES)
    assert [one.sentence for one in said] == ["Its one entry comes from one agency, Northmoor."]


def test_a_method_without_a_rule_raises_no_objection_by_it() -> None:
    assert [one.ground for one in objections(Claim("3", "A claim"), ())] == [Ground.RESTS_ON_NOTHING]
