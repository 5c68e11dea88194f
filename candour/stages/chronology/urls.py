"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.stages.chronology.pages import (
    agency_names,
    answer_all,
    blank_return,
    chronology,
    download_chronology,
    draft_buttons,
    entry,
    hand_in,
    held_rows,
    known,
    one_button,
    one_return,
    original,
    paste_rows,
    put_entry_back,
    return_columns,
    returns,
    send_returns,
    sign_off,
    undo_place,
    ways_to_send,
    withdraw_return,
    write_return,
)

app_name = "chronology"
RETURNS = "reviews/<str:number>/returns/"
ONE = f"{RETURNS}<int:pk>/"
WRITTEN = f"{RETURNS}write/<slug:agency>/"

urlpatterns: list[URLPattern] = [
    # Returns: what agencies sent.
    path(RETURNS, returns.page, name="returns"),
    path(f"{RETURNS}send/", send_returns.page, name="send-returns"),
    path(f"{RETURNS}names/", agency_names.page, name="agency-names"),
    path(ONE, one_return.page, name="return"),
    path(f"{ONE}columns/", return_columns.page, name="return-columns"),
    path(f"{ONE}original/", original.page, name="original"),
    path(f"{ONE}held/", held_rows.page, name="held-rows"),
    path(f"{ONE}withdraw/", withdraw_return.page, name="withdraw-return"),
    path(f"{ONE}withdraw/undo/", one_button.undo_withdrawal, name="take-back-withdrawal"),
    path(f"{ONE}read/", one_button.read_now, name="read-now"),
    path(f"{ONE}rows/<int:row_pk>/undo/", undo_place.page, name="undo-place"),
    path(f"{ONE}rows/<int:row_pk>/all/", answer_all.page, name="answer-all"),
    # Returns to send and to write.
    path(f"{RETURNS}blank/<slug:agency>.xlsx", blank_return.page, {"form": "xlsx"}, name="blank-workbook"),
    path(f"{RETURNS}blank/<slug:agency>.docx", blank_return.page, {"form": "docx"}, name="blank-document"),
    path(f"{RETURNS}write/", ways_to_send.page, name="ways-to-send"),
    path(WRITTEN, write_return.page, name="write-return"),
    path(f"{WRITTEN}paste/", paste_rows.page, name="paste-rows"),
    path(f"{WRITTEN}hand-in/", hand_in.page, name="hand-in"),
    path(f"{WRITTEN}hand-in/undo/", draft_buttons.take_back, name="take-back-handing-in"),
    path(f"{WRITTEN}sign-off/", sign_off.page, name="sign-off"),
    path(f"{WRITTEN}put-aside/", draft_buttons.put_aside, name="withdraw-draft"),
    path(f"{WRITTEN}put-aside/undo/", draft_buttons.take_up, name="take-up-draft"),
    # The integrated chronology.
    path("reviews/<str:number>/chronology/", chronology.page, name="chronology"),
    path(
        "reviews/<str:number>/chronology/download/<str:kind>/",
        download_chronology.page,
        name="download-chronology",
    ),
    path("reviews/<str:number>/known/", known.page, name="known"),
    path("reviews/<str:number>/entries/<str:key>/", entry.page, name="entry"),
    path("reviews/<str:number>/entries/<str:key>/put-back/", put_entry_back.page, name="put-entry-back"),
]
