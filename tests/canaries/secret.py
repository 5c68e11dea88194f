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
OTHER_REGISTER: Register = read(
    {
        "people": [
            {"name": "Orchard Wheelbarrow", "aliases": ["Ollie Thistledown"], "parts": True},
            {"name": "Peregrine Oakenshaw-Bell", "aliases": [], "parts": True},
        ],
        "addresses": ["27 Millrace Terrace, Anderby, ZQ8 3WX"],
        "dates": ["1987-06-17"],
        "numbers": ["612 305 8844", "0161 496 0737"],
        "words": ["kestrel lodge"],
    }
)
CLEAN = (
    "The review was held in the spring. The health visitor called twice in May and will call again. "
    "Mark the date of each contact, and the grace with which staff rose to the task. "
)
