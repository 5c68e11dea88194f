"""The addresses of the desk's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.desk.pages import about, front, glance, joining, look_round, progress, reviews, tasks, tour

app_name = "desk"
urlpatterns: list[URLPattern] = [
    path("", front.page, name="front"),
    path("tour/<int:number>/", tour.page, name="tour"),
    path("look-round/<str:key>/", look_round.page, name="look-round"),
    path("join/<str:token>/", joining.page, name="join"),
    path("tasks/", tasks.page, name="tasks"),
    path("reviews/", reviews.page, name="reviews"),
    path("reviews/<str:number>/", glance.page, name="review"),
    path("reviews/<str:number>/progress/", progress.page, name="progress"),
    path("about/<str:subject>/", about.page, name="about"),
]
