"""Hands of other installations that were made before say so: by their name, and no password that works."""

from django.db import migrations

PREFIX = "installation-of-"


def say_so(apps, schema_editor) -> None:
    alias = schema_editor.connection.alias
    people = apps.get_model("people", "Person").objects.using(alias)
    organisations = apps.get_model("people", "Organisation").objects.using(alias)
    for hand in people.filter(username__startswith=PREFIX, password__startswith="!", last_login=None):
        slug = hand.username.removeprefix(PREFIX)
        of = organisations.filter(slug__startswith=slug, kind__in=("board", "national"), installation=None)
        if (found := of.order_by("pk").first()) is not None:
            hand.installation_of = found
            hand.save(update_fields=["installation_of"])


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_hands_of_installations"),
    ]

    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
