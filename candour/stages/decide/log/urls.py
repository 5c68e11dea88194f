"""The addresses of a board's earlier logs."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.decide.log.pages import buttons, columns, log, logs, original, question

ALL = "decisions/logs/<slug:board>"
ONE = f"{ALL}/<int:pk>"

LOGS: list[URLPattern] = [
    path(f"{ALL}/", logs.page, name="logs"),
    path(f"{ALL}/example/", original.example, name="example-log"),
    path(f"{ONE}/", log.page, name="log"),
    path(f"{ONE}/columns/", columns.page, name="log-columns"),
    path(f"{ONE}/question/", question.page, name="log-question"),
    path(f"{ONE}/original/", original.page, name="log-original"),
    path(f"{ONE}/take-in/", buttons.take_in, name="take-in-log"),
    path(f"{ONE}/take-back/", buttons.take_back, name="take-back-log"),
    path(f"{ONE}/leave-out/", buttons.withdraw, name="withdraw-log"),
    path(f"{ONE}/answers/<int:answer>/undo/", buttons.take_back_answer, name="take-back-log-answer"),
]
