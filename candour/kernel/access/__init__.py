"""May this person do this to that thing? The one place where powers, posts and seats meet."""

from candour.kernel.access.asking import may, may_anywhere

__all__ = ["may", "may_anywhere"]
