"""The hand of another installation says so: a name alone might be a person's."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_head_of_the_national_body"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="installation_of",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="installation",
                to="people.organisation",
            ),
        ),
    ]
