"""docs/reference/dates.md is true: every example in it, every flag and every rule."""

from __future__ import annotations

import re
from pathlib import Path

from candour.domain.moments import ALONE, Context, Fate, Moment, from_edtf, read
from candour.domain.moments.pieces import RULE_MODULES
from tests.cases import every
from tests.domain.test_moments_forms import GROUPS, lines_of

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "dates.md").read_text("utf-8")
ROW = re.compile(r"^\| (?:(?P<given>[^|`]+) \| )?`(?P<words>[^`]+)` \| (?P<answer>[^|]+) \|", re.MULTILINE)
EXAMPLES = [(m["given"] or "", m["words"], m["answer"].strip()) for m in ROW.finditer(PAGE)]


def context_of(given: str) -> Context:
    if given.startswith("anchor "):
        return Context(anchor=from_edtf(given.removeprefix("anchor ")))
    if given.startswith("year "):
        return Context(year=int(given.removeprefix("year ")))
    return Context(year=1999, month=7) if given == "July 1999" else ALONE


def answer_of(moment: Moment) -> str:
    if moment.fate is Fate.PLACED:
        return f"`{moment.edtf}`"
    readings = " ".join(f"`{one}`" for one in moment.readings)
    return f"{moment.fate} `{moment.code}`" + (f": {readings}" if readings else "")


def listed(section: str) -> set[str]:
    part = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    return set(re.findall(r"`([a-z_]+)`", part)) - {"rule"}


def test_the_page_has_many_examples() -> None:
    assert len(EXAMPLES) > 120
    assert {given.split()[0] for given, _, _ in EXAMPLES if given} == {"year", "July", "anchor"}


@every(("given", "words", "answer"), EXAMPLES, ids=lambda part: part)
def test_every_example_on_the_page_is_true(given: str, words: str, answer: str) -> None:
    assert answer_of(read(words, context_of(given))) == answer


def test_every_flag_and_rule_that_is_met_is_on_the_page() -> None:
    moments = [read(words) for group in GROUPS for words, _ in lines_of(group)]
    moments += [read(words, context_of(given)) for given, words, _ in EXAMPLES]

    assert {flag for moment in moments for flag in moment.flags} - listed("Flags") == set()
    assert {moment.rule for moment in moments} - listed("Rules") == set()


def test_every_rule_for_a_unit_is_on_the_page() -> None:
    sources = (Path(module.__file__ or "").read_text("utf-8") for module in RULE_MODULES)
    rules = {
        name for text in sources for name in re.findall(r"@unit_rule\(.*?\)\ndef (\w+)\(", text, re.DOTALL)
    }

    assert len(rules) > 50
    assert {rule for rule in rules if rule != "year_dash_month"} - listed("Rules") == set()
