"""Asks Django, in a throwaway installation, whether the project is sound and no migration is missing."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from candour.config.home import HomeKind, make_home


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="candour-check-") as folder:
        home = make_home(Path(folder) / "home", HomeKind.REAL)
        os.environ.pop("DATABASE_URL", None)
        os.environ["CANDOUR_HOME"] = str(home.folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "candour.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("check", fail_level="WARNING")
        call_command("makemigrations", check=True, dry_run=True, interactive=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
