"""Who administers the installation: their pages' door, and the rule that somebody always does."""

from __future__ import annotations

from django.http import Http404

from candour.domain.access import Can, Scope
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.people.postholders import works_here


def installation_of(viewer: Person, words: str) -> Organisation:
    """Where the viewer administers from. Whoever works here knows that the pages are there; others do not."""
    if not works_here(viewer):
        raise Http404
    administers = Post.objects.held_by(viewer).with_power(Can.ADMINISTER, Scope.INSTALLATION).first()
    found = administers.organisation if administers else Organisation.objects.order_by("pk").first()
    if found is None:
        raise Http404
    return found


def account_at(viewer: Person, words: str) -> Person:
    """The account that an address names, for whoever may see names at all."""
    installation_of(viewer, words)
    found = Person.objects.visible_to(viewer).filter(username=words).first()
    if found is None:
        raise Http404
    return found


def organisation_at(viewer: Person, words: str) -> Organisation:
    """The organisation that an address names: no secret to anybody who works here."""
    found = Organisation.objects.visible_to(viewer).filter(slug=words).first()
    if found is None:
        raise Http404
    return found


def others_remain(leaving: Person, besides: Post | None = None) -> None:
    """Raises Trouble where nobody who can sign in would administer any more: no page could mend that.

    The posts are locked, so that two administrators cannot end each other in the same moment.
    """
    posts = list(Post.objects.current().with_power(Can.ADMINISTER, Scope.INSTALLATION).select_for_update())
    own = [post for post in posts if post.person == leaving]
    if not own or (besides is not None and own != [besides]):
        return
    if not any(post.person.has_usable_password() for post in posts if post not in own):
        raise Trouble(
            f"{leaving} is the only administrator who has a password.",
            do="Invite another first, and wait until they have joined.",
        )
