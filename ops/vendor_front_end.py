"""Makes candour/kernel/web/static/govuk-frontend from an unpacked package, for services that are not GOV.UK.

The licence covers the code. The typeface, the crown and the crest are not ours to use, so that every rule and
file that brings them is left out. Run with the folder that was unpacked; it fetches nothing.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENDORED = HERE / "candour" / "kernel" / "web" / "static" / "govuk-frontend"

TYPEFACE = 'arial,"Liberation Sans",sans-serif'
FONT_FACE = re.compile(r"(?:/\*![^*]*(?:\*(?!/)[^*]*)*\*/\s*)?@font-face\{[^{}]*\}")
STATE_EMBLEM = re.compile(r"[^{}/*]*(?:copyright-logo|__crown)[^{}]*\{[^{}]*\}")
NOTHING_LEFT = re.compile(r"@(?:media|supports)[^{}]*\{\}")
SOURCE_MAP = re.compile(r"\s*(?://|/\*)# sourceMappingURL=\S+(?:\s*\*/)?")
ADDRESS = re.compile(r"url\(/assets/([^)]+)\)")

RECORD = """\
name = "govuk-frontend"
version = "{version}"
licence = "MIT"
made_by = "ops/vendor_front_end.py"
files = ["govuk-frontend.min.css", "govuk-frontend.min.js"]
changed = [
    "the typeface GDS Transport: files, rules and name; Arial, Liberation Sans, sans-serif stand instead",
    "crown and crest: every rule that draws them",
    "pictures and icons: none is used, none is kept",
    "comments that point to source maps, which are not kept",
]
"""


class NotClean(Exception):
    """Something that is not ours to use is still there: a newer package has it in another form."""


def cleaned_style(style: str) -> str:
    """The style sheet without the typeface, the crown, the crest and the files that held them."""
    style = FONT_FACE.sub("", style)
    style = re.sub(r"""["']?GDS Transport["']?(,arial,sans-serif)?""", lambda _: TYPEFACE, style)
    style = STATE_EMBLEM.sub("", style)
    while NOTHING_LEFT.search(style):
        style = NOTHING_LEFT.sub("", style)
    # What newer versions may still point to lies beside the style sheet, whatever the pages' address.
    style = ADDRESS.sub(r"url(assets/\1)", style)
    return SOURCE_MAP.sub("", style).strip() + "\n"


def cleaned_script(script: str) -> str:
    return SOURCE_MAP.sub("", script).strip() + "\n"


def not_ours(style: str) -> list[str]:
    """Words in a style sheet that tell of what is not ours to use, or of a file that is not here."""
    return re.findall(r"GDS Transport|@font-face|crown|crest|url\([^)]*\)", style, flags=re.IGNORECASE)


def vendor(package: Path) -> None:
    """Write the cleaned files of `package`, or raise NotClean and write none."""
    built = package / "dist" / "govuk"
    style = cleaned_style((built / "govuk-frontend.min.css").read_text("utf-8"))
    script = cleaned_script((built / "govuk-frontend.min.js").read_text("utf-8"))
    if left := not_ours(style):
        raise NotClean(f"still in the style sheet: {sorted(set(left))}")
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]

    VENDORED.mkdir(parents=True, exist_ok=True)
    (VENDORED / "govuk-frontend.min.css").write_text(style, "utf-8")
    (VENDORED / "govuk-frontend.min.js").write_text(script, "utf-8")
    (VENDORED / "VENDORED.toml").write_text(RECORD.format(version=version), "utf-8")
    print(f"wrote govuk-frontend {version} to {VENDORED.relative_to(HERE)}")


if __name__ == "__main__":
    vendor(Path(sys.argv[1]))
