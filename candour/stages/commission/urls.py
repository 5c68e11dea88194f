"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.commission.pages import (
    ask_agency,
    commission_review,
    declare_conflict,
    end_seat,
    give_seat,
    lift_conflict,
    one_button,
    setting_up,
    take_back_end_of_seat,
    withdraw_asking,
)

REVIEW = "reviews/<str:number>"

app_name = "commission"
urlpatterns: list[URLPattern] = [
    path("decisions/<str:notification>/commission/", commission_review.page, name="commission-review"),
    path(f"{REVIEW}/setting-up/", setting_up.page, name="setting-up"),
    path(f"{REVIEW}/seats/give/", give_seat.page, name="give-seat"),
    path(f"{REVIEW}/seats/<int:pk>/end/", end_seat.page, name="end-seat"),
    path(f"{REVIEW}/seats/<int:pk>/end/undo/", take_back_end_of_seat.page, name="take-back-end-of-seat"),
    path(f"{REVIEW}/seats/<int:pk>/lift-conflict/", lift_conflict.page, name="lift-conflict"),
    path(f"{REVIEW}/agencies/ask/", ask_agency.page, name="ask-agency"),
    path(f"{REVIEW}/agencies/<int:pk>/withdraw/", withdraw_asking.page, name="withdraw-asking"),
    path(
        f"{REVIEW}/agencies/<int:pk>/withdraw/undo/", one_button.undo_withdrawal, name="take-back-withdrawal"
    ),
    path(f"{REVIEW}/agencies/<int:pk>/remind/", one_button.note_reminder, name="remind-agency"),
    path(f"{REVIEW}/conflict/", declare_conflict.page, name="declare-conflict"),
]
