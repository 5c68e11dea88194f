"""How a review is run, as data: a method's steps, roles, groups, questions, report outline and rules."""

from candour.domain.methods.method import (
    Audience,
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
from candour.domain.methods.method_packs import load_method, method_names, read_method

__all__ = [
    "Audience",
    "Category",
    "Code",
    "ConversationPart",
    "Group",
    "Material",
    "Method",
    "PartOf",
    "Question",
    "RoleOf",
    "RuleOf",
    "Side",
    "Stage",
    "Step",
    "load_method",
    "method_names",
    "read_method",
]
