"""The addresses of the editor's pages, gathered by the stage's urls."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.report.pages.editing import (
    comments,
    compare,
    edition,
    editions_of,
    history,
    neighbours,
    order,
    paragraph,
    paste,
    phrases,
    reading_as,
    side_by_side,
    unders,
)

REPORT = "reviews/<str:number>/report/"
PART = f"{REPORT}parts/<int:nth>/"
PARAGRAPH = f"{REPORT}paragraphs/<int:pk>/"

EDITING: list[URLPattern] = [
    path(f"{REPORT}side-by-side/", side_by_side.page, name="side-by-side"),
    path(f"{REPORT}reading-as/", reading_as.page, name="reading-as"),
    path(f"{REPORT}changes/", compare.page, name="compare"),
    path(f"{REPORT}editions/<slug:edition>/", edition.page, name="edition"),
    path(f"{PART}paste/", paste.page, name="paste"),
    path(f"{PART}close/", neighbours.together, name="close-together"),
    path(PARAGRAPH, paragraph.page, name="paragraph"),
    path(f"{REPORT}order/", order.page, name="order"),
    path(f"{REPORT}order/parts/<int:pk>/", order.part, name="move-part"),
    path(f"{PARAGRAPH}move/", order.paragraph, name="move-paragraph"),
    path(f"{PARAGRAPH}history/", history.page, name="history"),
    path(f"{PARAGRAPH}editions/", editions_of.page, name="editions-of"),
    path(f"{PARAGRAPH}phrase/", phrases.close, name="close-phrase"),
    path(f"{PARAGRAPH}phrase/<int:nth>/open/", phrases.reopen, name="open-phrase"),
    path(f"{PARAGRAPH}under/add/<slug:kind>/", unders.add, name="add-under"),
    path(f"{REPORT}under/<int:pk>/change/", unders.change, name="change-under"),
    path(f"{REPORT}under/<int:pk>/withdraw/", unders.withdraw, name="withdraw-under"),
    path(f"{REPORT}under/<int:pk>/put-back/", unders.put_back, name="put-back-under"),
    path(f"{REPORT}comments/", comments.page, name="comments"),
    path(f"{REPORT}comments/<int:pk>/settle/", comments.settle, name="settle-comment"),
    path(f"{REPORT}comments/<int:pk>/reopen/", comments.reopen, name="reopen-comment"),
]
