from django.apps import AppConfig


class DecideConfig(AppConfig):
    name = "candour.stages.decide"
    label = "decide"
    verbose_name = "Decide"
    default_auto_field = "django.db.models.BigAutoField"
