"""The facts of one case, out of a TOML or a JSON file."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from candour.domain.rules import Value, value_of
from candour.domain.trouble import Trouble, Troubles
from candour.files.encodings import NotText, decode

SHAPE = 'Write [facts] and lines such as died = "yes", or in JSON {"facts": {"died": "yes"}}.'


def read_facts(content: bytes, name: str) -> dict[str, Value]:
    """The answers by fact; `name` is the file's, and says by its end which of the two it is.

    Raises Trouble where the file is neither, Troubles for every answer in it that is none.
    """
    held = _loaded(content, name)
    facts = held.get("facts") if isinstance(held, dict) else None
    if not isinstance(facts, dict):
        raise Trouble("This holds no facts.", where=name, do=SHAPE)
    answers: dict[str, Value] = {}
    slips: list[Trouble] = []
    for fact, said in facts.items():
        try:
            answers[fact] = value_of(said)
        except Trouble as slip:
            slips.append(Trouble(f"`facts.{fact}`: {slip.what}", where=name, do=slip.do))
    if slips:
        raise Troubles(slips)
    return answers


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands twice might hold a yes and a no: neither is taken."""
    found: dict[str, Any] = {}
    for name, said in pairs:
        if name in found:
            raise ValueError(f"“{name}” stands in it twice")
        found[name] = said
    return found


def _loaded(content: bytes, name: str) -> Any:
    try:
        words = decode(content)
        as_json = name.lower().endswith(".json") or words.lstrip().startswith("{")
        return json.loads(words, object_pairs_hook=_once) if as_json else tomllib.loads(words)
    except NotText as why:
        raise Trouble(f"This is not text: {why}.", where=name, do=SHAPE) from None
    except RecursionError:
        raise Trouble("Its brackets stand too deep in each other.", where=name, do=SHAPE) from None
    except ValueError as broken:
        kind = "JSON" if name.lower().endswith(".json") else "TOML"
        raise Trouble(f"This is not {kind}: {broken}.", where=name, do="Mend the line it names.") from None
