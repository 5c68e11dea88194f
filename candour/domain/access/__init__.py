"""Who may do what: powers and roles as words, and one verdict with all its reasons."""

from candour.domain.access.powers import Can
from candour.domain.access.roles import ROLES, Role, Scope, roles_with, roles_with_own
from candour.domain.access.verdict import Verdict, decide, may

__all__ = ["ROLES", "Can", "Role", "Scope", "Verdict", "decide", "may", "roles_with", "roles_with_own"]
