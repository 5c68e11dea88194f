"""The cast of a review: who and what the report speaks of, their relations, who lived together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain import identity
from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


class Kind(models.TextChoices):
    """The words of candour.domain.identity.PersonKind."""

    CHILD = "child", "Child"
    ADULT = "adult", "Adult"
    PROFESSIONAL = "professional", "Professional"
    AGENCY = "agency", "Agency"
    SCHOOL = "school", "School or nursery"
    PLACE = "place", "Place"
    ADDRESS = "address", "Address"
    CASE_NUMBER = "case_number", "Case or telephone number"
    VEHICLE = "vehicle", "Vehicle"
    PET = "pet", "Pet"
    SOCIAL_MEDIA = "social_media", "Social media or e-mail name"
    OTHER = "other", "Other"


class Sex(models.TextChoices):
    """For a genogram only; "" is not said."""

    FEMALE = "f", "Female"
    MALE = "m", "Male"


class Related(models.TextChoices):
    """The words of candour.domain.identity.RelationKind: what the first is to the second."""

    PARENT = str(identity.RelationKind.PARENT), "is a parent of"
    PARTNER = str(identity.RelationKind.PARTNER), "is a partner of"
    SIBLING = str(identity.RelationKind.SIBLING), "is a brother or sister of"
    CARER = str(identity.RelationKind.CARER), "is a carer of"
    PROFESSIONAL_OF = str(identity.RelationKind.PROFESSIONAL_OF), "worked with"


class CastMember(InReview, Versioned):
    """One the report speaks of: the real name, which no open file may hold, and the name given to readers."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="cast")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=200)
    aliases = models.JSONField(default=list, blank=True)
    former = models.JSONField(default=list, blank=True)
    """Maiden and former names."""
    titles = models.JSONField(default=list, blank=True)
    pseudonym = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=100, blank=True)
    """Of a professional: "social worker"."""
    relation = models.CharField(max_length=100, blank=True)
    """To the child: "stepfather"."""
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    born = models.DateField(null=True, blank=True)
    died = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    hands = models.JSONField(default=list)
    """Usernames of whoever ever saved it: none of them can be a checker."""

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_of_the_cast_a_key", fields=("review", "key")),
            models.CheckConstraint(name="one_of_the_cast_is_named", condition=~Q(name="") & ~Q(key="")),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        """Its key: a real name is never printed by accident."""
        return self.key

    @property
    def person(self) -> identity.Person:
        return identity.Person(
            key=self.key,
            kind=identity.PersonKind(self.kind),
            name=self.name,
            aliases=tuple(self.aliases),
            pseudonym=self.pseudonym,
            born=self.born,
            note=self.note,
            titles=tuple(self.titles),
            former=tuple(self.former),
            role=self.role,
            relation=self.relation,
            died=self.died,
            sex=self.sex,
        )


class CastRelation(InReview):
    """What one of the cast is to another, from a day to the day before another; a day may be unknown."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="cast_relations")
    kind = models.CharField(max_length=20, choices=Related)
    a = models.ForeignKey(CastMember, models.PROTECT, related_name="+")
    b = models.ForeignKey(CastMember, models.PROTECT, related_name="+")
    begins = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="nobody_is_their_own_relation", condition=~Q(a=F("b"))),
            models.CheckConstraint(
                name="relation_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.a.key} {self.get_kind_display()} {self.b.key}"

    @property
    def relation(self) -> identity.Relation:
        kind = identity.RelationKind(self.kind)
        return identity.Relation(kind, self.a.key, self.b.key, self.begins, self.ends)


class CastHousehold(InReview):
    """Who lived at an address of the cast, from a day to the day before another."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="cast_households")
    address = models.ForeignKey(CastMember, models.PROTECT, related_name="+")
    members = models.ManyToManyField(CastMember, related_name="+")
    begins = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="household_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"A household at {self.address.key}"

    @property
    def household(self) -> identity.Household:
        members = tuple(sorted(one.key for one in self.members.all()))
        return identity.Household(self.address.key, members, self.begins, self.ends)


class CastReading(InReview):
    """The returns and the text read for names that are not in the cast: what was found, and where."""

    SEEN_WITH: ClassVar[Can] = Can.WRITE_REPORT

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="cast_readings")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=60, blank=True)
    characters = models.PositiveBigIntegerField(default=0)
    """How long the words were that it read."""
    found = models.JSONField(default=list)
    """[{words, kind, sign, role, times, places}]: a few of the places, in words."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="cast_reading_read_by_somebody", condition=done_by_somebody("read_at", "read_by")
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"A reading of {self.asked_at:%Y-%m-%d}"


class SetAside(InReview):
    """Words that were suggested for the cast and are no secret: who said so, and why."""

    SEEN_WITH: ClassVar[Can] = Can.WRITE_REPORT

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="set_aside")
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=400)
    set_aside_at = models.DateTimeField()
    set_aside_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="words_are_set_aside_once", fields=("review", "words"), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="words_are_set_aside_for_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="setting_aside_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("words",)

    def __str__(self) -> str:
        return f"Set aside on {self.set_aside_at:%Y-%m-%d}"
