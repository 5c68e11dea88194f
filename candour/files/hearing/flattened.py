"""A PDF from anybody, taken in page by page: made bare by a program of its own, or the reason why not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from candour.files.hearing import flat_pages
from candour.files.hearing.contents import NotTaken, Pages, Sheet

PATIENCE = 90
"""Seconds of waiting, kept on every system; the program stops itself after some seconds of work."""


def taken_in(content: bytes) -> Pages | NotTaken:
    """Its pages, or why they cannot be had."""
    command = [sys.executable, "-I", str(Path(flat_pages.__file__))]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return NotTaken("it asks for far more work than any paper needs")
    except OSError as refused:
        return NotTaken(f"the program that reads PDFs did not start ({refused.strerror})")
    first, _, flat = done.stdout.partition(b"\n")
    try:
        said = json.loads(first)
    except ValueError:
        return NotTaken("the program that reads PDFs broke off")
    if "why" in said:
        return NotTaken(said["why"])
    sheets = tuple(Sheet(width, height, fault) for width, height, fault in said["pages"])
    return Pages(flat, sheets, tuple(said["left_out"]))
