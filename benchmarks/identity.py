"""The three nets over made-up messy notes: what is found and missed, by kind and damage, and how fast.

`python -m benchmarks.identity`. The notes were written before the nets, which were tuned on the working seed
alone; the figures are of the testing seed. Beside presidio's pattern recognisers, on the same text.
"""

from __future__ import annotations

import argparse
import random
import string
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.case_records import make_records
from benchmarks.made_notes import Gold, Notes, make_notes
from benchmarks.notes_by_another import many
from benchmarks.tables import print_table
from candour.domain.identity import Cast, read_cast
from candour.domain.nets import Identifier, Mention, identifiers, mentions, scan

WORDS = 200_000
WORKING_SEED, TESTING_SEED = 1, 20_261_123
TIMES = 3
FORMS = {
    "day": "day",
    "age": "age",
    "phone": "telephone",
    "mail": "email",
    "code": "postcode",
    "nhs": "nhs_number",
    "ni": "ni_number",
    "plate": "vehicle",
    "case": "case_number",
    "web": "url",
    "at": "social_media",
}
Held = Mention | Identifier


@dataclass(slots=True)
class Counted:
    """`wanted` and `missed` by (table, row); `right`, `wrong`: held, and in the key, or not."""

    wanted: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def recall(self, row: tuple[str, str]) -> float:
        return 1 - self.missed[row] / self.wanted[row] if self.wanted[row] else 1.0

    def precision(self, net: str) -> float:
        return self.right[net] / max(self.right[net] + self.wrong[net], 1)


