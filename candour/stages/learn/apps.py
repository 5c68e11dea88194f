from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "candour.stages.learn"
    label = "learn"
    verbose_name = "Learn"
    default_auto_field = "django.db.models.BigAutoField"
