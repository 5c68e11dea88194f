"""Open reports of made-up reviews in four formats: does any hold a secret, and is its twin the same?

`python -m benchmarks.leaks [--reviews N] [--first N]`: each file is read by the checker of `check-open`, and
searched as plain text apart from it. Then a report of 120 pages is set. Exit 1 if one item is found, one twin
differs, or that report takes two seconds of CPU.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from benchmarks.made_reviews import made_review
from benchmarks.plain_search import found_plainly
from benchmarks.tables import print_table
from candour.domain.disclosure import Audience, Edition, view
from candour.domain.leaks import Finder
from candour.files.open_text.canaries import missed
from candour.files.open_text.reading import read_file
from candour.files.reports.gate import WRITERS, open_files, twin_bytes_equal
from candour.files.reports.pdf import report_pdf

FORMATS = (*WRITERS,)
PAGES, SECONDS = 120, 2.0


@dataclass(slots=True)
class Seen:
    """What some reviews came to, by format; `known` are the closed files, in which the search must find."""

    files: int = 0
    items: int = 0
    leaks: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    plain: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    unread: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    size: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    known: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    twins_alike: int = 0

    def add(self, other: Seen) -> None:
        self.files += other.files
        self.items += other.items
        self.twins_alike += other.twins_alike
        for name in ("leaks", "plain", "unread", "size", "known"):
            mine, its = getattr(self, name), getattr(other, name)
            for one in FORMATS:
                mine[one] += its[one]


def look_at(seed: int) -> Seen:
    """One review: its open files by both searches, its twin, and its closed files by the plain search."""
    made, seen = made_review(seed), Seen()
    finder = Finder(made.register)
    register = made.register
    seen.items = sum(map(len, (register.people, register.addresses, register.dates, register.numbers)))
    seen.items += len(register.words)
    for name, content in open_files(made.source, made.cast, formats=FORMATS, edition=Edition.WHOLE).items():
        one = name.rpartition(".")[2]
        opened = read_file(name, content)
        seen.files += 1
        seen.size[one] += len(content)
        seen.leaks[one] += len(finder.find(opened.pieces))
        seen.unread[one] += bool(opened.cannot or opened.warnings)
        seen.plain[one] += len(found_plainly(one, content, register))
    closed = view(made.source, made.cast, Audience.CLOSED)
    for one, write in WRITERS.items():
        seen.known[one] += bool(found_plainly(one, write(closed), register))
    seen.twins_alike = twin_bytes_equal(made.source, made.cast, formats=FORMATS)
    return seen


def look_at_all(seeds: range, workers: int) -> Seen:
    seen = Seen()
    with ProcessPoolExecutor(workers) as pool:
        for one in pool.map(look_at, seeds, chunksize=4):
            seen.add(one)
    return seen


def long_report() -> tuple[int, float, float, float]:
    """(pages, seconds of the first, its CPU seconds, seconds of the next) of a long report, made here."""
    made = made_review(1, paragraphs=PARAGRAPHS)
    shown = view(made.source, made.cast, Audience.OPEN)
    times = []
    for _ in range(2):
        begins = time.perf_counter(), time.process_time()
        content = report_pdf(shown)
        times.append((time.perf_counter() - begins[0], time.process_time() - begins[1]))
    return _pages(content), *times[0], times[1][0]


PARAGRAPHS = 1230
"""Enough for 120 pages."""


def _pages(content: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(content))


def _long_in_new_process() -> tuple[int, float, float, float]:
    """Cold: the first that a new process sets."""
    asked = "from benchmarks.leaks import long_report; print(*long_report())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    pages, cold, cpu, warm = told.split()
    return int(pages), float(cold), float(cpu), float(warm)


def _rows(seen: Seen, reviews: int) -> Iterator[tuple[str, ...]]:
    least = min(seen.size.values()) or 1
    for one in FORMATS:
        yield (
            one,
            str(reviews),
            str(seen.leaks[one]),
            str(seen.plain[one]),
            str(seen.unread[one]),
            str(seen.known[one]),
            f"{seen.size[one] / least:.1f}",
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    lost = missed()
    begins = time.perf_counter()
    seen = look_at_all(range(asked.first, asked.first + asked.reviews), asked.workers)
    seconds = time.perf_counter() - begins
    print_table(
        f"Open files of {asked.reviews} made-up reviews; {seen.items} items of registers looked for",
        ("format", "files", "items found", "found plainly", "not read whole", "closed caught", "size"),
        _rows(seen, asked.reviews),
    )
    print(f"known-bad files missed: {len(lost)}; {1000 * seconds / seen.files:.0f} ms a file, both searches")
    print(f"twins with the same bytes: {seen.twins_alike} of {asked.reviews}")
    pages, cold, cpu, warm = _long_in_new_process()
    print(f"a report of {pages} pages as PDF: {cold:.2f} s the first (CPU {cpu:.2f}), {warm:.2f} s the next")
    clean = not (sum(seen.leaks.values()) or sum(seen.plain.values()) or sum(seen.unread.values()) or lost)
    quick = pages >= PAGES and cpu < SECONDS
    caught = all(seen.known[one] == asked.reviews for one in FORMATS)
    return 0 if clean and quick and caught and seen.twins_alike == asked.reviews else 1


if __name__ == "__main__":
    sys.exit(main())
