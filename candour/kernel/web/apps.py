from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "candour.kernel.web"
    label = "web"
    verbose_name = "Pages"
