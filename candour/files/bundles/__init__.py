"""A released open report as one signed file: what the kernel side writes and the reading room takes in."""

from candour.files.bundles.contents import (
    Action,
    Answer,
    AnswerState,
    Bundle,
    FileKind,
    Finding,
    OpenFile,
    Paragraph,
    ParagraphKind,
    Under,
    UnderKind,
    Withdrawal,
)
from candour.files.bundles.from_view import paragraphs_of
from candour.files.bundles.keys import new_keys, private_key_from, public_key_from
from candour.files.bundles.manifest import seal_of
from candour.files.bundles.opening import read_bundle
from candour.files.bundles.sealing import write_bundle
from candour.files.bundles.words import words_of

__all__ = [
    "Action",
    "Answer",
    "AnswerState",
    "Bundle",
    "FileKind",
    "Finding",
    "OpenFile",
    "Paragraph",
    "ParagraphKind",
    "Under",
    "UnderKind",
    "Withdrawal",
    "new_keys",
    "paragraphs_of",
    "private_key_from",
    "public_key_from",
    "read_bundle",
    "seal_of",
    "words_of",
    "write_bundle",
]
