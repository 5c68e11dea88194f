"""The one head, and a database that refuses to change or delete a line, on both kinds of database."""

from django.db import migrations

REFUSES = "the record is append-only"

SQLITE = [
    f"""CREATE TRIGGER audit_line_no_{act} BEFORE {act.upper()} ON audit_line
        BEGIN SELECT RAISE(ABORT, '{REFUSES}'); END"""
    for act in ("update", "delete")
]
POSTGRESQL = [
    f"""CREATE FUNCTION audit_line_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSES}'; END $$""",
    """CREATE TRIGGER audit_line_append_only BEFORE UPDATE OR DELETE ON audit_line
        FOR EACH ROW EXECUTE FUNCTION audit_line_refuses()""",
]


def make_head(apps, schema_editor):
    apps.get_model("audit", "Head").objects.using(schema_editor.connection.alias).create(pk=1)


def refuse_changes(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"),)
    operations = (
        # Going back would drop the record's only fence, so there is no way back.
        migrations.RunPython(make_head),
        migrations.RunPython(refuse_changes),
    )
