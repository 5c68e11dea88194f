"""`python -m benchmarks`: every measure, one after another. Each is a program of its own as well."""

from __future__ import annotations

import subprocess
import sys

MEASURES = ("dates", "links", "identity", "merge", "known", "leaks")


def main() -> int:
    """A process for each, so that the memory of one is not the memory of the next."""
    return max(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode for name in MEASURES)


if __name__ == "__main__":
    sys.exit(main())
