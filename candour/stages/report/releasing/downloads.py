"""A finished file sent to the browser, to be kept and not shown among the service's own pages."""

from __future__ import annotations

from django.http import HttpResponse

_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_TYPES[name.rsplit(".", 1)[1]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
