"""What words give away: phrases that look back from later knowledge, each with a better question."""

from candour.domain.language.looking_back import LookingBack, Phrases, load_phrases, looking_back

__all__ = ["LookingBack", "Phrases", "load_phrases", "looking_back"]
