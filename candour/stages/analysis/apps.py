from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "candour.stages.analysis"
    label = "analysis"
    verbose_name = "Analysis"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from candour.stages.analysis.reads import bands_of
        from candour.stages.analysis.uses import used_by
        from candour.stages.chronology.seeing.bands import lay_over
        from candour.stages.commission.later_stages import tell_what_is_used

        lay_over(bands_of)
        tell_what_is_used(used_by)
