"""The addresses of this stage's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.domain.access import Can
from candour.stages.commission import actions
from candour.stages.commission.buttons import button, with_reason
from candour.stages.commission.models import (
    BudgetLine,
    EarlierTerms,
    Hold,
    MarkerEvidence,
    Participant,
    Proceeding,
    Risk,
    Used,
)
from candour.stages.commission.pages import commission_review, setting_up
from candour.stages.commission.pages.agencies import (
    agencies,
    ask_agency,
    chase,
    one_button,
    withdraw_asking,
)
from candour.stages.commission.pages.method import change_method, take_back
from candour.stages.commission.pages.plan import plan, plan_forms, risks
from candour.stages.commission.pages.proceedings import keeping, proceedings
from candour.stages.commission.pages.questions import markers, readiness
from candour.stages.commission.pages.seats import (
    declare_conflict,
    declare_independence,
    end_seat,
    give_seat,
    lift_conflict,
    seats,
    take_back_end_of_seat,
    weigh_earlier_review,
    working_lines,
)
from candour.stages.commission.pages.taking_part import letters, participant, participant_form, taking_part
from candour.stages.commission.pages.terms import change_terms, terms

REVIEW = "reviews/<str:number>"
BOARD = "boards/<slug:board>"

app_name = "commission"

SETTING_UP: list[URLPattern] = [
    path("decisions/<str:notification>/commission/", commission_review.page, name="commission-review"),
    path(f"{REVIEW}/setting-up/", setting_up.page, name="setting-up"),
    path(f"{REVIEW}/method/", change_method.page, name="change-method"),
    path(f"{REVIEW}/method/<int:pk>/undo/", take_back.page, name="take-back-change-of-method"),
    path(f"{REVIEW}/terms/", terms.page, name="terms"),
    path(f"{REVIEW}/terms/change/", change_terms.page, name="change-terms"),
    path(
        f"{REVIEW}/terms/<int:pk>/undo/",
        button(Can.SET_TERMS, EarlierTerms, actions.take_back_change_of_terms, "earlier", "terms"),
        name="take-back-change-of-terms",
    ),
]

SEATS: list[URLPattern] = [
    path(f"{REVIEW}/seats/", seats.page, name="seats"),
    path(f"{REVIEW}/seats/give/", give_seat.page, name="give-seat"),
    path(f"{REVIEW}/seats/<int:pk>/end/", end_seat.page, name="end-seat"),
    path(f"{REVIEW}/seats/<int:pk>/end/undo/", take_back_end_of_seat.page, name="take-back-end-of-seat"),
    path(f"{REVIEW}/seats/<int:pk>/lift-conflict/", lift_conflict.page, name="lift-conflict"),
    path(f"{REVIEW}/seats/<int:pk>/independence/", declare_independence.page, name="declare-independence"),
    path(f"{REVIEW}/seats/weigh/<int:pk>/", weigh_earlier_review.page, name="weigh-earlier-review"),
    path(f"{REVIEW}/conflict/", declare_conflict.page, name="declare-conflict"),
    path(f"{BOARD}/working-lines/", working_lines.page, name="working-lines"),
    path(f"{BOARD}/working-lines/add/", working_lines.record, name="record-working-line"),
    path(f"{BOARD}/working-lines/<int:pk>/withdraw/", working_lines.withdraw, name="withdraw-working-line"),
    path(f"{BOARD}/working-lines/<int:pk>/undo/", working_lines.put_back, name="put-working-line-back"),
]

AGENCIES: list[URLPattern] = [
    path(f"{REVIEW}/agencies/", agencies.page, name="agencies"),
    path(f"{REVIEW}/agencies/ask/", ask_agency.page, name="ask-agency"),
    path(f"{REVIEW}/agencies/<int:pk>/withdraw/", withdraw_asking.page, name="withdraw-asking"),
    path(
        f"{REVIEW}/agencies/<int:pk>/withdraw/undo/", one_button.undo_withdrawal, name="take-back-withdrawal"
    ),
    path(f"{REVIEW}/agencies/<int:pk>/remind/", one_button.note_reminder, name="remind-agency"),
    path(f"{REVIEW}/agencies/<int:pk>/reminder/", chase.note_reminder, name="note-reminder"),
    path(f"{REVIEW}/agencies/<int:pk>/another-day/", chase.another_day, name="move-due-day"),
    path(f"{REVIEW}/agencies/reminders/<int:pk>/undo/", chase.no_reminder, name="take-back-reminder"),
    path(f"{REVIEW}/agencies/days/<int:pk>/undo/", chase.earlier_day, name="take-back-move"),
]

PART = f"{REVIEW}/taking-part"
TAKING_PART: list[URLPattern] = [
    path(f"{PART}/", taking_part.page, name="taking-part"),
    path(f"{PART}/add/", participant_form.add, name="add-participant"),
    path(f"{PART}/<int:pk>/", participant.page, name="participant"),
    path(f"{PART}/<int:pk>/change/", participant_form.change, name="change-participant"),
    path(f"{PART}/<int:pk>/answer/", participant.reply, name="note-reply"),
    path(f"{PART}/<int:pk>/told/", participant.tell, name="note-telling"),
    path(f"{PART}/told/<int:pk>/withdraw/", letters.not_told, name="withdraw-telling"),
    path(f"{PART}/told/<int:pk>/withdraw/undo/", letters.told_after_all, name="put-telling-back"),
    path(f"{PART}/<int:pk>/letters/<slug:template>/", letters.write, name="write-letter"),
    path(f"{PART}/letters/<int:pk>/word/", letters.as_docx, name="letter-docx"),
    path(f"{PART}/letters/<int:pk>/sent/", letters.sent, name="mark-letter-sent"),
    path(f"{PART}/letters/<int:pk>/sent/undo/", letters.not_sent, name="take-back-sending"),
    path(f"{PART}/letters/<int:pk>/withdraw/", letters.withdraw, name="withdraw-letter"),
    path(f"{PART}/letters/<int:pk>/withdraw/undo/", letters.put_back, name="put-letter-back"),
    path(
        f"{PART}/<int:pk>/withdraw/",
        with_reason(
            Can.KEEP_PARTICIPANTS,
            Participant,
            actions.withdraw_participant,
            "participant",
            "taking-part",
            title="{}: not taking part after all?",
            sentence="What was kept of them stays, for those who may see it.",
            words="Withdraw them",
        ),
        name="withdraw-participant",
    ),
    path(
        f"{PART}/<int:pk>/undo/",
        button(
            Can.KEEP_PARTICIPANTS, Participant, actions.put_participant_back, "participant", "taking-part"
        ),
        name="put-participant-back",
    ),
]

REGISTER = f"{REVIEW}/proceedings"
PROCEEDINGS: list[URLPattern] = [
    path(f"{REGISTER}/", proceedings.page, name="proceedings"),
    path(f"{REGISTER}/enter/", keeping.enter, name="enter-proceeding"),
    path(f"{REGISTER}/<int:pk>/change/", keeping.change, name="change-proceeding"),
    path(f"{REGISTER}/<int:pk>/hold-back/", keeping.hold, name="hold-back"),
    path(f"{REGISTER}/holds/<int:pk>/lift/", keeping.lift, name="lift-hold"),
    path(
        f"{REGISTER}/holds/<int:pk>/lift/undo/",
        button(Can.KEEP_PLAN, Hold, actions.take_back_lifting, "hold", "proceedings"),
        name="take-back-lifting",
    ),
    path(
        f"{REGISTER}/holds/<int:pk>/withdraw/",
        button(Can.KEEP_PLAN, Hold, actions.withdraw_hold, "hold", "proceedings"),
        name="withdraw-hold",
    ),
    path(f"{REGISTER}/<int:pk>/end/", keeping.end, name="end-proceeding"),
    path(
        f"{REGISTER}/<int:pk>/end/undo/",
        button(Can.KEEP_PLAN, Proceeding, actions.take_back_end_of_proceeding, "proceeding", "proceedings"),
        name="take-back-end-of-proceeding",
    ),
    path(
        f"{REGISTER}/<int:pk>/withdraw/",
        with_reason(
            Can.KEEP_PLAN,
            Proceeding,
            actions.withdraw_proceeding,
            "proceeding",
            "proceedings",
            title="Withdraw: {}?",
            sentence="It holds nothing back any more, as if it had never been entered.",
            words="Withdraw it",
        ),
        name="withdraw-proceeding",
    ),
    path(
        f"{REGISTER}/<int:pk>/undo/",
        button(Can.KEEP_PLAN, Proceeding, actions.put_proceeding_back, "proceeding", "proceedings"),
        name="put-proceeding-back",
    ),
]

PLAN: list[URLPattern] = [
    path(f"{REVIEW}/plan/", plan.page, name="plan"),
    path(f"{REVIEW}/plan/add/", plan_forms.plan, name="plan-line"),
    path(f"{REVIEW}/plan/<int:pk>/change/", plan_forms.anew, name="change-line"),
    path(f"{REVIEW}/plan/<int:pk>/use/", plan_forms.use, name="note-use"),
    path(
        f"{REVIEW}/plan/used/<int:pk>/undo/",
        button(Can.KEEP_PLAN, Used, actions.take_back_use, "used", "plan"),
        name="take-back-use",
    ),
    path(
        f"{REVIEW}/plan/<int:pk>/withdraw/",
        with_reason(
            Can.KEEP_PLAN,
            BudgetLine,
            actions.withdraw_line,
            "line",
            "plan",
            title="Withdraw what is planned for {}?",
            sentence="Nothing is planned for it any more.",
            words="Withdraw it",
        ),
        name="withdraw-line",
    ),
    path(
        f"{REVIEW}/plan/<int:pk>/undo/",
        button(Can.KEEP_PLAN, BudgetLine, actions.put_line_back, "line", "plan"),
        name="put-line-back",
    ),
    path(f"{REVIEW}/risks/", risks.page, name="risks"),
    path(f"{REVIEW}/risks/raise/", risks.raise_one, name="raise-risk"),
    path(f"{REVIEW}/risks/<int:pk>/change/", risks.change, name="change-risk"),
    path(f"{REVIEW}/risks/<int:pk>/close/", risks.close, name="close-risk"),
    path(
        f"{REVIEW}/risks/<int:pk>/open/",
        button(Can.KEEP_PLAN, Risk, actions.open_risk_again, "risk", "risks"),
        name="open-risk-again",
    ),
    path(
        f"{REVIEW}/risks/<int:pk>/withdraw/",
        with_reason(
            Can.KEEP_PLAN,
            Risk,
            actions.withdraw_risk,
            "risk",
            "risks",
            title="Withdraw this risk?",
            sentence="It was no risk.",
            words="Withdraw it",
        ),
        name="withdraw-risk",
    ),
    path(
        f"{REVIEW}/risks/<int:pk>/undo/",
        button(Can.KEEP_PLAN, Risk, actions.put_risk_back, "risk", "risks"),
        name="put-risk-back",
    ),
]

QUESTIONS: list[URLPattern] = [
    path(f"{REVIEW}/quality/", markers.page, name="markers"),
    path(f"{REVIEW}/quality/<slug:marker>/write/", markers.write, name="write-evidence"),
    path(
        f"{REVIEW}/quality/<int:pk>/withdraw/",
        button(Can.KEEP_PLAN, MarkerEvidence, actions.withdraw_marker_evidence, "evidence", "markers"),
        name="withdraw-evidence",
    ),
    path(
        f"{REVIEW}/quality/<int:pk>/undo/",
        button(Can.KEEP_PLAN, MarkerEvidence, actions.put_marker_evidence_back, "evidence", "markers"),
        name="put-evidence-back",
    ),
    path(f"{BOARD}/readiness/", readiness.page, name="readiness"),
    path(f"{BOARD}/readiness/<int:pk>/<slug:question>/", readiness.answer, name="answer-readiness"),
    path(
        f"{BOARD}/readiness/answers/<int:pk>/withdraw/", readiness.withdraw, name="withdraw-readiness-answer"
    ),
    path(f"{BOARD}/readiness/answers/<int:pk>/undo/", readiness.put_back, name="put-readiness-answer-back"),
]

urlpatterns: list[URLPattern] = [
    *(SETTING_UP + SEATS + AGENCIES),
    *(TAKING_PART + PROCEEDINGS + PLAN + QUESTIONS),
]
