"""Tables made from nothing, by every migration there is, in a third of the time that Django takes.

Django draws up a changed model again with all its neighbours, and nearly every table here is a person's or a
review's neighbour. Between migrations of tables that hold no row nobody asks the neighbours anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.core.management import call_command
from django.db import connection
from django.db.migrations.state import ProjectState

DJANGOS_OWN = ProjectState.reload_model


def make_or_change_tables() -> None:
    """An installation that has tables already is changed in Django's own way."""
    with nullcontext() if connection.introspection.table_names() else models_drawn_up_alone():
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def models_drawn_up_alone() -> Iterator[None]:
    """While the block runs, a new model, and one whose relations stay, are drawn up without their neighbours.

    The tables that come of it are Django's own to the letter: tests/running/test_new_tables.py.
    """
    ProjectState.reload_model = _reload_alone
    try:
        yield
    finally:
        ProjectState.reload_model = DJANGOS_OWN


def _reload_alone(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    """`delay` is Django's word for a change that touches no relation."""
    if "apps" not in vars(state):
        return  # nothing is drawn up yet
    known = model_name in state.apps.all_models[app_label]
    if known and not delay:
        DJANGOS_OWN(state, app_label, model_name, delay)
        return
    with state.apps.bulk_update():
        if known:
            state.apps.unregister_model(app_label, model_name)
        state.apps.render_multiple([state.models[app_label, model_name]])
