"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import path

from candour.stages.analysis.pages import (
    account,
    accounts_to_check,
    add_factor,
    appraise,
    change_episode,
    change_factor,
    change_finding,
    check_account,
    conversation,
    conversations,
    correct_conversation,
    episode,
    episodes,
    finding,
    findings,
    mark_episode,
    note_conversation,
    one_button,
    open_fence,
    rest_on_entries,
    rule_on_comment,
    withdraw_conversation,
    withdraw_episode,
    withdraw_factor,
    withdraw_finding,
    write_finding,
)

app_name = "analysis"

REVIEW = "reviews/<str:number>"
EPISODE = f"{REVIEW}/episodes/<int:nth>"
FACTOR = f"{REVIEW}/factors/<int:pk>"
FINDING = f"{REVIEW}/findings/<int:nth>"
CONVERSATION = f"{REVIEW}/conversations/<int:nth>"

urlpatterns = [
    path(f"{REVIEW}/episodes/", episodes.page, name="episodes"),
    path(f"{REVIEW}/episodes/mark/", mark_episode.page, name="mark-episode"),
    path(f"{EPISODE}/", episode.page, name="episode"),
    path(f"{EPISODE}/change/", change_episode.page, name="change-episode"),
    path(f"{EPISODE}/open-fence/", open_fence.page, name="open-fence"),
    path(f"{EPISODE}/appraisal/", appraise.page, name="appraise"),
    path(f"{EPISODE}/withdraw/", withdraw_episode.page, name="withdraw-episode"),
    path(f"{EPISODE}/take-back/", one_button.undo_episode, name="take-back-episode"),
    path(f"{EPISODE}/factors/add/", add_factor.page, name="add-factor"),
    path(f"{EPISODE}/account/", account.page, name="account"),
    path(f"{EPISODE}/account/share/", one_button.share, name="share-account"),
    path(f"{EPISODE}/account/take-back/", one_button.undo_share, name="take-back-account"),
    path(f"{EPISODE}/account/comments/<int:pk>/", rule_on_comment.page, name="rule-on-comment"),
    path(f"{FACTOR}/", change_factor.page, name="change-factor"),
    path(f"{FACTOR}/withdraw/", withdraw_factor.page, name="withdraw-factor"),
    path(f"{FACTOR}/take-back/", one_button.undo_factor, name="take-back-factor"),
    path(f"{REVIEW}/findings/", findings.page, name="findings"),
    path(f"{REVIEW}/findings/write/", write_finding.page, name="write-finding"),
    path(f"{FINDING}/", finding.page, name="finding"),
    path(f"{FINDING}/change/", change_finding.page, name="change-finding"),
    path(f"{FINDING}/entries/", rest_on_entries.page, name="rest-on-entries"),
    path(f"{FINDING}/entries/<int:pk>/take-back/", one_button.undo_evidence, name="take-back-evidence"),
    path(f"{FINDING}/withdraw/", withdraw_finding.page, name="withdraw-finding"),
    path(f"{FINDING}/take-back/", one_button.undo_finding, name="take-back-finding"),
    path(f"{REVIEW}/conversations/", conversations.page, name="conversations"),
    path(f"{REVIEW}/conversations/note/", note_conversation.page, name="note-conversation"),
    path(f"{CONVERSATION}/", conversation.page, name="conversation"),
    path(f"{CONVERSATION}/correct/", correct_conversation.page, name="correct-conversation"),
    path(f"{CONVERSATION}/withdraw/", withdraw_conversation.page, name="withdraw-conversation"),
    path(
        f"{CONVERSATION}/put-back/", one_button.undo_withdrawal_of_conversation, name="put-conversation-back"
    ),
    path(f"{REVIEW}/accounts/", accounts_to_check.page, name="accounts-to-check"),
    path(f"{REVIEW}/accounts/<int:nth>/", check_account.page, name="check-account"),
]
