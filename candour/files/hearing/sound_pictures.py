"""Pictures that cannot be drawn are told in the index: one of them must not cost the whole bundle."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import typst

from candour.files.hearing.contents import Bundle, NotTaken, Paper, Picture

_ALONE = '#set page(width: 10mm, height: 10mm, margin: 0mm)\n#image("%s")\n'


def with_sound_pictures(bundle: Bundle) -> Bundle:
    """The bundle, with the reason in place of each picture that is damaged."""
    tabs = tuple(replace(tab, papers=tuple(map(_tried, tab.papers))) for tab in bundle.tabs)
    return replace(bundle, tabs=tabs)


def _tried(paper: Paper) -> Paper:
    if not isinstance(paper.body, Picture):
        return paper
    with tempfile.TemporaryDirectory(prefix="candour-picture-") as folder:
        name = f"one.{paper.body.kind}"
        Path(folder, name).write_bytes(paper.body.content)
        alone = Path(folder, "alone.typ")
        alone.write_text(_ALONE % name, encoding="utf-8")
        try:
            typst.compile(str(alone), root=folder, ignore_system_fonts=True)
        except typst.TypstError:
            return replace(paper, body=NotTaken("it is a damaged picture"))
    return paper
