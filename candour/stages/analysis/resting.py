"""What rests on an episode or a finding, and the words of an entry that are frozen under one."""

from __future__ import annotations

from candour.stages.analysis.models import Episode, Finding
from candour.stages.chronology.models import Entry


def what_rests_on_episode(episode: Episode) -> list[str]:
    """In words: what was written in it, and the factors and findings that name it."""
    found = ["its part 2"] if episode.why_then_at else []
    found += [f"the factor “{one}”" for one in episode.factors.filter(withdrawn_at=None)]
    return found + [f"finding {one.number}" for one in episode.findings.filter(withdrawn_at=None)]


def what_rests_on_finding(finding: Finding) -> list[str]:
    """In words: the entries chosen for it, and whatever later stages hang on it."""
    count = finding.evidence.filter(withdrawn_at=None).count()
    found = ["1 entry was chosen" if count == 1 else f"{count} entries were chosen"] if count else []
    # The board's answer comes later, so it is found by its tie and never imported.
    for relation in Finding._meta.related_objects:
        model = relation.related_model
        if model.__module__ != Finding.__module__ and not relation.many_to_many:
            rows = model._default_manager.filter(**{relation.field.name: finding})
            found += [str(row) for row in rows[:3]]
    return found


def words_of(entry: Entry) -> str:
    """What an entry says: the event, and what was done."""
    told = entry.told
    return "\n".join(filter(None, (told.event, told.action)))
