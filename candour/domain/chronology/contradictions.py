"""Where two accounts of one event say opposite things of it, and rows that say so themselves.

Only what can be held against a list is looked at: facts told or denied, results that shut each other out,
numbers of one thing, and the columns on whether the child was seen. What is found is a question.
"""

from __future__ import annotations

from collections.abc import Iterator

from candour.domain.chronology.asserted import asserted
from candour.domain.chronology.conflict import ConflictKind
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.opposites import opposites

SEEN, NOT_SEEN = frozenset({"child_seen", "child_alone"}), frozenset({"child_not_seen"})
SHOWN = 60
"""Letters of a row shown around what it says."""

Difference = tuple[ConflictKind, str, str, str]
"""What kind, what the one says, what the other says, and why it is a question."""


def differences(a: Entry, b: Entry) -> Iterator[Difference]:
    """Where two accounts of one event say opposite things, each of which they say without a "but"."""
    if (a_seen := _seen(a)) is not None and (b_seen := _seen(b)) is not None and a_seen != b_seen:
        said = {True: "child seen", False: "child not seen"}
        why = "One account says that the child was seen; the other says not."
        yield ConflictKind.CONTENT, said[a_seen], said[b_seen], why
    one = asserted(a.event, a.action)
    if not one.words:
        return
    other = asserted(b.event, b.action)
    for subject in sorted(one.facts.keys() & other.facts.keys()):
        if (
            len(one.facts[subject] | other.facts[subject])
            == 2
            == len(one.facts[subject]) + len(other.facts[subject])
        ):
            why = f"One account tells of this ({subject}); the other denies it."
            yield ConflictKind.CONTENT, one.words[subject], other.words[subject], why
    for subject in sorted(one.numbers.keys() & other.numbers.keys()):
        if one.numbers[subject].isdisjoint(other.numbers[subject]):
            name = f"number of {subject}"
            yield (
                ConflictKind.CONTENT,
                one.words[name],
                other.words[name],
                "The accounts give different numbers.",
            )
    if bool(a.action) != bool(b.action):
        return  # what one writes of the event and the other of its outcome may both be right
    for matter in sorted(one.results.keys() & other.results.keys()):
        if one.results[matter].isdisjoint(other.results[matter]):
            why = f"The outcomes shut each other out: {matter}."
            yield ConflictKind.OUTCOME, one.words[matter], other.words[matter], why


def _seen(entry: Entry) -> bool | None:
    """What the columns on the child say; None where they say nothing, or both."""
    if not entry.flags:
        return None
    seen, not_seen = not SEEN.isdisjoint(entry.flags), not NOT_SEEN.isdisjoint(entry.flags)
    return None if seen == not_seen else seen


def says_itself(entry: Entry) -> str:
    """The words by which a row itself says that accounts differ; empty where it does not."""
    known = opposites()
    text = f"{entry.event} {entry.action}"
    folded = text.casefold()
    for beginning in known.beginnings:
        if beginning in folded:
            found = known.differ.search(text)
            return _around(text, found.start(), len(found[0])) if found else ""
    return ""


def _around(text: str, at: int, length: int) -> str:
    margin = max(SHOWN - length, 0) // 2
    first, last = max(at - margin, 0), min(at + length + margin, len(text))
    return f"{'..' if first else ''}{text[first:last].strip()}{'..' if last < len(text) else ''}"
