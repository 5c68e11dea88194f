"""The worker process: takes up what an earlier worker left undone, then does what is asked in the queue."""

from __future__ import annotations

import os
import time

import django
from django.core.management import call_command
from django.db import OperationalError

SECONDS_BETWEEN_LOOKS = 0.5


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.config.settings")
    django.setup()
    while not _worked_to_the_end():
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _worked_to_the_end() -> bool:
    """False where somebody wrote for longer than the worker waits: it begins anew, as after a restart.

    Were it to end there, the pages would end with it.
    """
    from candour.stages.chronology.tasks import take_up_again
    from candour.stages.decide.tasks import take_log_runs_up_again
    from candour.stages.hearing.tasks import take_bundles_up_again
    from candour.stages.learn.tasks import take_deliveries_up_again
    from candour.stages.report.tasks import take_checks_up_again

    try:
        # A worker that was killed leaves its task marked as running for ever: what it was for still waits.
        take_up_again()
        take_checks_up_again()
        take_log_runs_up_again()
        take_bundles_up_again()
        take_deliveries_up_again()
        call_command("db_worker", interval=SECONDS_BETWEEN_LOOKS)
    except OperationalError as error:
        if "is locked" not in str(error):
            raise
        return False
    return True


if __name__ == "__main__":
    main()
