"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.oversee.pages import oversight, queue

app_name = "oversee"
urlpatterns: list[URLPattern] = [
    path("oversight/", oversight.page, name="oversight"),
    path("oversight/decisions/", queue.page, name="queue"),
    path("oversight/counts.csv", oversight.download, name="download"),
]
