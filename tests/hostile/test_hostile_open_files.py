"""A finished file made to do harm cannot be checked, in under ten seconds and 700 MB, and never passes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import made_open_files

SECONDS, MEGABYTES = 10, 700
READ_EACH = """
import json, resource, sys, time
from pathlib import Path
from candour.domain.leaks import Finder
from candour.files.open_text.reading import read
from tests.canaries.secret import REGISTER
resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
finder = Finder(REGISTER)
for path in sorted(Path(sys.argv[1]).iterdir()):
    begun = time.process_time()
    opened = read(path)
    leaks = finder.find(opened.pieces)
    took = time.process_time() - begun
    # Of this program alone: `ru_maxrss` remembers the process that it was forked from.
    status = dict(one.split(":") for one in Path("/proc/self/status").read_text().splitlines())
    most = int(status["VmHWM"].split()[0]) // 1024
    print(json.dumps([path.name, len(opened.cannot), len(leaks), took, most]), flush=True)
"""


def answers(folder: Path) -> dict[str, tuple[int, int, float, int]]:
    """By a process of its own, so that what it took can be measured, and its end be seen."""
    ran = subprocess.run(
        [sys.executable, "-c", READ_EACH, str(folder)], capture_output=True, text=True, timeout=240
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    return {name: (cannot, leaks, took, most) for name, cannot, leaks, took, most in rows}


@pytest.mark.slow
def test_no_hostile_file_passes_or_takes_long(tmp_path: Path) -> None:
    for name, make in (made_open_files.FILES | made_open_files.BUSY).items():
        (tmp_path / name).write_bytes(make())

    told = answers(tmp_path)

    assert told.keys() == made_open_files.FILES.keys() | made_open_files.BUSY.keys()
    assert [name for name in made_open_files.FILES if not told[name][0]] == []
    assert [(name, leaks) for name, (_, leaks, _, _) in told.items() if leaks] == []
    assert [(name, took) for name, (_, _, took, _) in told.items() if took > SECONDS] == []
    assert [(name, most) for name, (_, _, _, most) in told.items() if most > MEGABYTES] == []
