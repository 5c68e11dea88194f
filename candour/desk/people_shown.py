"""How people are shown to an administrator: their posts and whether they have joined, and no review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.timezone import localdate

from candour.desk.roles_held import BY_POST
from candour.domain.moments.spoken import spoken_day
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person, Post


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands: a state and its words for a tag (none for whoever joined), and a sentence."""

    tag: str
    words: str
    says: str


JOINED = Standing("", "", "Has joined.")
INVITED = Standing("waits", "Not joined yet", "Has not joined yet: no password is chosen.")
LOST = Standing("waits", "No password now", "Has a new link, and has not chosen a password with it.")
GONE = Standing("withdrawn", "Let go", "Was let go: the account is closed.")


def standing_of(account: Person) -> Standing:
    if not account.is_active:
        return GONE
    if account.has_usable_password():
        return JOINED
    return LOST if account.last_login else INVITED


def post_at(account: Person, nth: int) -> Post:
    """Somebody's first post, second and so on, ended ones counted: as addresses say it."""
    posts: list[Post] = list(account.posts.select_related("organisation"))
    if not 1 <= nth <= len(posts):
        raise Http404
    return posts[nth - 1]


def posts_shown(account: Person, viewer: Person) -> list[dict[str, Any]]:
    """Every post with its place in addresses; of an ended one its end in words."""
    posts: list[Post] = list(account.posts.select_related("organisation"))
    held = {(post.organisation_id, post.role) for post in posts if post.ended_at is None}
    return [
        {
            "nth": nth,
            "post": post,
            "says": _ended(post, why_of(viewer, "ended_post", post)) if post.ended_at else "",
            "may_be_given": account.is_active and (post.organisation_id, post.role) not in held,
        }
        for nth, post in enumerate(posts, 1)
    ]


def _ended(post: Post, why: str) -> str:
    title, day = BY_POST[post.role].title, spoken_day(localdate(post.ended_at))
    return f"{title}, {post.organisation}: ended {day}. {why}".strip()


def why_of(viewer: Person, did: str, thing: Model) -> str:
    """The reason that was given the last time this was done: it stands in the record only."""
    lines = Line.objects.visible_to(viewer).filter(did=did, thing=f"{thing._meta.label_lower}:{thing.pk}")
    last = lines.filter(allowed=True).last()
    return last.why if last else ""
