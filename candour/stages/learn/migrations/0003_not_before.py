"""A time that is planned is no stamp of a deed, so its name does not end like one."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("learn", "0002_publication_plan"),
    ]

    operations = [
        migrations.RenameField(model_name="publicationplan", old_name="publish_at", new_name="not_before"),
    ]
