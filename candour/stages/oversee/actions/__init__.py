"""What is done with files of other installations: a key is trusted, a file handed over or taken in."""

from candour.stages.oversee.actions.files import hand_over_file, keep_references, take_in_file
from candour.stages.oversee.actions.trusting import end_trust, know_agency, trust_key

__all__ = ["end_trust", "hand_over_file", "keep_references", "know_agency", "take_in_file", "trust_key"]
