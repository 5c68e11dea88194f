from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "candour.stages.hearing"
    label = "hearing"
    verbose_name = "Hearing"
    default_auto_field = "django.db.models.BigAutoField"
