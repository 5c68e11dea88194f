"""Words that a format itself uses where it is not prose: `color: green` names nobody.

In style rules, code and plain attributes one of these alone, in lower case, is no name; elsewhere it is.
"""

from __future__ import annotations

_COLOURS = """
aqua azure beige black blue brown coral crimson cyan fuchsia gold gray green grey indigo ivory khaki
lavender lime linen magenta maroon navy olive orange orchid peru pink plum purple red salmon sienna silver
snow tan teal thistle tomato turquoise violet wheat white yellow
"""
_STYLE = """
absolute after all align alpha alternate angle animation any appearance area auto avoid axis back backdrop
background baseline basis before bevel bidi blend blink block body bold border both bottom bound box break
bullet butt canvas cap caps caption cell center change circle clear clip clone close code col collapse
column columns contain content contents copy corner count counter cover cross crop cursor dark dash dashed
decimal decoration default delay dense diamond direction disc display dotted double drag drop duration ease
east edge element ellipse ellipsis embed empty end even expand family fade fallback field fields fill filter
first fit fixed flat flex flip flow focus font footer forward forwards frame front full function gap
gradient grant grid group grow hand hanging header heading height hidden hide high hover hue hyphens icon
image in infinite inherit initial inline inner inset inside invert isolate italic item items join justify
keep kerning key lang large last layout leading left length letter level light lighten line linear link list
local long loop lower main margin mark marker mask match math max media medium middle min miter mode month
move multiply name nest never none normal north not number object oblique odd offset once only opacity open
optional order origin outer outline outside over overflow padding page pan parent path pattern pause
perspective place plain point pointer points poly polygon position post power preserve price print progress
quote radial radius rail range rate ratio ray rect relative repeat reset resize rest reverse ridge right
role root rotate round row rows rule run saturate scale scope screen script scroll search section self sepia
serif set shade shadow shape sharp shield short show shrink side size skew slide slot slow small smooth snap
solid sort source south space span speak spin square stack stand start state static step steps stop stretch
strict strike string stroke strong style sub super switch symbol table target template text thick thin time
title top touch trace track transform transition transparent true turn type under underline unset up upper
url use user value var vertical view viewport visible wait wall wave weight west will width word words wrap
write zoom field page fields bookmark banner
"""
_MARKUP = """
abbr accept action address alt anchor article aside async audio bar base button buttons card charset check
checked cite class cols command controls data date datetime day dd defer dialog div dl dt em error event
export face false fieldset figure file form grain guard handler head height hidden high href html iframe
import index input ins kbd kind label legend lock low map max menu meta meter method min module nav nonce
object option output panel param picture pre radio read ready rel required return ruby samp sandbox search
select shape sizes src step style submit summary svg table tab tail td template th this thread throw try
union value video while
"""
MARKUP = frozenset((_COLOURS + _STYLE + _MARKUP).split())
"""The colours, the words of style rules, and the words of HTML and scripts."""

OFFICE = MARKUP | frozenset(
    "accent annotation comment endnote footnote major minor normal theme tint".split()
)
"""The same and some more, as the parts of a Word document use them."""
