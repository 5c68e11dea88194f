from django.apps import AppConfig


class CommissionConfig(AppConfig):
    name = "candour.stages.commission"
    label = "commission"
    verbose_name = "Commission"
    default_auto_field = "django.db.models.BigAutoField"
