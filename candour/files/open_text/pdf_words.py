"""Names that the PDF format itself uses, so that /Page is no Mr Page and /BaseFont /Georgia no Georgia."""

from __future__ import annotations

import re

from candour.files.open_text.fonts import FONTS

_FORMAT = frozenset(
    """
Accent Action Adobe All Alt Annot Annots Art Artifact Ascent Aside Author Back Background Base Bead Bead
Black Blue Border Bottom Bound Box Button Caption Caret Category Cell Center Chapter Circle Close Code Color
Colorants Comment Contents Count Cover Creator Cyan Dash Date Day Decimal Desc Dest Dests Differences Disc
Div Document Duration Embedded Encoding Event Export Extend Fade Field Fields Figure File Filter First Fit
Flags Font Footer Form Formula Frame Functions Gray Grid Green Group Header Height Hide Highlight Home Hover
Hue Icon Image Import Index Indexed Info Ink Intent Invert Kids Lab Lang Language Last Layer Layout Left
Leading Length Limits Line Link List Lock Lower Magenta Mark Marked Mask Matrix Matte Max Media Metadata Min
Mix Mode Movie Multiply Name Names Net Next None Normal Note Numbers Off Open Order Outlines Overlay Page
Pages Panel Paragraph Parent Part Pattern Perms Phase Polygon Pop Popup Position Pound Prev Print Private
Process Producer Quote Range Rate Rect Red Reference Reset Right Role Root Rotate Row Ruby Rule Scale Screen
Script Section Sect Security Separation Serif Set Shade Shading Shape Sign Signature Sound Source Span Spot
Square Squiggly Stamp Start State Status Strong Style Sub Subject Subtitle Suspects Symbol Table Target Text
Thread Threads Thumb Time Title Top Trans Type Underline Unit Unknown Upper Usage User Value Version View
Viewport Warichu Watermark White Widget Width Win Word Words Yellow Zoom Star Sharp Bell Dagger Euro Pi Rho
Mu Nu Xi Eta Chi Psi Phi Tau Beta Alpha Delta Sigma Omega space hyphen period comma one two three four five
six seven eight nine zero bar bullet cent degree dollar florin
""".split()
)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FONTS_RUN_ON = frozenset(name.replace(" ", "") for name in FONTS)


def is_format_name(name: str) -> bool:
    """A key, a type or a glyph of the format, or a font that everybody knows."""
    if name in _FORMAT:
        return True
    font = re.split(r"[-,]", _SUBSET.sub("", name))[0]
    return font in FONTS or font.replace(" ", "").removesuffix("MT").removesuffix("PS") in _FONTS_RUN_ON
