"""Killed in the middle of an upload: the database is as before or after, and nothing of the file is lost."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import psycopg
import pytest

from tests.running.homes import Installation, founded, installation

__all__ = ["founded", "installation"]
pytestmark = pytest.mark.slow

ROWS = 4_000
"""Enough that sending, keeping and reading each take long enough to be cut off."""
CAST = "from tests.cast import make_cast; make_cast()"
LOOK = """
import hashlib
import json
from candour.kernel.papers.models import Paper
from candour.stages.chronology.models import Entry, Return
print(json.dumps({
    "returns": [[one.state, one.sha256, one.rows_in] for one in Return.objects.all()],
    "papers": [hashlib.sha256(one.read()).hexdigest() for one in Paper.objects.all()],
    "entries": Entry.objects.filter(withdrawn_at=None).count(),
    "stands": [
        [one.pk, one.state, one.changes.get("same", 0)] for one in Return.objects.filter(withdrawn_at=None)
    ],
    "first_entries": Entry.objects.filter(withdrawn_at=None, pk__lte=4_000).count(),
}))
"""


def made_return(number: int) -> bytes:
    rows = [f"{1 + n % 28} March 2013,Visit {n} of return {number}. Seen and well.\n" for n in range(ROWS)]
    return ("Date,Event\n" + "".join(rows)).encode()


class Served:
    """The web service and the worker as two processes of our own, which can be killed at once."""

    def __init__(self, installation: Installation) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {**installation.environment, "DJANGO_SETTINGS_MODULE": "candour.config.settings"}
        gunicorn = ["gunicorn", "candour.config.wsgi:application", "--bind", f"127.0.0.1:{self.port}"]
        gunicorn += ["--worker-class", "gthread", "--threads", "4", "--log-level", "critical"]
        self.processes = [
            subprocess.Popen(
                [sys.executable, "-m", *words],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            for words in (gunicorn, ["candour.config.worker"])
        ]
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> str:
        with self.browser.open(self.address + path, timeout=30) as answer:
            return str(answer.read().decode())

    def sign_in(self) -> None:
        page = self.first_page()
        form = {"login": "manager", "password": "a long password", "csrfmiddlewaretoken": token_in(page)}
        body = urllib.parse.urlencode(form).encode()
        self.browser.open(
            urllib.request.Request(
                f"{self.address}/account/sign-in/", body, {"Referer": f"{self.address}/account/sign-in/"}
            ),
            timeout=30,
        ).close()

    def first_page(self) -> str:
        """The sign-in page, as soon as the service speaks."""
        until = time.monotonic() + 90
        while True:
            try:
                return self.get("/account/sign-in/")
            except OSError:
                assert time.monotonic() < until, "the service did not begin"
                time.sleep(0.1)

    def send(self, name: str, content: bytes, agency: int) -> None:
        self._post_file("/reviews/2014-003/returns/send/", "files", name, content, {"agency": str(agency)})

    def correct(self, name: str, content: bytes, earlier: int) -> None:
        self._post_file(f"/reviews/2014-003/returns/{earlier}/correct/", "file", name, content, {})

    def _post_file(self, path: str, box: str, name: str, content: bytes, fields: dict[str, str]) -> None:
        edge = "edge-of-the-part"
        parts = {"csrfmiddlewaretoken": token_in(self.get(path)), **fields}
        body = b"".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
            for field, value in parts.items()
        )
        body += f'--{edge}\r\nContent-Disposition: form-data; name="{box}"; filename="{name}"\r\n'.encode()
        body += b"Content-Type: text/csv\r\n\r\n" + content + f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "Referer": self.address + path}
        self.browser.open(urllib.request.Request(self.address + path, body, headers), timeout=60).close()

    def kill(self) -> None:
        for process in self.processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def token_in(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found, page[:400]
    return found[1]


def looked_at(installation: Installation) -> dict[str, list[object]]:
    process = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()\n" + LOOK],
        env={**installation.environment, "DJANGO_SETTINGS_MODULE": "candour.config.settings"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert process.returncode == 0, process.stderr
    found: dict[str, list[object]] = json.loads(process.stdout)
    return found


class Readings:
    """What the worker has taken in hand, by the queue's own table: a reading that was killed stays in it."""

    TAKEN = "SELECT id FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.before = self.taken()

    def taken(self) -> set[str]:
        if address := self.installation.environment.get("DATABASE_URL"):
            with psycopg.connect(address) as there:
                return {str(row[0]) for row in there.execute(self.TAKEN)}
        there = sqlite3.connect(self.installation.folder / "candour.sqlite3", timeout=30)
        try:
            return {str(row[0]) for row in there.execute(self.TAKEN)}
        finally:
            there.close()

    def wait_for_another(self) -> None:
        until = time.monotonic() + 60
        while self.taken() <= self.before:
            assert time.monotonic() < until, "the worker took nothing in hand"
            time.sleep(0.01)


def test_nothing_is_half_done(installation: Installation) -> None:
    """Killed before the file is whole, as soon as it lies on the shelf, and while the worker reads it."""
    installation.ended(installation.python(CAST))
    agency = agency_of(installation)
    sent: dict[str, bytes] = {}
    for number, until in enumerate((a_moment_passes, it_is_on_the_shelf, it_is_being_read)):
        content = made_return(number)
        sent[hashlib.sha256(content).hexdigest()] = content
        served = Served(installation)
        try:
            served.sign_in()
            upload = Upload(served, f"return-{number}.csv", content, agency)
            until(upload, installation)
        finally:
            served.kill()
        upload.thread.join(timeout=60)
        stands_whole(installation, sent)
    assert looked_at(installation)["returns"], "the last upload was answered, so its return is there"

    served = Served(installation)
    try:
        all_are_read(installation)
    finally:
        served.kill()


