"""How wide words come out in the picture's typeface, near enough to know whether they fit."""

from __future__ import annotations

NARROW, WIDE = frozenset("iljtfrI.,:;'’|!()[]/ "), frozenset("mwMWGOQ@%—…")
SIZE = 14


def width_of(words: str, size: float = SIZE) -> float:
    """Pixels, guessed on the generous side."""
    return size * sum(_letter(letter) for letter in words)


def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.87
    return 0.7 if letter.isupper() else 0.57


def shortened_to(words: str, room: float, *, letters: int, size: float = SIZE) -> str:
    """As many whole words as fit, of at most so many letters; "" where not even a few do."""
    words = " ".join(words.split())
    if len(words) <= letters and width_of(words, size) <= room:
        return words
    cut = words[:letters]
    while cut and width_of(f"{cut}…", size) > room:
        cut = cut[:-1]
    whole = cut.rpartition(" ")[0] if " " in cut[8:] else cut
    return f"{whole.rstrip(' ,;:.')}…" if len(whole) >= 8 else ""


def in_lines(words: str, room: float, *, most: int, size: float = SIZE) -> tuple[str, ...]:
    """Words broken into lines that fit; what is over stands as "…" at the end of the last."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened_to(" ".join(lines[most - 1 :]), room, letters=60, size=size)]
    return tuple(
        line if width_of(line, size) <= room else shortened_to(line, room, letters=60) for line in lines
    )
