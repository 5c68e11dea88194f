"""All that can happen to a report: its cast, its source, its drafts, the check, the checkers, the release."""

from candour.stages.report.actions.cast import change_cast_member, keep_cast_member
from candour.stages.report.actions.checkers import check_release, take_back_checking
from candour.stages.report.actions.comments import comment_on_paragraph, reopen_comment, settle_comment
from candour.stages.report.actions.drafts import ask_for_check, check_draft, draft_report
from candour.stages.report.actions.editions import place_in_editions
from candour.stages.report.actions.neighbours import close_together
from candour.stages.report.actions.ordering import move_paragraph, move_part
from candour.stages.report.actions.paragraphs import (
    add_paragraph,
    add_paragraphs,
    change_paragraph,
    close_paragraph,
    open_paragraph,
    put_back_paragraph,
    put_back_wording,
    withdraw_paragraph,
)
from candour.stages.report.actions.phrases import close_phrase, open_phrase
from candour.stages.report.actions.release import release_report, withdraw_release
from candour.stages.report.actions.structure import (
    add_part,
    begin_report,
    change_part,
    change_report_title,
)
from candour.stages.report.actions.under import (
    Written,
    add_under,
    change_under,
    put_back_under,
    withdraw_under,
)
from candour.stages.report.actions.words import allow_word, ask_about_word_again, link_word

__all__ = [
    "Written",
    "add_paragraph",
    "add_paragraphs",
    "add_part",
    "add_under",
    "allow_word",
    "ask_about_word_again",
    "ask_for_check",
    "begin_report",
    "change_cast_member",
    "change_paragraph",
    "change_part",
    "change_report_title",
    "change_under",
    "check_draft",
    "check_release",
    "close_paragraph",
    "close_phrase",
    "close_together",
    "comment_on_paragraph",
    "draft_report",
    "keep_cast_member",
    "link_word",
    "move_paragraph",
    "move_part",
    "open_paragraph",
    "open_phrase",
    "place_in_editions",
    "put_back_paragraph",
    "put_back_under",
    "put_back_wording",
    "release_report",
    "reopen_comment",
    "settle_comment",
    "take_back_checking",
    "withdraw_paragraph",
    "withdraw_release",
    "withdraw_under",
]
