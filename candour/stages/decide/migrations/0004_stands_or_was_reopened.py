"""A decision stands, or it was reopened by somebody with a reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("decide", "0003_decisions_stand")]

    operations = [
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reopened_at", None),
                        ("reopened_on", None),
                        ("stands_for", models.F("notification")),
                        ("reopened_by", ""),
                        ("reopened_why", ""),
                    ),
                    models.Q(
                        ("reopened_at__isnull", False),
                        ("reopened_on__isnull", False),
                        ("stands_for", None),
                        models.Q(("reopened_by", ""), _negated=True),
                        models.Q(("reopened_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="decision_stands_or_was_reopened_with_a_reason",
            ),
        ),
    ]
