from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "candour.stages.learn"
    label = "learn"
    verbose_name = "Learn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from candour.stages.learn.reads import publishing_of
        from candour.stages.report.hearing.later_steps import tell_publishing

        tell_publishing(publishing_of)
