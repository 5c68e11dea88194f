from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "candour.stages.report"
    label = "report"
    verbose_name = "Report"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from candour.stages.commission.later_stages import tell_what_is_finished, tell_what_is_used
        from candour.stages.report.editing.uses import finished, used_by

        tell_what_is_used(used_by)
        tell_what_is_finished(finished)
