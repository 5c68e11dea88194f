from django.apps import AppConfig


class RespondConfig(AppConfig):
    name = "candour.stages.respond"
    label = "respond"
    verbose_name = "Respond"
    default_auto_field = "django.db.models.BigAutoField"
