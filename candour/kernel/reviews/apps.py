from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "candour.kernel.reviews"
    label = "reviews"
    verbose_name = "Reviews and seats"
    default_auto_field = "django.db.models.BigAutoField"
