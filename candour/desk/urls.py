"""The addresses of the desk's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.desk.pages import joining

app_name = "desk"
urlpatterns: list[URLPattern] = [
    path("join/<str:token>/", joining.page, name="join"),
]
