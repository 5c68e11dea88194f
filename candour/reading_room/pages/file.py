"""A finished file of a report, byte for byte as it was signed.

A report's own page brings its own style sheet. It is served with a policy that lets through exactly the
style elements in it, by their hash, and nothing else: no script, no style attribute, no outside address,
in a sandbox of its own. That is stricter than 'unsafe-inline' and changes no byte of what was signed.
"""

from __future__ import annotations

import base64
import hashlib
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from candour.files.bundles import FileKind
from candour.reading_room.models import File, Report
from candour.reading_room.pages.shelf import readable

KINDS = {
    FileKind.HTML: "text/html; charset=utf-8",
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_NEW_LINE = re.compile(rb"\r\n?")


@readable
def page(request: HttpRequest, report: Report, name: str) -> HttpResponse:
    file = get_object_or_404(File, report=report, path=name)
    content = bytes(file.content)
    response = HttpResponse(content, content_type=KINDS[FileKind(file.kind)])
    shown = "attachment" if file.kind == FileKind.DOCX else "inline"
    response["Content-Disposition"] = f'{shown}; filename="{report.address}-{file.path}"'
    response["ETag"] = f'"{file.sha256}"'
    if file.kind == FileKind.HTML:
        response["Content-Security-Policy"] = policy_for(content)
    return response


def policy_for(page: bytes) -> str:
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in _STYLE.findall(page)) or "'none'"
    return (
        f"default-src 'none'; style-src {hashes}; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; sandbox"
    )


def _hash(style: bytes) -> str:
    # A browser reads every new line as one character before it takes the hash.
    return base64.b64encode(hashlib.sha256(_NEW_LINE.sub(b"\n", style)).digest()).decode()
