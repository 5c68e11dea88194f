"""The tables of this stage: what was sent to the reading room, and what is planned and done before it is."""

from candour.stages.learn.models.plan import NoticeSent, PublicationPlan, Telling
from candour.stages.learn.models.publication import Publication

__all__ = ["NoticeSent", "Publication", "PublicationPlan", "Telling"]
