"""A questionnaire read from its pack: groups of prompts, each with its source and whether that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Group:
    """Prompts that belong together, in order."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to think about and write under: what it says, what it asks, and where that comes from."""

    name: str
    group: str
    title: str
    says: str
    asks: tuple[str, ...]
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Prompts by group. `never` says in a sentence what it is not."""

    name: str
    title: str
    whose: str
    never: str
    groups: tuple[Group, ...]
    prompts: tuple[Prompt, ...]

    def prompt(self, name: str) -> Prompt:
        """The prompt of this name. Raises Trouble where there is none."""
        for one in self.prompts:
            if one.name == name:
                return one
        raise Trouble(f"{self.title} has no question “{name}”.", do="Choose one of those listed.")

    def in_group(self, group: str) -> tuple[Prompt, ...]:
        return tuple(one for one in self.prompts if one.group == group)


@cache
def load_questionnaire(name: str) -> Questionnaire:
    """The questionnaire of a pack. Raises Troubles where the pack has slips."""
    file = f"questionnaires/{name}.toml"
    return read_questionnaire(shared_words(file), file)


def read_questionnaire(words: str, where: str) -> Questionnaire:
    """The questionnaire that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, _questionnaire)


def _questionnaire(top: Table) -> Questionnaire:
    found = Questionnaire(
        name=top.slug("name"),
        title=top.text("title"),
        whose=top.text("whose"),
        never=top.text("never"),
        groups=tuple(Group(one.slug("name"), one.text("title")) for one in top.tables("groups", least=1)),
        prompts=tuple(_prompt(one) for one in top.tables("prompts", least=1)),
    )
    groups = {one.name for one in found.groups}
    names = [one.name for one in found.prompts]
    for one in found.prompts:
        if one.group not in groups:
            top.slip("prompts", f"puts “{one.name}” in “{one.group}”, which is no group")
    for name in sorted({one for one in names if names.count(one) > 1}):
        top.slip("prompts", f"holds “{name}” twice")
    return found


def _prompt(table: Table) -> Prompt:
    return Prompt(
        name=table.slug("name"),
        group=table.slug("group"),
        title=table.text("title"),
        says=table.text("says"),
        asks=table.texts("asks", least=1),
        source=table.text("source"),
        verified=table.truth("verified"),
    )
