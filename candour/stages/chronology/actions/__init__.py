"""What is done with returns: sent, read, their held rows placed, their columns and names corrected."""

from candour.stages.chronology.actions.columns import correct_columns
from candour.stages.chronology.actions.corrections import send_corrected_return, undo_correction
from candour.stages.chronology.actions.held_rows import ask_agency_about, place_rows, take_back_place
from candour.stages.chronology.actions.held_workbooks import send_held_rows_back, take_back_held_rows_sent
from candour.stages.chronology.actions.names import say_agency_name
from candour.stages.chronology.actions.receiving import (
    read_return,
    send_return,
    take_back_withdrawal_of_return,
    withdraw_return,
)

__all__ = [
    "ask_agency_about",
    "correct_columns",
    "place_rows",
    "read_return",
    "say_agency_name",
    "send_corrected_return",
    "send_held_rows_back",
    "send_return",
    "take_back_held_rows_sent",
    "take_back_place",
    "take_back_withdrawal_of_return",
    "undo_correction",
    "withdraw_return",
]
