"""What words count as the same: every phrase the grammar knows, and the one form in which its rules see it.

Rules are written over these forms alone, so a new way of saying an old thing is one more word here.
"""

from __future__ import annotations

import re

from candour.domain.moments.month_names import ENGLISH_MONTHS, FOREIGN_MONTHS, MONTHS, WEEKDAY_NAMES, WEEKDAYS

_PHRASES = {
    # Doubt.
    "~": """approximately|approx|appx|aprox|approximate|approximate date|date approximate|circa|circ|ca
        |c|about|abt|around|roughly|estimated|estimate|est|est date|ish|or thereabouts|thereabouts|or so
        |on or about|on or around|in or around|in or about|at or around|some time in|sometime in
        |some time during|sometime during|some time around|sometime around|sometime|some time
        |at some point in|some point in|at some point during|at some stage in|at some stage during
        |at some time in|at some point|vaguely|date approx|approx date|in the region of""",
    "?": """possibly|poss|possible|probably|probable|prob|maybe|perhaps|presumably|presumed
        |thought to be|believed to be|believed|thought|unsure|uncertain|date uncertain|date unsure
        |unsure of date|not certain|date not certain|unconfirmed|date unconfirmed|to be confirmed|tbc
        |query|queried|date queried|date tbc|likely|most likely|assumed|could be|might be|may have been
        |not sure|date to be confirmed|i think|we think""",
    # No date, or part of one.
    "undated": """undated|no date|not dated|no date given|no date recorded|no date on file
        |no date stated|no date known|date not known|date not recorded|date not given|date not stated
        |date not clear|date unclear|date unknown|unknown date|exact date unknown|exact date not known
        |exact date not recorded|exact date unclear|date unspecified|date missing|date illegible
        |date n/k|date nk|date not on file|date tba|no date available|date left blank|date not available
        |date not noted|no exact date|date not specified|dates unknown|dates not known|date u/k|no dates
        |no dates given|n.d|s.d""",
    "nothing": """unknown|not known|not recorded|not stated|not given|not specified|unspecified|n/k|nk
        |n k|n.k|u/k|unk|u.k|n/a|na|not available|not applicable|n/r|nr|nd|missing|illegible|nil|none
        |none recorded|none given|blank|tba|dont know|various|various dates|dates various|unclear
        |not on file|not noted|not legible|as per file|not entered""",
    "dayblank": """day not known|day unknown|day n/k|day nk|day not recorded|day not given|day unclear
        |exact day unknown|exact day not known|day uncertain|month only|month only known
        |only month known|day illegible|day not stated|day not specified|only the month is known
        |month known only|no day|no day given|exact day not recorded|day left blank|exact day unclear
        |date of month not known""",
    "monthblank": """month not known|year only|year only known|month unknown|only year known|month n/k
        |month and day not known|day and month not known|day and month unknown|month and day unknown
        |exact month unknown|exact month not known|only the year is known|day/month not known""",
    "yearblank": """year not known|year unknown|no year|no year given|year unclear|year not given
        |year not recorded|year n/k|year nk|year not stated""",
    # Where a stretch begins and ends.
    "between": """between|btwn|betw|btw|b/w|in between|somewhere between|some time between
        |sometime between""",
    "and": "and|&",
    "or": "or",
    "to": "to|thru|through|through to|up to and",
    "until": "until|till|til|up until|up till|up to|upto|as late as",
    "by": """by|by the|up to and including|up to and incl|upto and including|upto and incl|up to and inc
        |up to & including|up to & incl|up until and including|until and including|to and including
        |no later than|not later than|not after|on or before|at the latest by|by the end of business on
        |prior to closure|prior to closing|before closure|prior to closure on|before closure on
        |prior to case closure""",
    "before": "before|prior to|pre|earlier than|ahead of|in advance of|previous to|predating|predates",
    "after": "after|subsequent to|later than|post|further to",
    "from": """from|since|on or after|not before|no earlier than|not earlier than|as from
        |with effect from|w.e.f|wef|starting from|starting on|starting|commencing|from about the""",
    "onward": """onwards|onward|to date|to present|to the present|to the present day|to now|until now
        |until present|until the present|to current|and ongoing|ongoing|to ongoing|continuing
        |still ongoing|present|present day|present time|and onwards|and since|and after|or later
        |at the earliest|at earliest|and continuing""",
    "backward": "or before|or earlier|at the latest|and before|and earlier|at latest|or prior",
    "in": """in|during|throughout|all through|all of|whole of|the whole of|month of|the month of
        |in the month of|for the month of|during the month of|in the year|the year of|over the course of
        |in the course of|over|in the whole of|through the month of""",
    "on": "on|as at|as of|on the date of|on date",
    # Parts of a month or a year.
    "early": """early|beginning|beginning of|start|start of|begining|begin|early part|early on in
        |early in|the first part|first part|at the beginning of|at the start of|beg|beg of""",
    "mid": "mid|middle|middle of|mid way through|midway through|the middle of|in the middle of",
    "late": """late|end|end of|latter part|later part|late in|towards the end of|toward the end of
        |the end of""",
    "half": "half",
    "2th half": "latter half",
    # Weeks, terms, years.
    "weekfrom": """w/c|w.c|wc|w c|w/comm|w/comm.|week commencing|week comm|wk commencing|wk comm
        |w/commencing|week beginning|wk beginning|week beg|wk beg|w/b|w.b|wb|wk/c|wk/comm|week starting
        |wk starting|w/beg|w/beginning|week of commencing|week com""",
    "weekto": "w/e|w.e|week ending|wk ending|w/ending|week end date|wk/e|wk end|week to|we ending",
    "weekof": "week of|wk of|week including|week containing|during week of|same week as",
    "weekendof": "weekend of|w/end of|weekend",
    "halfterm": "half term|half-term|halfterm|half term holiday|half-term holiday|half term week",
    "schoolyear": "school year|academic year|acad year|ac year|school-year|a/y",
    "finyear": "financial year|fin year|fiscal year|f/y|fy|f.y|fin. year",
    "taxyear": "tax year",
    "quarter": "quarter|qtr|q",
    # Times of day.
    "am": "am|a.m|a m",
    "pm": "pm|p.m|p m",
    "hrs": "hours|hour|hr|hrs|h",
    "oclock": "oclock|o clock",
    "noon": "noon|midday|mid-day|mid day|12 noon",
    "midnight": "midnight|mid-night|12 midnight",
    "earlyhours": """early hours|small hours|early hrs|in the early hours|in the early hours of
        |early hours of|in the small hours of|early hours of the morning""",
    "earlymorning": "early morning|early am|early a.m|first thing|early in the morning",
    "midmorning": "mid morning|mid-morning",
    "latemorning": "late morning|late am",
    "morning": "morning|morn|in the morning|during the morning|morning of|on the morning of",
    "lunchtime": "lunchtime|lunch time|lunch|over lunch|at lunch",
    "earlyafternoon": "early afternoon|early pm|early in the afternoon",
    "midafternoon": "mid afternoon|mid-afternoon",
    "lateafternoon": "late afternoon|late pm|late in the afternoon",
    "afternoon": "afternoon|in the afternoon|during the afternoon|afternoon of|on the afternoon of|aft",
    "teatime": "teatime|tea time|tea-time",
    "earlyevening": "early evening",
    "lateevening": "late evening",
    "evening": "evening|in the evening|during the evening|evening of|on the evening of",
    "night": "night|at night|late night|late at night|in the night|night time|nighttime|night-time",
    "overnight": """overnight|over night|during the night of|night of|on the night of|the night of
        |through the night of|during the night""",
    "allday": "all day|throughout the day|whole day",
    "untimed": """time unknown|time not known|time not recorded|no time|no time given|time n/k|time nk
        |time not given|time not stated|time unclear|time not clear|untimed|time not specified
        |time not noted|time missing|no time recorded|time blank""",
    "augustbankholiday": "august bank holiday|aug bank holiday",
    "maybankholiday": "may bank holiday|may day bank holiday|may day|early may bank holiday",
    "springbankholiday": "spring bank holiday|late may bank holiday|whitsun bank holiday|whitsun",
    "just after": "just after|shortly after|soon after|immediately after|not long after|straight after",
    "just before": "just before|shortly before|immediately before|not long before|just prior to",
    # Named days and times of year.
    "easterday": "easter sunday|easter day",
    "eastermonday": "easter monday",
    "goodfriday": "good friday",
    "easterweekend": "easter weekend|easter week end|easter bank holiday weekend",
    "maundythursday": "maundy thursday",
    "palmsunday": "palm sunday",
    "motheringsunday": "mothering sunday|mothers day",
    "ashwednesday": "ash wednesday",
    "shrovetuesday": "shrove tuesday|pancake day",
    "whitsunday": "whit sunday",
    "easter": "easter|eastertime|easter time",
    "christmasday": "christmas day|xmas day",
    "christmaseve": "christmas eve|xmas eve",
    "boxingday": "boxing day|st stephens day",
    "newyearseve": "new years eve|new year eve|nye|hogmanay",
    "newyearsday": "new years day|new year day",
    "newyear": "new year|new years",
    "christmas": "christmas|xmas|christmas time|christmastime|chistmas|x-mas",
    "bonfirenight": "bonfire night|guy fawkes night|guy fawkes day",
    "halloween": "halloween|hallowe en",
    "valentinesday": "valentines day|valentine day",
    "burnsnight": "burns night",
    "armisticeday": "armistice day",
    "stdavidsday": "st davids day",
    "stpatricksday": "st patricks day|paddys day",
    "stgeorgesday": "st georges day",
    "standrewsday": "st andrews day",
    # Several things, or one that repeats.
    "several": """several|several times|on several occasions|several occasions|various dates in
        |numerous times|multiple|multiple times|on many occasions|on numerous occasions|many times
        |various times|on various dates|on various occasions|numerous|repeatedly|on multiple occasions""",
    "repeating": """weekly|daily|monthly|fortnightly|nightly|regularly|every day|every week|every month
        |every fortnight|on and off|off and on|intermittently|most days|most weeks|twice weekly
        |each week|each day|each month|regular|frequently|every other day|every other week|twice a week
        |once a week|once a month|once weekly""",
    "times": "times|occasions|separate occasions|visits|calls|contacts|entries|episodes|incidents",
    # Other dates in the same words.
    "recorded": """recorded|recorded on|record made|typed|typed up|typed on|typed up on|written up
        |written up on|written|entered|entered on|entered on system|entered onto system|logged|logged on
        |input|inputted|noted|noted on|documented|documented on|added|added on|uploaded|uploaded on
        |entry made|entry made on|written retrospectively|retrospective|retrospectively
        |recorded retrospectively|date recorded|recorded retrospectively on|date of recording
        |date entered|written retrospectively on|signed|signed on|late entry|late entry made
        |late entry made on|retrospective entry|retrospective entry made|retrospective entry on
        |retrospective entry made on|recorded in notes|in retrospect|written in retrospect""",
    "received": """received|received on|recd|recd on|rcvd|rcvd on|date received|date stamped
        |stamped received|received and stamped""",
    "reported": """reported|reported on|disclosed|disclosed on|date reported|notified|notified on
        |date of report""",
    "sent": "sent|sent on|posted|posted on|emailed|emailed on|e-mailed|copied|copied on",
    "dated": """dated|date|letter dated|letter of|date of event|date of incident|event date
        |incident date|occurred|occurred on|happened|happened on|took place|took place on|seen|seen on
        |visited|visited on|report dated|fax dated|e-mail dated|email dated|memo dated|date of letter
        |date of visit|date seen""",
    # Relations to another entry.
    "ditto": """ditto|today|do|idem|ibid|as above|see above|same|same day|same date|that day|on same day
        |on the same day|later same day|later that day|earlier that day|later the same day|same as above
        |also same day|that same day|on the day|earlier same day|later on same day|later in the day
        |date as above|on that day|on that date""",
    "ago": "ago|previously|earlier|beforehand|back",
    "later": "later|afterwards|after that|thereafter|hence|after this",
    "week": "week|weeks|wk|wks",
    "day": "day|days",
    "month": "month|months|mth|mths|mnth|mnths",
    "year": "year|years|yr|yrs",
    "fortnight": "fortnight|fortnights",
    "next day": "tomorrow",
    "previous day": "yesterday",
    "next": "next|following",
    "last": "last",
    "previous": "previous|preceding|prior",
    "that week": "that week|same week|this week|that same week",
    "that month": "that month|same month|this month|that same month",
    "that year": "that year|same year|this year|that same year",
    "that": "that|this",
    "couple": "couple|couple of|a couple of|a couple",
    "few": "few|a few",
    "": "the|of|either|date is|inclusive|incl|inc",
}
"""Form seen by the rules -> the words that mean it. A later line never takes a word from an earlier one."""

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
    twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    thirty-first""".split()


def _same_as() -> dict[str, str]:
    same: dict[str, str] = {}
    for form, spellings in _PHRASES.items():
        for spelling in spellings.split("|"):
            same.setdefault(" ".join(spelling.split()), form)
    return same


_SAME_AS = _same_as()
_PHRASE_FORMS = {phrase: form for phrase, form in _SAME_AS.items() if not phrase.isalpha()} | {
    ordinal: f"{n}th" for n, ordinal in enumerate(_ORDINALS, start=1) if "-" in ordinal
}

WORD_FORMS: dict[str, str] = (
    {word: form for word, form in _SAME_AS.items() if word.isalpha()}
    | {word: str(n) for n, word in enumerate(_NUMBERS, start=1)}
    | {word: f"{n}th" for n, word in enumerate(_ORDINALS, start=1) if "-" not in word}
    | {name: MONTHS[n - 1] for name, n in ENGLISH_MONTHS.items()}
    | {name: WEEKDAYS[n] for name, n in WEEKDAY_NAMES.items()}
    | {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
)
"""Single words and their forms, months and weekdays among them."""

FOREIGN_FORMS = {name: MONTHS[n - 1] for name, n in FOREIGN_MONTHS.items()}
FOREIGN_JOINS = {"de", "del", "di", "do", "le", "el", "il", "dne", "dnia", "den", "roku", "r"}
"""Small words that stand in a date of another language."""

PHRASE = re.compile(
    r"(?<![a-z0-9])(?<!\b[a-z]/)(?:"
    + "|".join(re.escape(p).replace(r"\ ", " ") for p in sorted(_PHRASE_FORMS, key=lambda p: (-len(p), p)))
    + r")(?![a-z0-9]|/[a-z])"
)


def phrase_form(match: re.Match[str]) -> str:
    return _PHRASE_FORMS[match.group()]
