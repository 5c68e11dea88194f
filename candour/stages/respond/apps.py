from django.apps import AppConfig


class RespondConfig(AppConfig):
    name = "candour.stages.respond"
    label = "respond"
    verbose_name = "Respond"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from candour.domain.methods import Stage
        from candour.stages.report.hearing.later_steps import tell_standing
        from candour.stages.respond.reads import standing

        tell_standing(Stage.RESPOND, standing)
