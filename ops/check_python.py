"""Can this Python make Candour's environment? If not, one sentence says what to install, and exit 2.

Plain enough to run on any Python, however old, because that is the one it must turn away.
"""

import sys

OLDEST = (3, 11)


def objection(version, has_venv):
    """The sentence for a person, or None when this Python will do."""
    number = ".".join(str(part) for part in version[:2])
    wanted = ".".join(str(part) for part in OLDEST)
    if tuple(version[:2]) < OLDEST:
        return (
            "Candour needs Python " + wanted + " or newer and this is " + number + ". "
            "Install a newer one (on Debian 12 or later: sudo apt-get install python3 python3-venv), "
            "or name one you have: make PYTHON=/path/to/python" + wanted
        )
    if not has_venv:
        return (
            "This Python cannot make a virtual environment: the package python"
            + number
            + "-venv is missing. "
            "Install it, then run make again: sudo apt-get install python" + number + "-venv"
        )
    return None


def has_venv():
    """Debian leaves out ensurepip until python3-venv is installed."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    words = objection(sys.version_info, has_venv())
    if words:
        sys.stderr.write(words + "\n")
        sys.exit(2)
