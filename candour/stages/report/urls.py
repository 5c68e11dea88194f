"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.report.pages import (
    add_cast_member,
    add_paragraph,
    add_part,
    ask_again,
    audience,
    begin,
    both_methods,
    cast,
    cast_member,
    change_paragraph,
    change_part,
    change_title,
    check,
    checker,
    chronology_copies,
    chronology_copy,
    closed_file,
    images,
    open_file,
    part,
    put_back_paragraph,
    put_back_wording,
    release,
    report,
    start_check,
    take_back_checking,
    withdraw_paragraph,
    withdraw_release,
    word,
    words,
)
from candour.stages.report.pages.accuracy.addresses import ACCURACY
from candour.stages.report.pages.casting.addresses import CASTING
from candour.stages.report.pages.editing.addresses import EDITING
from candour.stages.report.pages.hearing_addresses import HEARING

app_name = "report"
REPORT = "reviews/<str:number>/report/"
PART = f"{REPORT}parts/<int:nth>/"
PARAGRAPH = f"{REPORT}paragraphs/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path(REPORT, report.page, name="report"),
    path(f"{REPORT}both-methods/", both_methods.page, name="both-methods"),
    path(f"{REPORT}begin/", begin.page, name="begin"),
    path(f"{REPORT}title/", change_title.page, name="change-title"),
    path(f"{REPORT}parts/add/", add_part.page, name="add-part"),
    path(PART, part.page, name="part"),
    path(f"{PART}title/", change_part.page, name="change-part"),
    path(f"{PART}add/", add_paragraph.page, name="add-paragraph"),
    path(f"{PARAGRAPH}change/", change_paragraph.page, name="change-paragraph"),
    path(f"{PARAGRAPH}audience/", audience.page, name="audience"),
    path(f"{PARAGRAPH}withdraw/", withdraw_paragraph.page, name="withdraw-paragraph"),
    path(f"{PARAGRAPH}put-back/", put_back_paragraph.page, name="put-back-paragraph"),
    path(f"{REPORT}wordings/<int:pk>/put-back/", put_back_wording.page, name="put-back-wording"),
    path(f"{REPORT}cast/", cast.page, name="cast"),
    path(f"{REPORT}cast/add/", add_cast_member.page, name="add-cast-member"),
    path(f"{REPORT}cast/<str:key>/change/", cast_member.page, name="cast-member"),
    path(f"{REPORT}words/", words.page, name="words"),
    path(f"{REPORT}words/decide/", word.page, name="word"),
    path(f"{REPORT}words/<int:pk>/ask-again/", ask_again.page, name="ask-again"),
    path(f"{REPORT}check/", check.page, name="check"),
    path(f"{REPORT}check/start/", start_check.page, name="start-check"),
    path(f"{REPORT}checker/", checker.page, name="checker"),
    path(f"{REPORT}checker/<int:pk>/take-back/", take_back_checking.page, name="take-back-checking"),
    path(f"{REPORT}release/", release.page, name="release"),
    path(f"{REPORT}release/withdraw/", withdraw_release.page, name="withdraw-release"),
    path(f"{REPORT}images/", images.page, name="images"),
    path(f"{REPORT}images/sign/", images.sign, name="sign-for-image"),
    path(f"{REPORT}images/<int:pk>/take-back/", images.take_back, name="take-back-image"),
    path(f"{REPORT}chronology/", chronology_copies.page, name="chronology-copies"),
    path(f"{REPORT}chronology/<str:kind>/", chronology_copy.page, name="chronology-copy"),
    path(f"{REPORT}open/<int:draft>/<str:name>", open_file.page, name="open-file"),
    path(f"{REPORT}closed/<str:name>", closed_file.page, name="closed-file"),
    *ACCURACY,
    *EDITING,
    *CASTING,
    *HEARING,
]
