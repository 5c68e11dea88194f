"""The option by which a command is told of an installation's own packs of law and methods."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from candour.domain.packs.opening import look_also_in, own_folder
from candour.domain.trouble import Trouble


def _look(ctx: click.Context, option: click.Parameter, folder: Path | None) -> None:
    """Look in the folder, if one is named, for as long as the command runs."""
    if folder is None:
        return
    ctx.call_on_close(partial(look_also_in, own_folder()))
    try:
        look_also_in(folder)
    except Trouble as trouble:
        raise click.BadParameter(str(trouble), ctx, option) from None


packs_option: Callable[[Any], Any] = click.option(
    "--packs",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    envvar="CANDOUR_PACKS",
    is_eager=True,
    expose_value=False,
    callback=_look,
    help="Packs of your own beside Candour's: FOLDER/regimes/*.toml.",
)
