"""What a method holds: steps, roles, groups and questions of its analysis, its report and its rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The parts of a review's way, in order; a method's steps lie in them."""

    NOTIFY = "notify"
    DECIDE = "decide"
    COMMISSION = "commission"
    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    REPORT = "report"
    RESPOND = "respond"
    LEARN = "learn"


class Audience(StrEnum):
    """Whether a part of a report is usually for everybody or for few."""

    OPEN = "open"
    CLOSED = "closed"


class Code(StrEnum):
    """The rules that code can keep; a method says in a sentence of its own which of them it has."""

    NO_AGENCY_REPORTS = "no_agency_reports"
    NO_RECOMMENDATIONS = "no_recommendations"
    QUESTIONS_FOR_BOARD = "questions_for_board"
    SYSTEM_HEADLINE = "system_headline"
    RESTS_ON_EPISODE = "rests_on_episode"
    EVIDENCE_OUTSIDE_CASE = "evidence_outside_case"
    PREVALENCE_SOURCED = "prevalence_sourced"
    NO_ORDERS_TO_STAFF = "no_orders_to_staff"
    CONVERSATION_NOTES_APART = "conversation_notes_apart"
    OPEN_AND_CLOSED = "open_and_closed"
    NUMBERED_PARAGRAPHS = "numbered_paragraphs"
    GISTS = "gists"
    ORDERS = "orders"
    REASONS_FOR_CLOSING = "reasons_for_closing"
    HEARINGS = "hearings"


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done, and what it must produce."""

    name: str
    title: str
    stage: Stage
    produces: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class RoleOf:
    """A role of the method. `most` is None where any number may hold it."""

    name: str
    title: str
    who_may_hold: str
    least: int
    most: int | None
    verified: bool

    @property
    def count(self) -> str:
        """How many hold it, in words: "2", "at least 1", "1 to 3"."""
        if self.most is None:
            return f"at least {self.least}" if self.least else "any number"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of contributory factors, with examples."""

    code: str
    title: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """What a finding is filed under. The code is kept for good; names and order differ between editions."""

    code: str
    title: str
    later_title: str
    examples: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What every finding answers; where `not_known` is True that is an allowed answer, and must be said."""

    code: str
    title: str
    asks: str
    help: str
    not_known: bool


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of the report, and whether it usually stands in the open one."""

    code: str
    title: str
    usual_classification: Audience
    says: str


@dataclass(frozen=True, slots=True)
class RuleOf:
    """A rule of the method, in its own sentence."""

    code: Code
    sentence: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ConversationPart:
    """A part of the talk with somebody who worked the case."""

    code: str
    title: str
    says: str


class Side(StrEnum):
    """Whom a text of the method is for."""

    PRACTITIONER = "practitioner"
    FAMILY = "family"
    AGENCY = "agency"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Material:
    """A letter or explanation for those who take part: a start for a person to change, words of our own."""

    name: str
    side: Side
    title: str
    says: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its paragraphs, with an empty line between."""
        return "\n\n".join(self.says)


@dataclass(frozen=True, slots=True)
class BeforeAppraisal:
    """What every episode says before later knowledge is shown and the practice is appraised."""

    title: str = "Why it made sense then"
    asks: str = "What they saw, held and faced, and why this was the sensible thing"


@dataclass(frozen=True, slots=True)
class Method:
    """One way to run a review. It is nobody's endorsement: `not_endorsed` says so on the page."""

    name: str
    title: str
    whose: str
    not_endorsed: str
    verified: bool
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    steps: tuple[Step, ...]
    roles: tuple[RoleOf, ...]
    conversation: tuple[ConversationPart, ...]
    factor_groups: tuple[Group, ...]
    finding_categories: tuple[Category, ...]
    finding_questions: tuple[Question, ...]
    report_outline: tuple[PartOf, ...]
    rules: tuple[RuleOf, ...]
    materials: tuple[Material, ...] = ()
    before_appraisal: BeforeAppraisal = BeforeAppraisal()

    def has_rule(self, code: Code) -> bool:
        """Whether the method has this rule."""
        return any(rule.code is code for rule in self.rules)

    def rule(self, code: Code) -> RuleOf | None:
        return next((rule for rule in self.rules if rule.code is code), None)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of a review by this method: notify and decide come before any method is chosen."""
        used = {Stage.NOTIFY, Stage.DECIDE, *(step.stage for step in self.steps)}
        return tuple(stage for stage in Stage if stage in used)

    def materials_for(self, side: Side) -> tuple[Material, ...]:
        return tuple(one for one in self.materials if one.side is side)

    def steps_in(self, stage: Stage) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.stage is stage)
