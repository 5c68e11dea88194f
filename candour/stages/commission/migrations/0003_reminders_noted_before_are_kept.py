"""A reminder noted before each was kept has a row of its own. Apart from the tables, for PostgreSQL's sake."""

from django.db import migrations


def keep_the_last_reminder(apps, schema_editor):
    """A reminder noted before each was kept has a row of its own: its day, and who noted it."""
    alias = schema_editor.connection.alias
    Reminder = apps.get_model("commission", "Reminder")
    for asked in apps.get_model("commission", "AgencyAsked").objects.using(alias).exclude(reminded_at=None):
        Reminder.objects.using(alias).create(
            asked=asked,
            sent_on=asked.reminded_at.date(),
            noted_at=asked.reminded_at,
            noted_by=asked.reminded_by,
        )


class Migration(migrations.Migration):
    dependencies = [("commission", "0002_who_takes_part_and_what_waits")]

    operations = [migrations.RunPython(keep_the_last_reminder, migrations.RunPython.noop)]
