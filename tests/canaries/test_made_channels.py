"""A secret in a channel is found, wherever it was put; the same file with a harmless word is no leak.

A module put into `made_unread` by somebody who has not read the checker is tried without a line of code here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.domain.leaks import Finder
from candour.files.open_text.reading import read
from tests.canaries.made_channels import HARMLESS, KNOWN_TO_PASS, channels, secret_for
from tests.canaries.secret import REGISTER
from tests.cases import every

FINDER = Finder(REGISTER)
CHANNELS = channels("tests.canaries.made_first") | channels("tests.canaries.made_unread")
CLOSED = sorted(CHANNELS.keys() - KNOWN_TO_PASS)
QUICK = 7
"""In the quick run one in so many is tried; every one in the whole run."""


def assert_found(channel: str, folder: Path) -> None:
    opened = read(CHANNELS[channel](secret_for(channel), folder))

    leaks = FINDER.find(opened.pieces)
    places = [FINDER.hidden(leak.where) for leak in leaks]

    assert leaks != []
    assert [place for place in places if FINDER.hidden(place) != place] == []


@every("channel", CLOSED[::QUICK])
def test_a_secret_in_a_channel_is_found(channel: str, tmp_path: Path) -> None:
    assert_found(channel, tmp_path)


@pytest.mark.slow
@every("channel", CLOSED)
def test_a_secret_in_every_channel_is_found(channel: str, tmp_path: Path) -> None:
    assert_found(channel, tmp_path)


@pytest.mark.slow
@every("channel", CHANNELS)
def test_its_clean_twin_is_no_leak(channel: str, tmp_path: Path) -> None:
    opened = read(CHANNELS[channel](HARMLESS[secret_for(channel)], tmp_path))

    assert FINDER.find(opened.pieces) == []


def test_what_is_known_to_pass_still_passes(tmp_path: Path) -> None:
    """A channel that the checker has learnt to see goes off the list."""
    seen = [
        channel
        for channel in KNOWN_TO_PASS
        if FINDER.find(read(CHANNELS[channel](secret_for(channel), tmp_path)).pieces)
    ]

    assert seen == []


def test_there_are_at_least_ninety_channels() -> None:
    assert len(CLOSED) >= 140
