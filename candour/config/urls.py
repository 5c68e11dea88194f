"""Where each part of the site begins. A screen's own address is in its stage's urls.py."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from candour.kernel.web.pages import components
from candour.kernel.web.refusals import bad_request, not_found, refused, server_error

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("candour.desk.urls")),
    path("account/", include("candour.kernel.web.account_urls")),
    path("components/", components.page, name="components"),
    path("", include("candour.stages.notify.urls")),
    path("", include("candour.stages.decide.urls")),
    path("", include("candour.stages.commission.urls")),
    path("", include("candour.stages.chronology.urls")),
    path("", include("candour.stages.analysis.urls")),
    path("", include("candour.stages.report.urls")),
    path("", include("candour.stages.hearing.urls")),
    path("", include("candour.stages.respond.urls")),
    path("", include("candour.stages.learn.urls")),
    path("", include("candour.stages.oversee.urls")),
]

handler400 = bad_request
handler403 = refused
handler404 = not_found
handler500 = server_error
