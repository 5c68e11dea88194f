"""`candour restore`: a backup put back into an empty place, and checked against what it promised."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.installation import home_option, migrate, wake
from candour.cli.wording import counted
from candour.config.home import HomeKind, lay_out
from candour.domain.trouble import Trouble
from candour.kernel.archive.opening import open_backup, unpack_home
from candour.kernel.archive.sealed_file import read_key

if TYPE_CHECKING:
    from candour.kernel.archive.restore import Restored


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
            for name in ("DATABASE_URL", "DATABASE_URL_FILE"):  # --into says where, and nothing else does
                os.environ.pop(name, None)
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
    home = lay_out(folder)
    try:
        unpack_home(plain, home.folder)
        if home.kind is HomeKind.DEMONSTRATION and "DATABASE_URL" in os.environ:
            raise Trouble("A demonstration stays in a folder of its own.", do="Restore it --into a folder.")
        wake(home.folder)
        from candour.kernel.archive.empty_place import drop_everything, in_an_empty_database
        from candour.kernel.archive.restore import put_everything_back

        with in_an_empty_database():
            migrate()
            restored = put_everything_back(plain, manifest)
        if not restored.rows:
            drop_everything()
            shutil.rmtree(home.folder)
    except BaseException:
        shutil.rmtree(home.folder, ignore_errors=True)  # it was empty before
        raise
    _say(file, restored, as_json)
    return Exit.ANSWER_IS_BAD if restored.differs else Exit.DONE


def _say(file: Path, restored: Restored, as_json: bool) -> None:
    if as_json:
        with file.open("rb") as sealed:
            sha256 = hashlib.file_digest(sealed, "sha256").hexdigest()
        shape = {"file": file.name, "sha256": sha256, "rows": restored.rows, "papers": restored.papers}
        print_json({**shape, "audit_head": restored.audit_head, "differs": list(restored.differs)})
    elif restored.rows:
        rows, papers = counted(sum(restored.rows.values()), "row"), counted(restored.papers, "paper")
        say(f"{rows} and {papers} are back; the record's head is {restored.audit_head}")
    for one in restored.differs:
        say(f"Differs from what was promised: {one}.")
    if not restored.rows:
        say("Nothing was restored.")
