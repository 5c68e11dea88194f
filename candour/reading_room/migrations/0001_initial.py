"""The shelves as they first were."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("headline", models.TextField()),
                ("category", models.TextField(blank=True)),
                ("questions", models.JSONField(default=list)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "accepted"), ("partly", "partly"), ("rejected", "rejected")],
                        max_length=20,
                    ),
                ),
                ("answer_reason", models.TextField(blank=True)),
                ("answered_on", models.DateField(null=True)),
                ("dissent", models.TextField(blank=True)),
                ("dissent_by", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.SlugField(max_length=80)),
                ("edition", models.PositiveIntegerField()),
                ("seal", models.CharField(max_length=64, unique=True)),
                ("kept_as", models.CharField(max_length=200)),
                ("said_on", models.DateField()),
                ("changed", models.TextField(blank=True)),
                ("withdrawal", models.BooleanField(default=False)),
                ("received_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["address", "edition"],
                "constraints": [
                    models.UniqueConstraint(fields=("address", "edition"), name="edition_is_received_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("owner", models.TextField(blank=True)),
                ("due", models.DateField(null=True)),
                ("strength", models.TextField(blank=True)),
                ("done_on", models.DateField(null=True)),
                ("effect", models.TextField(blank=True)),
                ("look_on", models.DateField(null=True)),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="reading_room.finding",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.SlugField(max_length=80, unique=True)),
                ("review", models.CharField(max_length=80)),
                ("title", models.TextField()),
                ("board", models.TextField()),
                ("method", models.TextField(blank=True)),
                ("regime", models.TextField(blank=True)),
                ("about", models.TextField(blank=True)),
                ("released_on", models.DateField(null=True)),
                ("invented", models.BooleanField()),
                ("edition", models.PositiveIntegerField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["-released_on", "address"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("released_on__isnull", False), ("withdrawn_on__isnull", False), _connector="XOR"
                        ),
                        name="report_is_released_or_withdrawn",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="finding",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="reading_room.report"
            ),
        ),
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=100)),
                ("kind", models.CharField(choices=[("html", "html"), ("pdf", "pdf")], max_length=10)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="reading_room.report",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Paragraph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20)),
                ("part", models.TextField(blank=True)),
                ("kind", models.CharField(choices=[("open", "open"), ("gist", "gist")], max_length=10)),
                ("text", models.TextField()),
                (
                    "finding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="paragraphs",
                        to="reading_room.finding",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="paragraphs",
                        to="reading_room.report",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "number"), name="paragraph_has_its_own_number")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("report", "number"), name="finding_has_its_own_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.UniqueConstraint(fields=("report", "path"), name="file_has_its_own_address"),
        ),
    ]
