from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "candour.stages.chronology"
    label = "chronology"
    verbose_name = "Chronology"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from candour.stages.chronology.reads import agencies_heard, entries_outside
        from candour.stages.commission.later_stages import count_outside, tell_who_was_heard

        count_outside(entries_outside)
        tell_who_was_heard(agencies_heard)
