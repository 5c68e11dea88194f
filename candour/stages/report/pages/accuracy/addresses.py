"""The addresses of the rounds of accuracy. Whoever answers has `report:extract`, and nothing here."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.report.pages.accuracy import extract, rounds, send

ROUNDS = "reviews/<str:number>/report/accuracy/"

ACCURACY: list[URLPattern] = [
    path(ROUNDS, rounds.page, name="accuracy"),
    path(f"{ROUNDS}send/", send.page, name="send-round"),
    path(f"{ROUNDS}<int:pk>/", extract.page, name="accuracy-extract"),
    path(f"{ROUNDS}<int:pk>/answer/", extract.answer, name="note-accuracy-answer"),
    path(f"{ROUNDS}<int:pk>/rule/", extract.rule, name="rule-on-accuracy"),
    path(f"{ROUNDS}<int:pk>/withdraw/", extract.withdraw, name="withdraw-accuracy-extract"),
    path(f"{ROUNDS}rulings/<int:pk>/take-back/", extract.take_back_ruling, name="take-back-accuracy-ruling"),
    path(f"{ROUNDS}answers/<int:pk>/withdraw/", extract.withdraw_answer, name="withdraw-accuracy-answer"),
]
