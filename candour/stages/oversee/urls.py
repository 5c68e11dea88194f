"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.oversee.pages import files, oversight, queue

app_name = "oversee"
urlpatterns: list[URLPattern] = [
    path("oversight/", oversight.page, name="oversight"),
    path("oversight/decisions/", queue.page, name="queue"),
    path("oversight/files/", files.page, name="files"),
    path("oversight/files/take-in/", files.take, name="take-in"),
    path("oversight/files/<slug:board>/make/", files.make, name="make-file"),
    path("oversight/counts.csv", oversight.download, name="download"),
]
