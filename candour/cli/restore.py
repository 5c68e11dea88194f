"""`candour restore`: a backup put back into an empty place, and checked against what it promised."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.installation import home_option, migrate, wake
from candour.cli.wording import counted
from candour.domain.trouble import Trouble
from candour.kernel.archive.opening import open_backup, unpack_home
from candour.kernel.archive.sealed_file import read_key


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--key-file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The backup's key."
)
@click.option("--into", metavar="FOLDER|DATABASE_URL", help="A folder, or a PostgreSQL, that is still empty.")
@home_option
@click.option("--check", is_flag=True, help="Restore into a scratch place, compare, and leave nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(file: Path, key_file: Path, into: str | None, home: Path, check: bool, as_json: bool) -> None:
    """Restore an installation. Ends with 3 when a count, a hash or a seal differs from what was promised.

    Into a database, the rows go there, and keys and papers to the folder that --home names.
    """

    def work() -> int:
        if check == (into is not None):
            raise Trouble("Say where to restore.", do="Give --into, or --check to try the backup out.")
        with tempfile.TemporaryDirectory(prefix="candour-restore-") as scratch:
            os.environ.pop("DATABASE_URL", None)
            if into is None:
                folder = Path(scratch) / "home"
            elif "://" in into:
                os.environ["DATABASE_URL"], folder = into, home
            else:
                folder = Path(into)
            return _restore(file, read_key(key_file), folder, Path(scratch) / "plain.zip", as_json)

    answering(work, as_json_too=as_json)


def _restore(file: Path, key: bytes, folder: Path, plain: Path, as_json: bool) -> int:
    manifest = open_backup(file, key, plain)
    unpack_home(plain, folder)
    try:
        wake(folder)
        from candour.kernel.archive.restore import put_everything_back, refuse_unless_empty

        refuse_unless_empty()
        migrate()
        restored = put_everything_back(plain, manifest)
    except BaseException:
        shutil.rmtree(folder)  # it was empty before
        raise
    if as_json:
        with file.open("rb") as sealed:
            sha256 = hashlib.file_digest(sealed, "sha256").hexdigest()
        shape = {"file": file.name, "sha256": sha256, "rows": restored.rows, "papers": restored.papers}
        print_json({**shape, "audit_head": restored.audit_head, "differs": list(restored.differs)})
    else:
        rows, papers = counted(sum(restored.rows.values()), "row"), counted(restored.papers, "paper")
        say(f"{rows} and {papers} are back; the record's head is {restored.audit_head}")
    for one in restored.differs:
        say(f"Differs: {one}.")
    return Exit.ANSWER_IS_BAD if restored.differs else Exit.DONE
