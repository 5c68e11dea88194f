"""A decision not to review says why to each test of the law, and how it weighed what the law wants weighed."""

from __future__ import annotations

from django.db import migrations, models

NAMES = ("why_not", "considered")


class Migration(migrations.Migration):
    dependencies = (("decide", "0006_a_board_s_earlier_log"),)
    operations = tuple(
        migrations.AddField(model_name=model, name=name, field=models.JSONField(blank=True, default=dict))
        for model in ("decision", "earlierdecision")
        for name in NAMES
    )
