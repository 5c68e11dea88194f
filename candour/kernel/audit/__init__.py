"""The record of what was done: append-only, each line sealed with the one before; and `act`, the one door."""