def notes_by_another(words: int, seed: int) -> Iterator[Notes]:
    """The notes of somebody who had not read the nets, keyed as ours: a birthday is an identifier."""
    for text, members, named in many(seed, max(words // 5_000, 1), words):
        given = ("key", "kind", "name", "aliases", "titles", "former", "born")
        cast = {"person": [{name: one[name] for name in given if one[name]} for one in members]}
        human = {one["key"]: one["kind"] for one in members}
        gold = [_gold_of_another(one, human[one["key"]]) for one in named]
        yield Notes(text, cast, gold, [])


def _gold_of_another(one: dict[str, Any], kind: str) -> Gold:
    if one["form"] == "born":
        return Gold(one["start"], one["end"], "day")
    damages = () if one["damage"] == "none" else tuple(one["damage"].split("+"))
    is_person = kind in ("child", "adult", "professional", "other")
    form = one["form"] if is_person else "thing"
    return Gold(
        one["start"], one["end"], "person" if is_person else kind, (one["key"], *one["also"]), form, damages
    )


def count(notes: Iterable[Notes]) -> Counted:
    """Every stretch of the key against what was held: found where half of it or more is, as the right one.

    The net for names must name the right person, or those who share the name; the net for identifiers must
    hold the place. Neither counts for the other, and what merely waits for a person counts for nothing.
    """
    counted = Counted()
    for one in notes:
        held = scan(one.text, read_cast(one.shape))
        named = [gold for gold in one.gold if gold.keys]
        formed = [gold for gold in one.gold if not gold.keys]
        _count_net(counted, "names", named, held.mentions, lambda gold, it: bool({*gold.keys} & {*it.keys}))
        _count_net(counted, "identifiers", formed, held.identifiers, lambda gold, it: True, beside=named)
    return counted


def _count_net(
    counted: Counted,
    net: str,
    wanted: Sequence[Gold],
    held: Sequence[Held],
    is_it: Callable[[Gold, Held], bool],
    beside: Sequence[Gold] = (),
) -> None:
    ends = [it.end for it in held]
    right = set[int]()
    for gold in wanted:
        found = False
        at = bisect_left(ends, gold.start + 1)
        while at < len(held) and held[at].start < gold.end:
            if is_it(gold, held[at]):
                right.add(at)
                both = min(held[at].end, gold.end) - max(held[at].start, gold.start)
                found = found or both * 2 >= gold.end - gold.start
            at += 1
        for row in rows_of(gold):
            counted.wanted[row] += 1
            counted.missed[row] += not found
    for gold in beside:
        right.update(at for at, it in enumerate(held) if it.start < gold.end and gold.start < it.end)
    counted.right[net] += len(right)
    counted.wrong[net] += len(held) - len(right)


def rows_of(gold: Gold) -> Iterator[tuple[str, str]]:
    yield "all", "all kinds" if gold.keys else "identifiers"
    yield "kind", FORMS.get(gold.kind, gold.kind)
    if gold.keys:
        yield from (("damage", damage) for damage in gold.damages or ("none",))
    if gold.form not in ("", "thing"):
        yield "form", gold.form


def print_what_is_found(counted: Counted, seed: int) -> None:
    people, every = counted.recall(("kind", "person")), counted.recall(("all", "all kinds"))
    print(
        f"Seed {seed}. People: recall {people:.4f} (wanted 0.995). All kinds of the cast: recall {every:.4f} "
        f"(wanted 0.98), precision {counted.precision('names'):.3f} (wanted 0.85).\n"
        f"Identifiers: recall {counted.recall(('all', 'identifiers')):.4f}, "
        f"precision {counted.precision('identifiers'):.3f}.\n"
    )
    for table in ("kind", "form", "damage"):
        rows = sorted(row for row in counted.wanted if row[0] == table)
        print_table(
            f"What is missed, by {table}",
            (table, "in the key", "missed", "recall"),
            [
                (row[1], f"{counted.wanted[row]:,}", f"{counted.missed[row]:,}", f"{counted.recall(row):.4f}")
                for row in rows
            ],
        )


def print_how_fast(notes: Sequence[Notes], seed: int) -> None:
    dense = [(one.text, read_cast(one.shape)) for one in notes]
    texts = {
        "the notes (a name every six words)": dense,
        "a record (a name every forty words)": [
            (one.text, read_cast(one.shape)) for one in make_notes(WORDS, seed, sparse=True)
        ],
        "no two words alike": [(strange_words(900_000, seed), dense[0][1])],
    }
    peers = presidio_readers()
    rows = []
    for name, several in texts.items():
        size = sum(len(text.encode()) for text, _ in several) / 1e6
        ours = size / seconds(lambda pair: scan(*pair), several)
        cells = [f"{ours:.2f}", f"{size / seconds(lambda pair: identifiers(pair[0]), several):.2f}"]
        cells.append(f"{size / seconds(lambda pair: mentions(*pair), several):.2f}")
        for reader in peers.values():
            theirs = size / seconds(lambda pair, reader=reader: reader(pair[0]), several[:4], times=1)
            theirs *= sum(len(text) for text, _ in several[:4]) / sum(len(text) for text, _ in several)
            cells += [f"{theirs:.2f}", f"{ours / theirs:.1f}"]
        rows.append((name, *cells))
    columns = ["all three nets", "identifiers alone", "names alone"]
    columns += [said for name in peers for said in (name, "ratio")]
    print_table(
        f"Megabytes a second of one core's time, the best of {TIMES} (wanted: 3 for all three nets)",
        ("text", *columns),
        rows,
    )


def seconds(
    read: Callable[[tuple[str, Cast]], object], several: Sequence[tuple[str, Cast]], times: int = TIMES
) -> float:
    """Of the processor, not of the clock: other work on the machine is not counted, but slows it."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        for pair in several:
            read(pair)
        best = min(best, time.process_time() - start)
    return max(best, 1e-9)


def strange_words(size: int, seed: int) -> str:
    """Made of letters at random, one in twelve with a capital: nothing can be looked up twice."""
    chance = random.Random(seed)
    words, length = [], 0
    while length < size:
        word = "".join(chance.choices(string.ascii_lowercase, k=chance.randrange(3, 11)))
        words.append(word.capitalize() if chance.random() < 1 / 12 else word)
        length += len(word) + 1
    return " ".join(words)


def presidio_readers() -> dict[str, Callable[[str], object]]:
    """Its British pattern recognisers with a blank language model, and their patterns alone."""
    try:
        import presidio_analyzer
        import spacy
        import tldextract
        from presidio_analyzer import predefined_recognizers as known
        from presidio_analyzer.nlp_engine import SpacyNlpEngine
    except ModuleNotFoundError as missing:
        print(f"presidio is left out: {missing.name} is not installed. `make bench` brings it.")
        return {}
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    engine = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "blank"}])
    engine.nlp = {"en": spacy.blank("en")}
    names = ("Nhs", "UkNino", "UkPostcode", "UkVehicleRegistration", "Email", "Url", "Date")
    several = [getattr(known, f"{name}Recognizer")() for name in names]
    registry = presidio_analyzer.RecognizerRegistry(recognizers=several, supported_languages=["en"])
    analyser = presidio_analyzer.AnalyzerEngine(
        registry=registry, nlp_engine=engine, supported_languages=["en"]
    )
    return {
        "presidio, blank model": lambda text: analyser.analyze(text, language="en"),
        "its patterns alone": lambda text: [one.analyze(text, one.supported_entities) for one in several],
    }


def main(argv: Sequence[str] | None = None) -> None:
    writers = {"ours": make_notes, "another": notes_by_another, "records": make_records}
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--words", type=int, default=WORDS)
    arguments.add_argument("--seed", type=int, default=TESTING_SEED)
    arguments.add_argument("--only", choices=("found", "fast"))
    arguments.add_argument("--notes", choices=(*writers,), default="ours")
    chosen = arguments.parse_args(argv)
    notes = [*writers[chosen.notes](chosen.words, chosen.seed)]
    if chosen.only != "fast":
        print_what_is_found(count(notes), chosen.seed)
    if chosen.only != "found":
        print_how_fast(notes, chosen.seed)


if __name__ == "__main__":
    main()
