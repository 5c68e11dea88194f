"""Dates as people write them in UK records: read into a Moment that never claims more than the words say."""

from candour.domain.moments.moment import Doubt, Fate, Moment, Precision

__all__ = ["Doubt", "Fate", "Moment", "Precision"]
