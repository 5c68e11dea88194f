"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.decide.log.urls import LOGS
from candour.stages.decide.pages import (
    answer_test,
    challenge,
    decision,
    decisions,
    direct,
    dissent,
    letter,
    more_time,
    own_review,
    recommend,
    reopen,
    reopened,
    reply,
    take_back_decision,
    take_back_recommendation,
    take_back_said,
    tell,
    tests,
    withdraw_dissent,
    write_decision,
)
from candour.stages.decide.rapid_urls import RAPID

ONE = "decisions/<str:notification>"

app_name = "decide"
urlpatterns: list[URLPattern] = [
    *LOGS,
    *RAPID,
    path("decisions/", decisions.page, name="decisions"),
    path(f"{ONE}/more-time/<str:clock>/", more_time.page, name="more-time"),
    path(f"{ONE}/more-time/<int:pk>/undo/", more_time.undo, name="take-back-more-time"),
    path(f"{ONE}/tests/", tests.page, name="tests"),
    path(f"{ONE}/tests/<str:fact>/", answer_test.page, name="answer-test"),
    path(f"{ONE}/recommendation/", recommend.page, name="recommend"),
    path(
        f"{ONE}/recommendation/<int:pk>/undo/",
        take_back_recommendation.page,
        name="take-back-recommendation",
    ),
    path(f"{ONE}/dissent/", dissent.page, name="dissent"),
    path(f"{ONE}/dissent/<int:pk>/undo/", withdraw_dissent.page, name="withdraw-dissent"),
    path(f"{ONE}/decide/", write_decision.page, name="write-decision"),
    path(f"{ONE}/decision/", decision.page, name="decision"),
    path(f"{ONE}/decision/undo/", take_back_decision.page, name="take-back-decision"),
    path(f"{ONE}/decision/reopen/", reopen.page, name="reopen"),
    path(f"{ONE}/decision/reopened/<int:pk>/", reopened.page, name="reopened"),
    path(f"{ONE}/decision/reopened/<int:pk>/undo/", reopened.undo, name="take-back-reopening"),
    path(f"{ONE}/decision/letter/", letter.page, name="letter"),
    path(f"{ONE}/decision/tell/", tell.page, name="tell"),
    path(f"{ONE}/decision/answer/", challenge.page, name="challenge"),
    path(f"{ONE}/decision/answers/<int:pk>/undo/", take_back_said.page, name="take-back-challenge"),
    path(f"{ONE}/decision/answers/<int:pk>/reply/", reply.page, name="reply"),
    path(f"{ONE}/decision/answers/<int:pk>/reply/undo/", take_back_said.reply_page, name="take-back-reply"),
    path(f"{ONE}/decision/direct/", direct.page, name="direct"),
    path(f"{ONE}/decision/national-review/", own_review.page, name="own-review"),
    path(
        f"{ONE}/decision/directions/<int:pk>/undo/", take_back_said.direction_page, name="take-back-direction"
    ),
    path(f"{ONE}/decision/directions/<int:pk>/reply/", reply.direction_page, name="reply-to-direction"),
    path(
        f"{ONE}/decision/directions/<int:pk>/reply/undo/",
        take_back_said.reply_to_direction_page,
        name="take-back-reply-to-direction",
    ),
]
