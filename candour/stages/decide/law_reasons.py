"""The reasons of a decision by what the law itself names: its tests, and what it wants taken into account."""

from __future__ import annotations

from django.db import models


class ReasonsByLaw(models.Model):
    """What a decision says to each test of the law, and to each thing that must be weighed."""

    why_not = models.JSONField(default=dict, blank=True)
    """By test of the law, by its name: why there is no review under it, whatever it answers."""
    considered = models.JSONField(default=dict, blank=True)
    """By what must be taken into account, by its name: how it weighed, in short. It may be left out."""

    class Meta:
        abstract = True
