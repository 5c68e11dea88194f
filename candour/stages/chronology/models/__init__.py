"""The tables of this stage: what agencies sent and wrote, and what people said of it since."""

from candour.stages.chronology.models.accounts import Account, Event, LeftOpen, NotOneEvent, Settlement, Way
from candour.stages.chronology.models.drafts import Draft, DraftState
from candour.stages.chronology.models.returns import (
    NO_LONGER_PLACED,
    READ_AGAIN,
    TAKEN_BACK,
    AgencyName,
    BeforeCorrection,
    Entry,
    RememberedMapping,
    Return,
    ReturnState,
    UnplacedRow,
)
from candour.stages.chronology.models.views import FenceOpened, Mark, SavedView

__all__ = [
    "NO_LONGER_PLACED",
    "READ_AGAIN",
    "TAKEN_BACK",
    "Account",
    "AgencyName",
    "BeforeCorrection",
    "Draft",
    "DraftState",
    "Entry",
    "Event",
    "FenceOpened",
    "LeftOpen",
    "Mark",
    "NotOneEvent",
    "RememberedMapping",
    "Return",
    "ReturnState",
    "SavedView",
    "Settlement",
    "UnplacedRow",
    "Way",
]
