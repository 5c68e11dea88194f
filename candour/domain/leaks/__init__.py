"""What an open file must not hold: the register, and finding its items in text however they are disguised."""

from candour.domain.leaks.finding import Finder, find
from candour.domain.leaks.leak import BARRIER, BY_CHANCE, SOFT, How, Leak, Piece
from candour.domain.leaks.register import Person, Register, SeenImage, read

__all__ = [
    "BARRIER",
    "BY_CHANCE",
    "SOFT",
    "Finder",
    "How",
    "Leak",
    "Person",
    "Piece",
    "Register",
    "SeenImage",
    "find",
    "read",
]
