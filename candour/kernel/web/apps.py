from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "candour.kernel.web"
    label = "web"
    verbose_name = "Pages"

    def ready(self) -> None:
        from candour.kernel.web.sign_in_record import keep_record

        keep_record()
