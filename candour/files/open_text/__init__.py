"""All text of a finished file, as deep as its format goes, with the place of every piece."""

from candour.files.open_text.opened import OpenFile, Unread
from candour.files.open_text.reading import read, read_file

__all__ = ["OpenFile", "Unread", "read", "read_file"]
