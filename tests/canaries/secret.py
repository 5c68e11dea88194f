"""The invented people of the canaries. Nobody of these names is known to us."""

from __future__ import annotations

from candour.domain.leaks import Register, read

NAME = "Marisol Quenneville"
FORENAME, SURNAME = NAME.split()
NUMBER = "943 476 5919"
DAY = "2003-11-08"
STREET = "14 Larkspur Crescent"
POSTCODE = "QX4 7ZD"
SHAPE = {
    "people": [
        {"name": NAME, "aliases": ["Solly Wrenfield"], "parts": True},
        {"name": "Tobiah Fennimore-Ashgrove", "aliases": [], "parts": True},
    ],
    "addresses": [f"{STREET}, Brentham, {POSTCODE}"],
    "dates": [DAY],
    "numbers": [NUMBER, "020 7946 0018"],
    "words": ["heron cottage"],
    "allow": ["Quenneville Road School"],
}
REGISTER: Register = read(SHAPE)
CLEAN = (
    "The review was held in the spring. The health visitor called twice in May and will call again. "
    "Mark the date of each contact, and the grace with which staff rose to the task. "
)
