"""Each decision made before stands for its notification. Apart from the tables, for PostgreSQL's sake."""

from django.db import migrations
from django.db.models import F


def let_each_stand(apps, schema_editor):
    """A decision that was there before decisions could be reopened stands."""
    rows = apps.get_model("decide", "Decision").objects.using(schema_editor.connection.alias)
    rows.update(stands_for=F("notification"))


class Migration(migrations.Migration):
    dependencies = [("decide", "0002_rapid_reviews_and_reopening")]

    operations = [migrations.RunPython(let_each_stand, migrations.RunPython.noop)]
