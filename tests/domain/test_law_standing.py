"""What was not checked says so twice: in its citation for whoever reads, and in `verified` for the pages."""

from __future__ import annotations

import pytest

from candour.domain.rules import load_regime, regime_names
from ops import write_law_standing
from tests.cases import every

EVERY = [
    pytest.param(citation, verified, id=f"{name}: {called}: {words}"[:90])
    for name in regime_names()
    for called, words, citation, verified in write_law_standing.standings(load_regime(name))
]
NEVER_SEEN = {
    "eng.scr.wt2010": {
        "in_force",
        "clocks.decide",
        "tests.serious_harm",
        "tests.listed_harm",
        "principles[1]",
    },
    "eng.scr.wt2013": {"in_force", "clocks.decide", "clocks.finish"},
    "eng.scr.wt2015": {"clocks.finish", "clocks.tell_national_body", "publication.notice"},
    "eng.lcspr.wt2018": {"publication.notice", "powers.disagree", "clocks.rapid_review"},
    "eng.lcspr.wt2023": {"publication.notice", "powers.disagree", "clocks.finish"},
    "eng.sar": {"clocks.finish", "publication"},
    "ew.dardr": {"clocks.decide", "clocks.finish"},
    "sco.lr": {"principles[1]"},
    "wal.cpr": {"clocks.finish", "principles[2]"},
}
"""What the papers give as general knowledge only: written from them by hand."""


@every(("citation", "verified"), EVERY)
def test_what_was_not_checked_says_so_in_its_citation_and_nothing_else_does(
    citation: str, verified: bool
) -> None:
    assert ("not checked" in citation.lower()) is not verified


@pytest.mark.parametrize("law", NEVER_SEEN)
def test_what_is_known_only_in_general_is_not_shipped_as_checked(law: str) -> None:
    assert NEVER_SEEN[law] <= set(load_regime(law).unverified)


@pytest.mark.parametrize("law", regime_names())
def test_the_page_of_standings_names_every_part_of_a_law(law: str) -> None:
    regime = load_regime(law)
    listed = [verified for *_, verified in write_law_standing.standings(regime)]

    assert sum(not one for one in listed) == len(set(regime.unverified) - {"in_force"})


def test_the_page_of_standings_is_fresh() -> None:
    written = write_law_standing.PAGE.read_text("utf-8")

    assert written == write_law_standing.page(), "run `make reference`"
