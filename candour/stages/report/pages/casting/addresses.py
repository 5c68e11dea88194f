"""The addresses of the cast's further pages and of the jigsaw, gathered by the stage's urls."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from candour.stages.report.pages.casting import (
    buttons,
    genogram,
    other_names,
    relations,
    several_words,
    suggested,
)
from candour.stages.report.pages.jigsaw import jigsaw, public_facts


class Kept(StringConverter):
    """A relation or a household."""

    regex = "relation|household"


register_converter(Kept, "kept")

REPORT = "reviews/<str:number>/report/"
CAST = f"{REPORT}cast/"
JIGSAW = f"{REPORT}jigsaw/"

CASTING: list[URLPattern] = [
    path(f"{CAST}pseudonyms/", buttons.take_proposed, name="take-proposed"),
    path(f"{CAST}relations/", relations.page, name="relations"),
    path(f"{CAST}relations/add/", relations.add_relation, name="add-relation"),
    path(f"{CAST}households/add/", relations.add_household, name="add-household"),
    path(f"{CAST}relations/<kept:what>/<int:pk>/withdraw/", buttons.withdraw, name="withdraw-relation"),
    path(f"{CAST}relations/<kept:what>/<int:pk>/put-back/", buttons.put_back, name="put-back-relation"),
    path(f"{CAST}genogram/", genogram.page, name="genogram"),
    path(f"{CAST}suggested/", suggested.page, name="suggested"),
    path(f"{CAST}suggested/read/", suggested.start, name="read-for-cast"),
    path(f"{CAST}suggested/decide/", suggested.decide, name="decide-suggestion"),
    path(f"{CAST}suggested/<str:key>/take-out/", suggested.take_out, name="take-out-name"),
    path(f"{CAST}suggested/<int:pk>/again/", suggested.again, name="suggest-again"),
    path(f"{CAST}other-names/", other_names.page, name="other-names"),
    path(f"{REPORT}words/several/", several_words.page, name="several-words"),
    path(JIGSAW, jigsaw.page, name="jigsaw"),
    path(f"{JIGSAW}stays/", jigsaw.rule, name="rule-on-join"),
    path(f"{JIGSAW}stays/<int:pk>/again/", jigsaw.again, name="ask-about-join-again"),
    path(f"{JIGSAW}sign/", jigsaw.sign, name="sign-jigsaw"),
    path(f"{JIGSAW}sign/<int:pk>/take-back/", jigsaw.take_back, name="take-back-signing"),
    path(f"{JIGSAW}public/add/", public_facts.add, name="add-public-fact"),
    path(f"{JIGSAW}public/<int:pk>/withdraw/", public_facts.withdraw, name="withdraw-public-fact"),
    path(f"{JIGSAW}public/<int:pk>/put-back/", public_facts.put_back, name="put-back-public-fact"),
]
