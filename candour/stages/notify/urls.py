"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.notify.pages import (
    amend,
    new_notification,
    notification,
    take_back_withdrawal,
    withdraw,
)

ONE = "decisions/<str:notification>"

app_name = "notify"
urlpatterns: list[URLPattern] = [
    path("decisions/new/<slug:board>/", new_notification.page, name="new-notification"),
    path(f"{ONE}/", notification.page, name="notification"),
    path(f"{ONE}/change/<slug:section>/", amend.page, name="amend"),
    path(f"{ONE}/withdraw/", withdraw.page, name="withdraw"),
    path(f"{ONE}/withdraw/undo/", take_back_withdrawal.page, name="take-back-withdrawal"),
]
