"""An invented law, small and with every sort of piece in it, for tests of packs and what is asked of them."""

from __future__ import annotations

from pathlib import Path

NAME = "zz.invented"
LAW = """
name = "zz.invented"
title = "An invented law of reviews"
short = "Invented 1900"
review = "invented review"
question = "Is an invented review required?"
nation = "eng"
subject = "any"
citation = "Invented Act 1900"
who_decides = "Nobody"
otherwise = "need_not"
sources = ["None: this is invented"]
notes = ["It is invented."]

[in_force]
from = 1900-01-01
to = 2049-12-31
verified = true

[outcomes]
must = "It must be held."
may = "It may be held."
need_not = "It need not be held."

[[facts]]
name = "died"
question = "Did the person die?"
short = "Died"
help = "Invented help."
citation = "s 1"

[[facts]]
name = "age"
kind = "number"
unit = "years"
question = "How old was the person?"
short = "Age"
citation = "s 2"

[[facts]]
name = "zz_left_on"
kind = "date"
question = "On which day did the person leave?"
short = "Left"
citation = "s 3"
verified = false

[[tests]]
name = "young"
title = "A young person died"
outcome = "must"
citation = "s 1"
verified = true
note = "Invented."
tree = { both = ["died", { fact = "age", at_most = 17 }] }

[[tests]]
name = "left"
title = "A person of 18 to 24 died who left after the Act"
outcome = "may"
citation = "s 3"
verified = true
tree = { both = [
    "died",
    { fact = "age", at_least = 18, at_most = 24 },
    { not = { fact = "zz_left_on", before = 1900-01-01 } },
] }

[[considerations]]
name = "improvements"
sentence = "Whether it shows improvements needed."
citation = "s 4"
verified = false

[[kinds]]
name = "long"
title = "Long form"
citation = "s 5"
verified = true
note = "Invented."
tree = { fact = "age", at_least = 10 }

[[kinds]]
name = "short"
title = "Short form"
citation = "s 5"
verified = true
tree = { not = { fact = "age", at_least = 10 } }

[[clocks]]
name = "decide"
title = "Decide"
starts = "notified"
ends = "decision"
length = 15
unit = "working_days"
after = "any"
first_day = 1
pauses = ["publication"]
to_working_day = false
citation = "s 6"
verified = true
note = "Invented."

[[clocks.exceptions]]
from = 1950-03-01
to = 1950-06-30
says = "For four months this was an aim."
citation = "s 7"
verified = true
length = 30
unit = "working_days"
relaxed = true

[[no_clocks]]
title = "Finish the review"
says = "The Act gives no time."
citation = "s 8"
verified = true

[[bodies]]
name = "council"
title = "The Invented Council"
from = 1900-01-01
to = 1949-12-31
says = "It advises."
citation = "s 9"
verified = true

[[powers]]
name = "advise"
who = "The Invented Council"
sentence = "The council advises."
citation = "s 9"
verified = true
from = 1900-01-01
to = 1949-12-31

[[powers]]
name = "direct"
who = "The Invented Council"
sentence = "The council may direct a review."
citation = "s 10, not in force"
verified = true
in_force = false

[[remedies]]
sentence = "A court may be asked."
citation = "s 11"
verified = true

[[principles]]
sentence = "It is fair."
citation = "s 12"
verified = true

[[notify]]
to = "The Invented Council"
when = "On notification."
clock = "decide"
citation = "s 13"
verified = true

[[documents]]
name = "report"
title = "Report"
stage = "publish"
says = "One report."
citation = "s 14"
verified = true

[publication]
says = ["It is published."]
citation = "s 15"
verified = true

[publication.notice]
to = "The Invented Council"
length = 7
unit = "calendar_days"
citation = "s 15"
verified = true

[publication.kept]
length = 12
unit = "months"
citation = "s 15"
verified = true

[[retention]]
what = "The record"
says = "It is kept."
length = 120
unit = "months"
citation = "s 16"
verified = true
"""


def folder_with(folder: Path, words: str = LAW, name: str = NAME) -> Path:
    """A folder of packs, as an installation keeps one, with this law in it."""
    (folder / "regimes").mkdir(parents=True, exist_ok=True)
    (folder / "regimes" / f"{name}.toml").write_text(words, encoding="utf-8")
    return folder
