"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.hearing.pages import (
    begin,
    bring,
    bundle,
    bundles,
    check,
    choose,
    made,
    order,
    signing,
    withdraw,
    words,
)

app_name = "hearing"

BUNDLES = "reviews/<str:number>/bundles/"
BUNDLE = f"{BUNDLES}<int:pk>/"
COPY = f"{BUNDLES}copies/<int:pk>/"
PAPER = f"{BUNDLES}papers/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(BUNDLES, bundles.page, name="bundles"),
    path(f"{BUNDLES}begin/", begin.page, name="begin"),
    path(BUNDLE, bundle.page, name="bundle"),
    path(f"{BUNDLE}choose/", choose.page, name="choose"),
    path(f"{BUNDLE}bring/", bring.page, name="bring"),
    path(f"{BUNDLE}make/", made.ask, name="make"),
    path(f"{BUNDLE}withdraw/", withdraw.page, name="withdraw"),
    path(f"{BUNDLE}put-back/", withdraw.put_back, name="put-back"),
    path(f"{PAPER}up/", order.up, name="up"),
    path(f"{PAPER}down/", order.down, name="down"),
    path(f"{PAPER}take-out/", order.take_out, name="take-out"),
    path(f"{PAPER}put-in-again/", order.put_in_again, name="put-in-again"),
    path(f"{BUNDLE}words/", words.page, name="words"),
    path(f"{BUNDLE}words/keep/", words.keep, name="keep-words"),
    path(f"{BUNDLES}words/<int:pk>/ask-again/", words.again, name="ask-again"),
    path(f"{COPY}bundle.pdf", made.page, name="made"),
    path(f"{COPY}joins/", signing.joins, name="joins"),
    path(f"{COPY}check/", check.page, name="check"),
    path(f"{COPY}open.pdf", check.read, name="read"),
    path(f"{COPY}order/", signing.order, name="order"),
    path(f"{COPY}give/", signing.give, name="give"),
    path(f"{BUNDLES}signatures/<int:pk>/take-back/", signing.take_back, name="take-back"),
]