def test_a_corrected_return_is_read_whole_or_not_at_all(installation: Installation) -> None:
    """Killed at several moments of its reading: the earlier return stands with every row, or the new one.

    The first moment is the beginning, so one reading at least is broken off, on however quick a machine.
    """
    installation.ended(installation.python(CAST))
    first = made_return(0)
    served = Served(installation)
    try:
        served.sign_in()
        served.send("first.csv", first, agency_of(installation))
        all_are_read(installation)
    finally:
        served.kill()
    [[earlier, _, _]] = looked_at(installation)["stands"]  # type: ignore[misc]
    served = Served(installation)
    try:
        served.sign_in()
        served.correct("mended.csv", first.replace(b"Visit 7 ", b"Call 7 "), earlier)  # type: ignore[arg-type]
    finally:
        served.kill()
    for seconds in (0.0, 0.4, 0.8):
        found = killed_in_a_reading(installation, seconds)
        read = len(found["stands"]) == 1
        assert not (read and seconds == 0.0), "it was read before it could be killed: nothing was tried"
        assert found["entries"] == ROWS
        assert found["first_entries"] in {ROWS, ROWS - 1}, "unchanged rows are the same entries in either"  # type: ignore[comparison-overlap]
        assert [state for _, state, _ in found["stands"]] in (["read", "waiting"], ["read"])  # type: ignore[misc]
        if read:
            break
    served = Served(installation)
    try:
        all_are_read(installation)
    finally:
        served.kill()
    [[_, state, same]] = looked_at(installation)["stands"]  # type: ignore[misc]
    assert (state, same) == ("read", ROWS - 1)
    installation.run("audit", "verify", "--by", "ann")


def killed_in_a_reading(installation: Installation, seconds: float) -> dict[str, list[object]]:
    """What stands after the service began, took a reading in hand, and was killed so long after."""
    readings = Readings(installation)
    served = Served(installation)
    try:
        readings.wait_for_another()
        time.sleep(seconds)
    finally:
        served.kill()
    return looked_at(installation)


class Upload:
    """A file being sent from a thread of its own."""

    def __init__(self, served: Served, name: str, content: bytes, agency: int) -> None:
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.answered = threading.Event()
        self.refused = ""
        self.thread = threading.Thread(target=self._send, args=(served, name, content, agency))
        self.thread.start()

    def _send(self, served: Served, name: str, content: bytes, agency: int) -> None:
        try:
            served.send(name, content, agency)
        except urllib.error.HTTPError as error:
            self.refused = f"{error.code} {error.reason}"
        except OSError:
            return  # the server was killed while it answered, which is what is wanted
        self.answered.set()


def a_moment_passes(upload: Upload, installation: Installation) -> None:
    time.sleep(0.05)


def it_is_on_the_shelf(upload: Upload, installation: Installation) -> None:
    place = installation.folder / "papers" / upload.sha256[:2] / upload.sha256
    until = time.monotonic() + 60
    while not place.exists():
        assert not upload.refused, upload.refused
        assert time.monotonic() < until, "the file never came to the shelf"
        time.sleep(0.001)


def it_is_being_read(upload: Upload, installation: Installation) -> None:
    readings = Readings(installation)
    assert upload.answered.wait(timeout=60), "the upload was not answered"
    assert not upload.refused, upload.refused
    readings.wait_for_another()


def stands_whole(installation: Installation, sent: dict[str, bytes]) -> None:
    found = looked_at(installation)  # each paper's bytes are read, and held to their hash
    for state, sha256, rows in found["returns"]:  # type: ignore[misc]
        assert sha256 in sent, "a return whose file nobody sent"
        assert state in {"waiting", "read"}
        assert rows == (ROWS if state == "read" else 0), "read in part"
    assert sorted(found["papers"]) == sorted(one[1] for one in found["returns"])  # type: ignore[index, type-var]
    assert found["entries"] == sum(one[2] for one in found["returns"])  # type: ignore[index, misc]
    installation.run("audit", "verify", "--by", "ann")


def all_are_read(installation: Installation) -> None:
    """What was kept and not read is read after the next start."""
    until = time.monotonic() + 60
    while any(one[0] == "waiting" for one in looked_at(installation)["returns"]):  # type: ignore[index]
        assert time.monotonic() < until, "a return still waits"
        time.sleep(0.5)


def agency_of(installation: Installation) -> int:
    process = subprocess.run(
        [
            sys.executable,
            "-c",
            "import django; django.setup()\n"
            "from candour.kernel.people.models import Organisation\n"
            "from candour.kernel.reviews.models import Review\n"
            "from datetime import date; from django.utils import timezone\n"
            "from candour.stages.commission.models import AgencyAsked\n"
            "police = Organisation.objects.get(slug='fenshire-police')\n"
            "AgencyAsked.objects.create(review=Review.objects.get(number=3), agency=police,\n"
            "  asked_on=date(2014, 5, 19), due_on=date(2014, 6, 2), asked_at=timezone.now(), asked_by='t')\n"
            "print(police.pk)",
        ],
        env={**installation.environment, "DJANGO_SETTINGS_MODULE": "candour.config.settings"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert process.returncode == 0, process.stderr
    return int(process.stdout)
