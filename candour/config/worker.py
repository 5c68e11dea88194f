"""The worker process: takes up what an earlier worker left undone, then does what is asked in the queue."""

from __future__ import annotations

import os

import django
from django.core.management import call_command

SECONDS_BETWEEN_LOOKS = 0.5


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.config.settings")
    django.setup()
    from candour.stages.chronology.tasks import take_up_again
    from candour.stages.report.tasks import take_checks_up_again

    # A worker that was killed leaves its task marked as running for ever: what it was for still waits.
    take_up_again()
    take_checks_up_again()
    call_command("db_worker", interval=SECONDS_BETWEEN_LOOKS)


if __name__ == "__main__":
    main()
