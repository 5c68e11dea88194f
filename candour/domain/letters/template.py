"""A letter's template: paragraphs with names in braces, filled where a name is known, else left blank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack

KNOWN = frozenset({"to", "review", "board", "method", "period", "contact", "reviewers", "agency", "day"})
"""What a template may name. A blank of its own, such as [[when we meet]], is left for a person."""

_NAME = re.compile(r"\{([^{}]*)\}")
_BLANK = re.compile(r"\[\[([^\[\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Template:
    """A letter to one side: `family` or `practitioner`."""

    name: str
    side: str
    title: str
    paragraphs: tuple[str, ...]


def filled(template: Template, known: Mapping[str, str]) -> str:
    """The letter's words: paragraphs with an empty line between. What is not known is a blank, in [[ ]]."""
    words = "\n\n".join(template.paragraphs)
    return _NAME.sub(lambda name: known.get(name[1], "").strip() or f"[[{name[1]}]]", words)


def blanks_of(words: str) -> tuple[str, ...]:
    """What a person must still write into the letter, in order, each once."""
    return tuple(dict.fromkeys(_BLANK.findall(words)))


@cache
def load_templates() -> tuple[Template, ...]:
    """The house's own templates. Raises Troubles where the pack has slips."""
    return read_templates(shared_words("letters/taking-part.toml"), "letters/taking-part.toml")


def read_templates(words: str, where: str) -> tuple[Template, ...]:
    """The templates that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(
        words, where, lambda top: tuple(_template(one) for one in top.tables("letters", least=1))
    )


def _template(table: Table) -> Template:
    found = Template(
        name=table.slug("name"),
        side=table.slug("side"),
        title=table.text("title"),
        paragraphs=table.texts("paragraphs", least=1),
    )
    if found.side not in {"family", "practitioner"}:
        table.slip("side", f"is “{found.side}”", "It is family or practitioner.")
    for name in sorted(set(_NAME.findall(" ".join(found.paragraphs))) - KNOWN):
        table.slip("paragraphs", f"names “{name}”", f"Known: {', '.join(sorted(KNOWN))}.")
    return found
