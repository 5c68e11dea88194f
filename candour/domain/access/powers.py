"""The powers there are, as words that stand in code, in tables of roles and in refusals."""

from __future__ import annotations

from enum import StrEnum


class Can(StrEnum):
    """One power. Stored words are permanent: a power is retired, never given another meaning."""

    KEEP_OWN_ACCOUNT = "keep one's own account"
    ADMINISTER = "keep people, posts and organisations"
    BACK_UP = "take and try out a backup"
    VERIFY_AUDIT = "verify the audit chain"

    SEE_NOTIFICATIONS = "see a board's notifications and decisions"
    NOTIFY = "record a notification"
    ANSWER_TESTS = "answer the legal tests"
    DISSENT = "record a dissent"
    DECIDE = "decide whether to review"
    COMMISSION = "commission a review"
    PREPARE = "answer the questions before a method that is new to the board"
    CHALLENGE = "question or disagree with a decision"
    DIRECT = "direct that a review be held, or hold a national one"
    REPLY_TO_CHALLENGE = "reply to the national body"
    SEE_COUNTS = "see counts of notifications, decisions and reviews"

    SEE_PROGRESS = "see where a review is"
    SEE_REVIEW = "see a review at a glance"
    MANAGE_SEATS = "give and end seats on a review"
    ASK_AGENCIES = "ask agencies for returns"
    SET_TERMS = "change what a review was asked to do"
    KEEP_PARTICIPANTS = "keep who of family and practitioners takes part"
    KEEP_CLOCKS = "pause and extend the clocks of a review"
    KEEP_PLAN = "keep a review's parallel proceedings, money, hours, risks and quality"
    SEE_RETURNS = "see agencies' returns"
    SEND_RETURN = "send an agency's return"
    FIX_HELD_ROWS = "place held rows and correct the mapping"
    SIGN_OFF_RETURN = "sign off an agency's return before it counts"
    SEE_CHRONOLOGY = "see the integrated chronology"
    SETTLE_CHRONOLOGY = "confirm events, settle differences and mark entries"
    TAKE_CHRONOLOGY_AWAY = "take the chronology away with its names"
    SEE_ANALYSIS = "see episodes, factors and findings"
    ANALYSE = "mark episodes and write findings"
    KEEP_CONVERSATIONS = "keep and read notes of conversations with those who worked the case"
    CHECK_ACCURACY = "check an account one was part of"
    SEE_SOURCE = "see the report's one source, closed passages included"
    WRITE_REPORT = "write the report and keep the cast"
    SEE_OPEN_DRAFT = "see the open report before release"
    CHECK_RELEASE = "check a report before release"
    ORDER_RELEASE = "order the release of a report"
    SEE_RESPONSE = "see the board's answers and actions"
    RESPOND = "answer findings and keep actions"
    PUBLISH = "send a released report to the reading room"
