"""Methods read from their packs: every slip is told with its file and key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from candour.domain.methods.method import (
    Audience,
    BeforeAppraisal,
    Category,
    Code,
    ConversationPart,
    Group,
    Material,
    Method,
    PartOf,
    Question,
    RoleOf,
    RuleOf,
    Side,
    Stage,
    Step,
)
from candour.domain.packs.opening import Kind, pack_names, pack_words
from candour.domain.packs.tables import Table, read_named_pack, read_pack

_NAMED = {
    **{key: "name" for key in ("steps", "roles", "materials")},
    **{key: "code" for key in ("conversation", "factor_groups", "finding_categories")},
    **{key: "code" for key in ("finding_questions", "report_outline", "rules")},
}
"""The lists of a method, and the key that tells two of each apart."""


def method_names() -> tuple[str, ...]:
    """The names of the methods there are: one a pack."""
    return pack_names(Kind.METHODS)


def load_method(name: str) -> Method:
    """The method of a pack. Raises Trouble: no such pack; Troubles: one with slips."""
    return _read(pack_words(Kind.METHODS, name), name)


def read_method(words: str, where: str) -> Method:
    """The method that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, _method)


@lru_cache(maxsize=256)
def _read(words: str, name: str) -> Method:
    """Kept by its words, so that a pack that is added or mended counts at once."""
    return read_named_pack(words, f"methods/{name}.toml", _method)


def _method(top: Table) -> Method:
    method = Method(
        name=top.slug("name"),
        title=top.text("title"),
        whose=top.text("whose"),
        not_endorsed=top.text("not_endorsed"),
        verified=top.truth("verified"),
        sources=top.texts("sources", least=1),
        notes=top.texts("notes"),
        steps=tuple(_step(one) for one in top.tables("steps", least=1)),
        roles=tuple(_role(one) for one in top.tables("roles", least=1)),
        conversation=tuple(_conversation(one) for one in top.tables("conversation")),
        factor_groups=tuple(_group(one) for one in top.tables("factor_groups")),
        finding_categories=tuple(_category(one) for one in top.tables("finding_categories")),
        finding_questions=tuple(_question(one) for one in top.tables("finding_questions", least=1)),
        report_outline=tuple(_part(one) for one in top.tables("report_outline", least=1)),
        rules=tuple(_rule(one) for one in top.tables("rules")),
        materials=tuple(_material(one) for one in top.tables("materials")),
        before_appraisal=_before_appraisal(top),
    )
    _agree(top, method)
    return method


def _agree(top: Table, method: Method) -> None:
    """Slips that no single key shows."""
    for key, named in _NAMED.items():
        for name in _twice(getattr(one, named) for one in getattr(method, key)):
            top.slip(key, f"holds “{name}” twice")
    order = list(Stage)
    for one, other in pairwise(method.steps):
        if order.index(other.stage) < order.index(one.stage):
            top.slip("steps", f"has “{other.name}” ({other.stage}) after “{one.name}” ({one.stage})")
    for step in method.steps:
        if step.stage in (Stage.NOTIFY, Stage.DECIDE):
            top.slip("steps", f"has “{step.name}” in {step.stage}, which comes before any method is chosen")
    closed = any(part.usual_classification is Audience.CLOSED for part in method.report_outline)
    if closed and not method.has_rule(Code.OPEN_AND_CLOSED):
        top.slip("report_outline", "has a closed part, and no rule open_and_closed")


def _step(table: Table) -> Step:
    return Step(
        name=table.slug("name"),
        title=table.text("title"),
        stage=table.choice("stage", Stage),
        produces=table.texts("produces", least=1),
        says=table.text("says"),
    )


def _role(table: Table) -> RoleOf:
    role = RoleOf(
        name=table.slug("name"),
        title=table.text("title"),
        who_may_hold=table.text("who_may_hold"),
        least=table.number("least"),
        most=table.number("most") if table.has("most") else None,
        verified=table.truth("verified"),
    )
    if role.most is not None and role.most < max(role.least, 1):
        table.slip("most", "is less than least, or none")
    return role


def _conversation(table: Table) -> ConversationPart:
    return ConversationPart(table.slug("code"), table.text("title"), table.text("says"))


def _group(table: Table) -> Group:
    return Group(table.slug("code"), table.text("title"), table.texts("examples"))


def _category(table: Table) -> Category:
    return Category(
        code=table.slug("code"),
        title=table.text("title"),
        later_title=table.text("later_title", ""),
        examples=table.texts("examples"),
        verified=table.truth("verified"),
    )


def _question(table: Table) -> Question:
    return Question(
        code=table.slug("code"),
        title=table.text("title"),
        asks=table.text("asks"),
        help=table.text("help", ""),
        not_known=table.truth("not_known", False),
    )


def _part(table: Table) -> PartOf:
    return PartOf(
        code=table.slug("code"),
        title=table.text("title"),
        usual_classification=table.choice("usual_classification", Audience),
        says=table.text("says"),
    )


def _rule(table: Table) -> RuleOf:
    return RuleOf(table.choice("code", Code), table.text("sentence"), table.truth("verified"))


def _material(table: Table) -> Material:
    return Material(
        name=table.slug("name"),
        side=table.choice("for", Side),
        title=table.text("title"),
        says=table.texts("says", least=1),
    )


def _before_appraisal(top: Table) -> BeforeAppraisal:
    usual = BeforeAppraisal()
    return BeforeAppraisal(
        title=top.text("before_appraisal_title", usual.title),
        asks=top.text("before_appraisal_asks", usual.asks),
    )


def _twice(names: Iterable[str]) -> list[str]:
    several = list(names)
    return sorted({name for name in several if several.count(name) > 1})
