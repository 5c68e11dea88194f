from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "candour.stages.report"
    label = "report"
    verbose_name = "Report"
    default_auto_field = "django.db.models.BigAutoField"
