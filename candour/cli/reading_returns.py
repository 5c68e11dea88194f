"""Reads the returns a command names: all of them, or none and every trouble said at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from candour.cli.progress import watched
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.returns.mapping import NOTHING_SAID, Said
from candour.domain.trouble import Trouble, Troubles
from candour.files.returns.reading import read_return


def read_returns(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Returned]:
    """Every return with the fate of its rows. Raises Troubles that names each file that cannot be read."""
    troubles = _wrongly_named(paths, said)
    returned = []
    for path in watched(paths, "Reading returns"):
        try:
            returned.append(interpret(read_return(path), said.get(path.name, NOTHING_SAID)))
        except Trouble as trouble:
            troubles.append(trouble)
    if troubles:
        raise Troubles(troubles)
    return returned


def _wrongly_named(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Trouble]:
    """Two files of one name could not be told apart in the ledger; a map of no file would be passed over."""
    counts = Counter(path.name for path in paths)
    twice = [
        Trouble(
            f"Two returns are called {name}.", where=name, do="Rename one, so that its rows can be found."
        )
        for name, count in counts.items()
        if count > 1
    ]
    nowhere = [
        Trouble(
            f"The map speaks of {name}, which is not among the returns.",
            where=name,
            do=f"Use the name of a file given: {', '.join(sorted(counts))}.",
        )
        for name in said
        if name not in counts
    ]
    return twice + nowhere
