"""Library: which published reviews are there?"""

from __future__ import annotations

from candour.kernel.web.nav import MainLink

LINKS = [MainLink("Library", "learn:library", order=40, shown_to=lambda roles: True)]
