"""Which words keep company with a person, and which with a thing? What stands beside a name tells one."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from candour.domain.leaks.names import TITLES
from candour.domain.nets.known import known_words

TITLED = TITLES | frozenset(
    "mis misss mz auntie aunty aunt uncle nan nana gran grandad granny sister nurse midwife pc dc ds dci "
    "wpc pcso sw ssw hv".split()
)
ROLES = frozenset("nurse midwife pc dc ds dci wpc pcso sw ssw hv".split())
AUXILIARIES = frozenset("will may can might".split())
"""Behind a role ("nurse will ring") they are no names, as they are behind a mere title ("mr will")."""
MERE_TITLES = frozenset("mr mrs ms miss mx dr".split())
ENDS = frozenset(".!?:\n\r•*|;")
STOPS = ENDS - {":"}
APOSTROPHES = "'’`‘´"
OF_PEOPLE = frozenset(
    "said says told tells rang rings was is has had did does came comes went goes left spoke speaks drew "
    "saw sees felt took gave got made kept met wrote knew thought found brought began became slept woke "
    "ran sat stood hit fell lost held paid put read sent set shut states reports denies confirms agrees "
    "feels wants needs thinks posts moved seen aged present also then not who whose never still always "
    "would could should didn wasn isn hasn hadn doesn couldn wouldn re via phoned texted quiet asleep "
    "upset unwell being asking arr arrived dob wt ht bruise bruised adm dna attends lives lived stays "
    "stayed turned with w nee née formerly aka nd becomes offers explains asks arrives leaves calls cries "
    "shouts plays eats sleeps works likes looks seems appears knows helps takes gives keeps makes gets "
    "starts stops hits drinks smokes shows screams slaps pushes kicks bites hugs smiles refuses declines "
    "accepts agreed admits alleges claims discloses describes adds replies answers responds texts emails "
    "messages brings collects drops picks visits turns moves struggles hates loves misses".split()
)
BEFORE_PEOPLE = frozenset(
    "by with from told tells asked re rang informed advised phoned texted hitting about observed "
    "collected saw met seen hi hey hiya hello dear tell ask wheres sorry srry luv per cc wiv "
    "nok ring w nee née".split()
)
GIVEN_TO = frozenset(
    "allocated given sent copied spoke spoken talked according said passed introduced next handed".split()
)
FEARED = frozenset("scared afraid frightened fond terrified picture photo photograph".split())
OWNED = frozenset(
    "mum mother dad father phone mobile family file brother sister gp school house room partner son "
    "daughter bag coat records notes case social nan".split()
)
PROPERTY = OWNED | frozenset(
    "mate mates ex bf gf boyfriend girlfriend fx bruise bruises injury injuries teacher birthday "
    "uniform".split()
)
"""Behind a name that lost its apostrophe: "faiths mate"."""
DONE_TO = frozenset(
    "hit hits hurt hurts slapped slaps punched punches kicked kicks bit bites pushed pushes grabbed grabs "
    "hugged hugs kissed kisses blamed blames let lets".split()
)
"""What is done to people: a bare word behind it ("hit grace", "dont let mark in") is one of them."""
ASKED_FOR = frozenset("ask asks asked asking looking crying calling called".split())
SAYING = frozenset("say says said thinks thought reckons reckon".split())
HAVING = frozenset("have has had having got take takes taking taken".split())
GREETINGS = frozenset("hi hiya hey hello heya".split())
SALUTATIONS = GREETINGS | {"dear"}
BEFORE_SEE = frozenset("to 2 u you i we last".split())
FOR_A_WHILE = frozenset("tonight tonite 2nite tomorrow tomoz 2moro 2morrow today 2day overnight".split())
LABELS = frozenset(
    "student students pupil pupils staff child children mother father mum dad carer carers parent parents "
    "patient client name names present attended attending seen from to cc".split()
)
"""Before a colon: what follows alone, up to a comma or the end of the line, is somebody."""
AND = frozenset("and nd n".split())
KIN = frozenset(
    "mum mam mom mummy dad daddy mother father nan nana gran grandad sister brother son daughter uncle "
    "aunt auntie cousin partner boyfriend girlfriend stepdad stepmum baby child sibling twin "
    "wife husband".split()
)
ANIMALS = frozenset("dog dogs cat puppy kitten hamster rabbit".split())
BEFORE_WORDS = frozenset(
    "the a an his her my their our your its this these those each every some any no of in on at it he she "
    "they we i who which be is was very too so more most as if or not".split()
)
ARTICLES = frozenset("the a an some any no this that these those his her its their each every".split())
GO_ON = frozenset(
    "from to of the with by and or in at on for re about via mr mrs ms miss dr is was as between near".split()
)
"""A line that ends so goes on in the next: a capital there is no sentence's."""
OF_ROLES = frozenset(
    "the a an his her their our my your new allocated named duty this each every no another both "
    "via see".split()
)
OF_PLANS = frozenset(
    "plan plans conference register file medical concerns review chair team process investigation "
    "strategy surgery meeting level issues incident incidents history report referral support number "
    "records assessment services worker workers".split()
)
"""Behind a short form they say that it is one: "CP plan", "GP surgery", "DV history"."""
MONTHS_AND_UNITS = frozenset("march april may june august mark marks day days page pound pounds".split())
NEVER_BEFORE_TO = frozenset("hope will may young early best case due close page rose day days price".split())
"""Everyday words that "to" follows at the start of a sentence: "Hope to ring", "Rose to the top"."""


_SLIPPED_TITLES = ("mrs", "miss", "sister", "mr", "nurse", "sgt", "cllr", "pcso", "prof", "insp")


@lru_cache(maxsize=65536)
def is_title(word: str) -> bool:
    """Mrs, and Mrs with a slip: a word of three letters or more that is no other word."""
    low = word.lower()
    if low in TITLED:
        return True
    if len(low) < 3 or len(low) > 7 or low in known_words():
        return False
    return any(OSA.distance(low, title, score_cutoff=1) < 2 for title in _SLIPPED_TITLES)
