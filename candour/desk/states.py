"""The states of what a review moves through, and the actions that lead on, across the stages, as data.

For the pictures of docs/reference/states.md and their readers. A test holds the actions to their modules.
"""

from __future__ import annotations

from dataclasses import dataclass

from candour.stages.decide.states import FIRST
from candour.stages.decide.states import WAYS as WAYS_OF_NOTIFICATION

NOTHING = ""
"""What is there before the thing is."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How one kind of thing moves: (state, action, next state).

    `modules` are those whose every public action either moves it or is one of `stays`.
    """

    title: str
    says: str
    modules: tuple[str, ...]
    ways: tuple[tuple[str, str, str], ...]
    stays: frozenset[str] = frozenset()

    @property
    def states(self) -> tuple[str, ...]:
        """In the order in which they are first reached."""
        return tuple(dict.fromkeys(end for _, _, end in self.ways))


_RETURN_STATES = ("being read", "read", "cannot be read")
_CHECKS = ("clean", "not clean")

MOVES: tuple[Moves, ...] = (
    Moves(
        "A notification and its decision",
        "Every way is taken by a test, and every other is refused.",
        ("candour.stages.decide.actions.deciding",),
        (
            (NOTHING, "notify", str(FIRST)),
            *((str(one.start), one.action, str(one.end)) for one in WAYS_OF_NOTIFICATION),
        ),
    ),
    Moves(
        "A review commissioned",
        "From a decision to review, or at once from a direction: the decision that was made stays on record.",
        ("candour.stages.commission.actions.commissioning", "candour.stages.decide.actions.directing"),
        (
            (NOTHING, "decide", "to be reviewed"),
            (NOTHING, "decide", "not reviewed"),
            ("not reviewed", "direct_review", "directed"),
            ("directed", "take_back_direction", "not reviewed"),
            ("to be reviewed", "commission_review", "commissioned"),
            ("directed", "commission_review", "commissioned"),
        ),
    ),
    Moves(
        "A return written on screen",
        "Who wrote it never signs it off. Signed off, it becomes a return like any other.",
        ("candour.stages.chronology.actions.drafts",),
        (
            (NOTHING, "save_draft", "being written"),
            ("being written", "hand_in_draft", "handed in"),
            ("handed in", "take_back_handing_in", "being written"),
            ("handed in", "give_back_draft", "being written"),
            ("handed in", "sign_off_draft", "signed off"),
            ("being written", "withdraw_draft", "put aside"),
            ("handed in", "withdraw_draft", "put aside"),
            ("put aside", "take_back_withdrawal_of_draft", "being written"),
        ),
    ),
    Moves(
        "A return of a chronology",
        "A return that corrects another takes its place when it is read: the other is withdrawn with it.",
        (
            "candour.stages.chronology.actions.receiving",
            "candour.stages.chronology.actions.columns",
            "candour.stages.chronology.actions.corrections",
        ),
        (
            (NOTHING, "send_return", "being read"),
            (NOTHING, "send_corrected_return", "being read"),
            ("being read", "read_return", "read"),
            ("being read", "read_return", "cannot be read"),
            *((state, "correct_columns", "read") for state in _RETURN_STATES),
            *((state, "withdraw_return", "withdrawn") for state in _RETURN_STATES),
            *(("withdrawn", "take_back_withdrawal_of_return", state) for state in _RETURN_STATES),
            ("read", "undo_correction", "withdrawn"),
        ),
    ),
    Moves(
        "A release",
        "Two people who wrote none of it say yes to the very bytes; one no stops it.",
        (
            "candour.stages.report.actions.drafts",
            "candour.stages.report.actions.checkers",
            "candour.stages.report.actions.release",
        ),
        (
            (NOTHING, "draft_report", "drafted"),
            ("drafted", "ask_for_check", "waits for its check"),
            *((state, "check_draft", end) for state in ("drafted", "waits for its check") for end in _CHECKS),
            ("clean", "check_release", "read by two"),
            ("read by two", "take_back_checking", "clean"),
            ("read by two", "release_report", "released"),
            ("released", "withdraw_release", "withdrawn"),
            ("withdrawn", "release_report", "released"),
        ),
    ),
    Moves(
        "A publication",
        "Sent again it is the next edition. A withdrawal leaves a line with its reason.",
        ("candour.stages.learn.actions.sending",),
        (
            (NOTHING, "publish_report", "sent"),
            ("sent", "deliver_publication", "in the reading room"),
            ("in the reading room", "withdraw_publication", "withdrawn"),
            ("sent", "withdraw_publication", "withdrawn"),
            ("withdrawn", "deliver_publication", "withdrawn there too"),
        ),
    ),
    Moves(
        "A message in the outbox",
        "It says that something waits, never what. In a demonstration nothing leaves.",
        ("candour.kernel.outbox.sending", "candour.kernel.outbox.writing"),
        (
            (NOTHING, "write_to", "waits"),
            ("waits", "send_what_waits", "sent"),
            ("waits", "send_what_waits", "not sent, with the reason"),
            ("not sent, with the reason", "send_what_waits", "sent"),
            ("waits", "send_what_waits", "given up"),
            ("not sent, with the reason", "send_what_waits", "given up"),
            ("given up", "try_message_again", "not sent, with the reason"),
            *(
                (state, "nothing_waits", "not needed")
                for state in ("waits", "not sent, with the reason", "given up")
            ),
        ),
        frozenset({"is_for_good", "key_of", "refusal_in_words", "subject_and_words", "wishes_for_messages"}),
    ),
)
