"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.learn.pages import deliver, library, publish, withdraw
from candour.stages.learn.pages.plan.addresses import addresses as plan

app_name = "learn"
urlpatterns: list[URLPattern] = [
    path("library/", library.page, name="library"),
    path("reviews/<str:number>/publish/", publish.page, name="publish"),
    path("reviews/<str:number>/publish/deliver/", deliver.page, name="deliver"),
    path("reviews/<str:number>/publish/withdraw/", withdraw.page, name="withdraw"),
    *plan,
]
