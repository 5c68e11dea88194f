"""Addresses that last: what is cited in print must still be there in twenty years."""

from __future__ import annotations

from django.urls import path, re_path

from candour.reading_room.pages import (
    about,
    file,
    finding,
    in_json,
    paragraph,
    read,
    report,
    reports,
    withdrawn,
)

urlpatterns = [
    path("", reports.page, name="reports"),
    path("about/", about.page, name="about"),
    path("withdrawn/", withdrawn.page, name="withdrawn"),
    path("reports/<slug:address>/", report.page, name="report"),
    path("reports/<slug:address>/read/", read.page, name="read"),
    re_path(
        r"^reports/(?P<address>[-\w]+)/paragraphs/(?P<number>[0-9.]+)/$", paragraph.page, name="paragraph"
    ),
    path("reports/<slug:address>/findings/<int:number>/", finding.page, name="finding"),
    path("reports/<slug:address>/report.json", in_json.page, name="data"),
    re_path(r"^reports/(?P<address>[-\w]+)/(?P<name>[a-z0-9-]+\.(html|pdf|docx))$", file.page, name="file"),
]
handler404 = "candour.reading_room.pages.faults.not_found"
handler500 = "candour.reading_room.pages.faults.broken"
