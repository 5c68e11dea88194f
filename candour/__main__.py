"""`python -m candour`: the same as the `candour` command."""

from candour.cli.main import candour

candour()
