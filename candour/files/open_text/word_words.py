"""Names that Word itself puts into every document: its own styles and fonts."""

from __future__ import annotations

import re

from candour.files.open_text.fonts import FONTS

_STYLES = re.compile(
    r"(?:(?:Light|Medium|Dark|Colou?rful) ?(?:Grid|List|Shading) ?\d?(?:[ -]?Accent ?\d)?"
    r"|(?:Grid|List) ?Table ?\d?(?: ?(?:Light|Dark|Colou?rful))*(?:[ -]?Accent ?\d)?|Plain ?Table ?\d"
    r"|(?:heading|toc|index|List|List Bullet|List Number|List Continue|Body Text|Table \w+) ?\d"
    r"|(?:Body|Block|Plain|Balloon|Placeholder|Macro|Comment|Footnote|Endnote|Annotation|Message)"
    r" ?Text(?: ?Indent)?(?: ?\d)?"
    r"|(?:Book|Subtle|Intense|Smart|Page|Line|Default|No|Table|Normal|TOC|List|Header|Footer|Title|Note|Document)"
    r" ?(?:Title|Emphasis|Quote|Reference|Number|Paragraph|Font|Spacing|List|Grid|Heading|Web|Map|Link"
    r"|Hyperlink|Normal|Paragraph Font|Paragraph|Bullet|Continue|Elegant|Professional|Theme)(?: ?\d)?"
    r"|Strong|Emphasis|Quote|Title|Subtitle|List|Header|Footer|Normal|Revision|Caption|Bibliography|Signature"
    r"|Salutation|Closing|Date|Hyperlink|Mention|Hashtag|Unresolved Mention|FollowedHyperlink"
    r"|Office|Office Theme|Plain|Author|Year|APA|MLA|Chicago|Turabian)(?: ?Char)?",
    re.I,
)


def is_office_name(text: str) -> bool:
    """A style or a font of Word's own; a person called Strong or Shruti is not meant."""
    return text in FONTS or bool(_STYLES.fullmatch(text))
