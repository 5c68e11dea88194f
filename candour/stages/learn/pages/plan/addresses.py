"""The addresses of the publication plan."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.learn.pages.plan import keeping, plan

PLAN = "reviews/<str:number>/publish/plan/"
addresses: list[URLPattern] = [
    path(PLAN, plan.page, name="plan"),
    path(f"{PLAN}day/", keeping.keep, name="keep-plan"),
    path(f"{PLAN}tell/", keeping.add, name="add-telling"),
    path(f"{PLAN}tell/<int:pk>/heard/", keeping.told, name="mark-told"),
    path(f"{PLAN}tell/<int:pk>/not-heard/", keeping.not_told, name="take-back-told"),
    path(f"{PLAN}tell/<int:pk>/take-out/", keeping.take_out, name="withdraw-telling"),
    path(f"{PLAN}notice/", keeping.notice, name="record-notice"),
    path(f"{PLAN}notice/<int:pk>/withdraw/", keeping.withdraw_notice, name="withdraw-notice"),
]
