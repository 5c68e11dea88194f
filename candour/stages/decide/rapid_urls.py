"""The addresses of a rapid review's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.decide.pages.rapid import (
    ask_for_summary,
    conclude,
    made_safe,
    rapid_review,
    safety_action,
    sign_off,
    undoing,
    withdraw_summary,
    write_summary,
)

ONE = "decisions/<str:notification>/rapid"

RAPID: list[URLPattern] = [
    path(f"{ONE}/", rapid_review.page, name="rapid-review"),
    path(f"{ONE}/summaries/ask/", ask_for_summary.page, name="ask-for-summary"),
    path(f"{ONE}/summaries/<int:pk>/", write_summary.page, name="write-summary"),
    path(f"{ONE}/summaries/<int:pk>/withdraw/", withdraw_summary.page, name="withdraw-summary"),
    path(
        f"{ONE}/summaries/<int:pk>/withdraw/undo/",
        undoing.withdrawal_of_summary,
        name="take-back-withdrawal-of-summary",
    ),
    path(f"{ONE}/safety/", safety_action.page, name="safety-action"),
    path(f"{ONE}/safety/<int:pk>/done/", made_safe.page, name="made-safe"),
    path(f"{ONE}/safety/<int:pk>/done/undo/", undoing.made_safe, name="take-back-made-safe"),
    path(f"{ONE}/safety/<int:pk>/undo/", undoing.safety_action, name="withdraw-safety-action"),
    path(f"{ONE}/next-step/", conclude.page, name="conclude-rapid-review"),
    path(f"{ONE}/next-step/<int:pk>/undo/", undoing.conclusion, name="take-back-rapid-review"),
    path(f"{ONE}/next-step/<int:pk>/sign-off/", sign_off.page, name="sign-off-rapid-review"),
    path(f"{ONE}/next-step/<int:pk>/sign-off/undo/", undoing.sign_off, name="take-back-sign-off"),
]
