"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import path

from candour.stages.respond.pages import (
    add_action,
    answer_finding,
    one_button,
    record_done,
    record_effect,
    response,
    responses,
    withdraw_action,
)

app_name = "respond"

REVIEW = "reviews/<str:number>"
RESPONSE = f"{REVIEW}/responses/<int:nth>"
ACTION = f"{REVIEW}/actions/<int:pk>"

urlpatterns = [
    path(f"{REVIEW}/responses/", responses.page, name="responses"),
    path(f"{RESPONSE}/", response.page, name="response"),
    path(f"{RESPONSE}/answer/", answer_finding.page, name="answer-finding"),
    path(f"{RESPONSE}/actions/add/", add_action.page, name="add-action"),
    path(f"{ACTION}/done/", record_done.page, name="record-done"),
    path(f"{ACTION}/done/take-back/", one_button.undo_done, name="take-back-done"),
    path(f"{ACTION}/effect/", record_effect.page, name="record-effect"),
    path(f"{ACTION}/effect/take-back/", one_button.undo_effect, name="take-back-effect"),
    path(f"{ACTION}/withdraw/", withdraw_action.page, name="withdraw-action"),
    path(f"{ACTION}/take-back/", one_button.undo_action, name="take-back-action"),
]
