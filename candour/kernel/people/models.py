"""Who there is: people who sign in, organisations, and the posts that give a person a role there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from candour.domain.access import ROLES, Scope
from candour.kernel.people.postholders import PostRows, chooses_people, works_here


class OrganisationKind(models.TextChoices):
    BOARD = "board", "Safeguarding children board"
    AGENCY = "agency", "Agency"
    NATIONAL = "national", "National body"


class OrganisationRows(models.QuerySet["Organisation"]):
    def visible_to(self, viewer: Person) -> OrganisationRows:
        """Names of organisations are no secret to anybody who works here."""
        return self.all() if works_here(viewer) else self.none()


class Organisation(models.Model):
    """A board, an agency of a board's area, or the national body."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=OrganisationKind)
    board = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="agencies")
    agency_kind = models.CharField(max_length=40, blank=True)
    """The kind that gives an agency its mark: a word of candour.domain.timeline's kinds."""
    nation = models.CharField(max_length=3, blank=True)
    """Whose law a board works under: the name of a calendar, such as "eng"; empty where nobody has said."""

    objects = OrganisationRows.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="only_an_agency_belongs_to_a_board", condition=Q(kind="agency") | Q(board=None)
            ),
        )
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["Person"]):
    def create_user(self, username: str, password: str | None = None, **rest: Any) -> Person:
        person = self.model(username=self.model.normalize_username(username), **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def visible_to(self, viewer: Person) -> models.QuerySet[Person]:
        """Everybody, to those who give seats and posts by choosing a name; to others, only themselves.

        Never the hand of another installation: nobody chooses it for anything.
        """
        people = self.filter(installation_of=None)
        return people if chooses_people(viewer) else people.filter(pk=viewer.pk, is_active=True)


class Person(AbstractBaseUser):
    """Somebody who signs in. There is no all-seeing account: every power comes from a seat or a post."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    """How the person is shown: in the demonstration a role, such as "Lead Reviewer 1"."""
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    installation_of = models.OneToOneField(
        Organisation, models.PROTECT, null=True, blank=True, related_name="installation"
    )
    """The organisation whose own installation this stands for: what comes in its signed files is done by this
    hand. Nobody signs in as it, and it sits on nothing."""

    objects = People()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Post(models.Model):
    """A role that a person holds at a board, at the national body, or over the installation."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts")
    role = models.CharField(
        max_length=30,
        choices=[(word, role.title) for word, role in ROLES.items() if role.scope is not Scope.REVIEW],
    )
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    objects = PostRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_post_of_a_role_at_a_time",
                fields=("person", "organisation", "role"),
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="post_ends_after_it_was_given",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("given_at")),
            ),
            models.CheckConstraint(
                name="post_ended_by_somebody",
                condition=Q(ended_at=None, ended_by="") | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.person}, {ROLES[self.role].title}, {self.organisation}"

    def end(self, *, by: str, at: datetime) -> None:
        self.ended_by, self.ended_at = by, at
        self.save(update_fields=["ended_by", "ended_at"])
