"""The addresses of the hearing: replies, orders, applications, copies, and what concerns the family."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.report.pages.copies import copies, give
from candour.stages.report.pages.family import family, links, proposals, where_it_is
from candour.stages.report.pages.orders import applications, make, mine, orders
from candour.stages.report.pages.replies import extract, replies, reply, send

REVIEW = "reviews/<str:number>/"
REPLIES = f"{REVIEW}report/replies/"
ORDERS = f"{REVIEW}report/orders/"
COPIES = f"{REVIEW}report/copies/"
FAMILY = f"{REVIEW}family/"

HEARING: list[URLPattern] = [
    path(REPLIES, replies.page, name="replies"),
    path(f"{REPLIES}send/", send.page, name="send-reply"),
    path(f"{REPLIES}<int:pk>/", reply.page, name="reply"),
    path(f"{REPLIES}<int:pk>/answer/", reply.answer, name="note-reply-answer"),
    path(f"{REPLIES}<int:pk>/rule/", reply.rule, name="rule-on-reply"),
    path(f"{REPLIES}<int:pk>/withdraw/", reply.withdraw, name="withdraw-reply"),
    path(f"{REPLIES}rulings/<int:pk>/take-back/", reply.take_back_ruling, name="take-back-reply-ruling"),
    path(f"{REPLIES}answers/<int:pk>/withdraw/", reply.withdraw_answer, name="withdraw-noted-answer"),
    path(f"{REVIEW}extracts/<int:pk>/", extract.page, name="extract"),
    path(ORDERS, orders.page, name="orders"),
    path(f"{ORDERS}make/", make.page, name="make-order"),
    path(f"{ORDERS}<int:pk>/take-back/", make.take_back, name="take-back-order"),
    path(f"{ORDERS}applications/add/", applications.note, name="note-application"),
    path(f"{ORDERS}applications/<int:pk>/", applications.page, name="application"),
    path(f"{ORDERS}applications/<int:pk>/rule/", applications.rule, name="rule-on-application"),
    path(f"{ORDERS}applications/<int:pk>/withdraw/", applications.withdraw, name="withdraw-application"),
    path(f"{ORDERS}rulings/<int:pk>/take-back/", applications.take_back, name="take-back-application-ruling"),
    path(f"{REVIEW}by-order/", mine.page, name="mine"),
    path(f"{REVIEW}by-order/<str:name>", mine.copy, name="copy-by-order"),
    path(COPIES, copies.page, name="copies"),
    path(f"{COPIES}give/", give.page, name="give-copy"),
    path(f"{COPIES}<int:pk>/end/", give.end, name="end-of-copy"),
    path(f"{COPIES}<int:pk>/take-back-end/", give.take_back_end, name="take-back-end-of-copy"),
    path(FAMILY, family.page, name="family"),
    path(f"{FAMILY}propose/", proposals.note, name="note-proposal"),
    path(f"{FAMILY}proposals/<int:pk>/answer/", proposals.answer, name="answer-proposal"),
    path(f"{FAMILY}proposals/<int:pk>/withdraw/", proposals.withdraw, name="withdraw-proposal"),
    path(f"{FAMILY}links/make/", links.make, name="make-family-link"),
    path(f"{FAMILY}links/<int:pk>/hear/", links.hear, name="when-family-hears"),
    path(f"{FAMILY}links/<int:pk>/end/", links.end, name="end-family-link"),
    path("where-it-is/<str:token>/", where_it_is.page, name="family-page"),
]
