"""All that can happen to a report: its cast, its source, its drafts, the check, the checkers, the release."""

from candour.stages.report.actions.cast import change_cast_member, keep_cast_member
from candour.stages.report.actions.checkers import check_release, take_back_checking
from candour.stages.report.actions.drafts import ask_for_check, check_draft, draft_report
from candour.stages.report.actions.paragraphs import (
    add_paragraph,
    change_paragraph,
    close_paragraph,
    open_paragraph,
    put_back_paragraph,
    put_back_wording,
    withdraw_paragraph,
)
from candour.stages.report.actions.release import release_report, withdraw_release
from candour.stages.report.actions.structure import (
    add_part,
    begin_report,
    change_part,
    change_report_title,
)
from candour.stages.report.actions.words import allow_word, ask_about_word_again, link_word

__all__ = [
    "add_paragraph",
    "add_part",
    "allow_word",
    "ask_about_word_again",
    "ask_for_check",
    "begin_report",
    "change_cast_member",
    "change_paragraph",
    "change_part",
    "change_report_title",
    "check_draft",
    "check_release",
    "close_paragraph",
    "draft_report",
    "keep_cast_member",
    "link_word",
    "open_paragraph",
    "put_back_paragraph",
    "put_back_wording",
    "release_report",
    "take_back_checking",
    "withdraw_paragraph",
    "withdraw_release",
]
