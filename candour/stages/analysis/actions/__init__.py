"""What is done in analysis: episodes marked and written, factors, findings, and the entries they rest on."""

from candour.stages.analysis.actions.accounts import (
    comment_on_account,
    rule_on_comment,
    share_account,
    take_back_account,
    write_account,
)
from candour.stages.analysis.actions.conversations import (
    correct_conversation,
    note_conversation,
    put_conversation_back,
    withdraw_conversation,
)
from candour.stages.analysis.actions.episodes import (
    change_episode,
    mark_episode,
    take_back_episode,
    withdraw_episode,
)
from candour.stages.analysis.actions.evidence import rest_on_entry, take_back_evidence
from candour.stages.analysis.actions.factors import (
    add_factor,
    change_factor,
    take_back_factor,
    withdraw_factor,
)
from candour.stages.analysis.actions.findings import (
    change_finding,
    take_back_finding,
    withdraw_finding,
    write_finding,
)
from candour.stages.analysis.actions.parts import appraise, open_fence, write_why_then

__all__ = [
    "add_factor",
    "appraise",
    "change_episode",
    "change_factor",
    "change_finding",
    "comment_on_account",
    "correct_conversation",
    "mark_episode",
    "note_conversation",
    "open_fence",
    "put_conversation_back",
    "rest_on_entry",
    "rule_on_comment",
    "share_account",
    "take_back_account",
    "take_back_episode",
    "take_back_evidence",
    "take_back_factor",
    "take_back_finding",
    "withdraw_conversation",
    "withdraw_episode",
    "withdraw_factor",
    "withdraw_finding",
    "write_account",
    "write_finding",
    "write_why_then",
]
