"""candour check-open: does a finished file hold anything that an open file must not hold?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.wording import counted
from candour.domain.leaks import Finder, Register
from candour.domain.leaks import read as read_register
from candour.domain.trouble import Trouble
from candour.files.open_text import checking
from candour.files.open_text.checking import Checked, Verdict

CANNOT = "The check could not be made in full, so nothing may be taken to be clean."
LOOK = "Look at what could not be read, or make the file again without it."


@click.command("check-open", short_help="Does a finished file hold what it must not?")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--register", "register_file", required=True, metavar="R.json", type=click.Path(path_type=Path),
    help="What must not be found: people, addresses, dates, numbers, words.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="A warning is a thing that could not be checked.")
@click.option("--show", is_flag=True, help="Print the words found. They are secret: mind who reads them.")
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(
    files: tuple[Path, ...], register_file: Path, strict: bool, show: bool, as_json_too: bool
) -> None:
    """Look into every byte of finished files (text, HTML, Word, Excel, PDF) for what must not be there.

    The answer is clean (0), leak (3), or that it cannot be checked (2): an encrypted or broken file, an
    image that nobody has looked at, or a checker that misses one of its own known-bad files.
    """

    def check() -> int:
        register = load_register(register_file)
        finder = Finder(register)
        checked = checking.check(files, register, finder, strict=strict)
        overall = checking.worst(checked)
        if as_json_too:
            print_json(as_answer(checked, overall, show=show))
        else:
            click.echo("\n".join(line for one in checked for line in in_words(one, show=show)))
        return {Verdict.LEAK: Exit.ANSWER_IS_BAD, Verdict.CANNOT: Exit.COULD_NOT}.get(overall, Exit.DONE)

    answering(check, as_json_too=as_json_too)


def load_register(path: Path) -> Register:
    """Raises Trouble: not there, not JSON, or not a register."""
    try:
        shape = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Trouble(
            f"The register could not be opened: {error.strerror}.",
            where=path.name,
            do="Name a file that is there.",
        ) from None
    except ValueError:
        raise Trouble(
            "The register is not JSON.",
            where=path.name,
            do="Mend it, or write it anew as docs/reference/interfaces.md shows.",
        ) from None
    return read_register(shape, where=path.name)


def as_answer(checked: list[Checked], overall: Verdict, *, show: bool) -> dict[str, Any]:
    """The shape of docs/reference/interfaces.md. Without `show` no word of the register is in it."""
    answer: dict[str, Any] = {"result": overall, "files": [_file_shape(one, show=show) for one in checked]}
    if overall is Verdict.CANNOT:
        unread = [one for one in checked if one.verdict is Verdict.CANNOT]
        answer["error"] = {
            "what": CANNOT,
            "where": f"{unread[0].file}, {unread[0].cannot[0].where}",
            "do": LOOK,
        }
    return answer


def _file_shape(one: Checked, *, show: bool) -> dict[str, Any]:
    return {
        "file": one.file,
        "sha256": one.sha256,
        "result": one.verdict,
        "leaks": [
            {"item": leak.item, "how": leak.how, "where": leak.where}
            | ({"words": leak.words} if show else {})
            for leak in one.leaks
        ],
        "cannot": [{"where": unread.where, "why": unread.why} for unread in one.cannot],
        "warnings": list(one.warnings),
    }


def in_words(one: Checked, *, show: bool) -> Iterator[str]:
    """What a person reads: the verdict first, then each leak, each place unread, each warning."""
    match one.verdict:
        case Verdict.CLEAN:
            yield f"{one.file}: clean. Nothing of the register was found."
        case Verdict.LEAK:
            places = counted(len(one.leaks), "place holds", "places hold")
            yield f"{one.file}: leak. {places} what an open file must not."
        case Verdict.CANNOT:
            yield f"{one.file}: cannot be checked in full, so it is not known to be clean."
    for leak in one.leaks:
        words = f": “{' '.join(leak.words.split())}”" if show else ""
        yield f"  {leak.item} ({leak.how.replace('_', ' ')}) in {leak.where}{words}"
    for unread in one.cannot:
        yield f"  Not checked, {unread.where}: {unread.why}."
    for warning in one.warnings:
        yield f"  Mind: {warning}"
