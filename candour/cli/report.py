"""`candour report`: the report of a review for one audience, the open one only through the gate."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.check_open import as_answer, in_words
from candour.cli.exchange import refused_in_words
from candour.cli.installation import by_option, home_option, person_named, wake
from candour.cli.of_a_review import asks_of, report_of, review_called
from candour.cli.one_file import refuse_to_overwrite, write_whole
from candour.domain.disclosure import Audience, Edition
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import Verdict

if TYPE_CHECKING:
    from candour.files.reports.gate import Gated
    from candour.kernel.people.models import Person
    from candour.stages.report.models import ReadingOrder, Report

FORMATS = ("html", "pdf", "docx")
NOT_WRITTEN = "Nothing was written."


@click.command("report", short_help="The open report through the gate, or a closed copy.")
@click.argument("review", metavar="REVIEW")
@click.option(
    "--audience",
    required=True,
    metavar="open|closed|PERSON",
    help="For everybody, for those who have the closed report, or as one person may read it: a sign-in name.",
)
@click.option("--format", "kind", required=True, type=click.Choice(FORMATS), help="What kind of file.")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="F", help="The file to write.")
@click.option(
    "--edition",
    type=click.Choice([*map(str, Edition)]),
    default=str(Edition.WHOLE),
    show_default=True,
    help="The whole report, or another telling of the same source.",
)
@by_option
@home_option
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(
    review: str,
    audience: str,
    kind: str,
    out: Path,
    edition: str,
    username: str,
    home: Path,
    replace: bool,
    as_json_too: bool,
) -> None:
    """Write the report of a review, such as 2014/003, as its source stands now.

    The open report goes through the gate: the finished file is read back and made again of other secrets.
    It ends with 3 where something of the register is found, with 2 where any of it could not be checked,
    and both times writes nothing. The same source gives the same bytes. A closed copy has
    a number and says on each page whose it is; it stands in the list of copies, and the record says that you
    made it. What one person may read is what the orders open to them, and nothing around it.
    """

    def work() -> int:
        wake(home)
        refuse_to_overwrite(out, replace=replace)
        person = person_named(username)
        report = report_of(review_called(review, person))
        if audience == Audience.OPEN:
            return _open(report, person, kind, Edition(edition), out, replace, as_json_too)
        if edition != Edition.WHOLE:
            raise Trouble("A closed copy is of the whole report.", do="Leave --edition out.")
        content = _closed(report, person, audience, kind)
        write_whole(out, content, replace=replace, secret=True)
        return _done(out, content, audience, kind, as_json_too)

    answering(work, as_json_too=as_json_too)


def _open(
    report: Report, person: Person, kind: str, edition: Edition, out: Path, replace: bool, as_json_too: bool
) -> int:
    from candour.domain.access import Can
    from candour.stages.report.releasing.written_out import open_report

    asks_of(report.review, person, Can.SEE_OPEN_DRAFT, did="wrote_open_report")
    gated = open_report(report, kind=kind, edition=edition)
    if gated.verdict is not Verdict.CLEAN:
        return _refused(gated, as_json_too)
    (content,) = gated.files.values()
    write_whole(out, content, replace=replace)
    return _done(out, content, Audience.OPEN, kind, as_json_too)


def _closed(report: Report, person: Person, audience: str, kind: str) -> bytes:
    """A numbered copy: it stands in the list of copies, with whose it is and its hash."""
    from candour.domain.access import Can
    from candour.kernel.access import may
    from candour.kernel.web.clock import today
    from candour.stages.report.actions.copies import give_copy_by_order, take_copy_by_order, take_own_copy

    asked = {"by": person, "format": kind, "given_on": today()}
    if audience not in {Audience.CLOSED, person.username} and not may(person, Can.SEE_SOURCE, report.review):
        # Whether somebody is seated here, and what is open to them, is told to nobody without the source.
        asks_of(report.review, person, Can.SEE_SOURCE, did="gave_copy_by_order")
    reader = person if audience == Audience.CLOSED else _reader(audience, report)
    cleared = may(reader, Can.SEE_SOURCE, report.review)
    with refused_in_words():
        if audience == Audience.CLOSED or (reader == person and cleared):
            return take_own_copy(report=report, **asked)[1]
        if reader == person:
            return take_copy_by_order(report=report, **asked)[1]
        if cleared and may(person, Can.SEE_SOURCE, report.review):
            raise Trouble(
                f"{reader} has the closed report, and takes a copy with a number of their own.",
                do=f"Let them ask, with --by {reader.username}.",
            )
        return give_copy_by_order(order=_order_for(reader, report), **asked)[1]


def _reader(username: str, report: Report) -> Person:
    """Only somebody with a seat on the review has anything to read of it."""
    found = report.review.seats.current().filter(person__username=username).select_related("person").first()
    if found is None:
        raise Trouble(
            f"Nobody called {username!r} has a seat on review {report.review.written_number}.",
            do="Say open, closed, or the sign-in name of one who is seated on it.",
        )
    person: Person = found.person
    return person


def _order_for(reader: Person, report: Report) -> ReadingOrder:
    order = report.orders.filter(person=reader, withdrawn_at=None).first()
    if order is None:
        raise Trouble(
            f"No order opens anything to {reader}.", do="Ask whoever rules to make one; or say open."
        )
    return order


def _refused(gated: Gated, as_json_too: bool) -> int:
    checked = list(gated.checked)
    if as_json_too:
        print_json(as_answer(checked, gated.verdict, show=False) | {"file": None})
    else:
        say("\n".join(line for one in checked for line in in_words(one, show=False)))
        say(f"candour: {NOT_WRITTEN}")
    return Exit.ANSWER_IS_BAD if gated.verdict is Verdict.LEAK else Exit.COULD_NOT


def _done(out: Path, content: bytes, audience: str, kind: str, as_json_too: bool) -> int:
    sha256 = hashlib.sha256(content).hexdigest()
    answer: dict[str, Any] = {"file": str(out), "audience": audience, "format": kind, "sha256": sha256}
    if audience == Audience.OPEN:
        answer["result"] = Verdict.CLEAN
    if as_json_too:
        print_json(answer)
    else:
        say(f"{out}: the {audience} report, SHA-256 {sha256}")
    return Exit.DONE
