from django.apps import AppConfig


class OverseeConfig(AppConfig):
    name = "candour.stages.oversee"
    label = "oversee"
    verbose_name = "Oversee"
    default_auto_field = "django.db.models.BigAutoField"
