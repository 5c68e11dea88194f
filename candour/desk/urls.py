"""The addresses of the desk's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from candour.desk.pages import (
    about,
    about_law,
    about_laws,
    about_method,
    account,
    front,
    glance,
    joining,
    look_round,
    outbox,
    progress,
    reviews,
    search,
    tasks,
    tour,
)
from candour.desk.pages.clocks import clocks, end_pause, extend, pause, undoing
from candour.desk.pages.organisations import add_organisation, correct_organisation, organisations
from candour.desk.pages.people import (
    correct_name,
    end_post,
    give_post,
    give_post_anew,
    invite_person,
    let_person_go,
    one_time_link,
    people,
    person,
    reset_access,
    take_person_back,
)
from candour.desk.pages.reaching import calendars, messages

PERSON = "people/<str:username>/"
CLOCKS = "reviews/<str:number>/clocks/"

app_name = "desk"
urlpatterns: list[URLPattern] = [
    path("", front.page, name="front"),
    path("tour/<int:number>/", tour.page, name="tour"),
    path("look-round/<str:key>/", look_round.page, name="look-round"),
    path("join/<str:token>/", joining.page, name="join"),
    path("account/", account.page, name="account"),
    path("account/messages/", messages.page, name="messages"),
    path("account/calendar/make/", calendars.make, name="make-calendar"),
    path("account/calendar/end/", calendars.end, name="end-calendar"),
    path("calendars/<str:token>.ics", calendars.feed, name="calendar"),
    path("outbox/", outbox.page, name="outbox"),
    path("outbox/<int:pk>/again/", outbox.again, name="try-message-again"),
    path("tasks/", tasks.page, name="tasks"),
    path("search/", search.page, name="search"),
    path("reviews/", reviews.page, name="reviews"),
    path("reviews/<str:number>/", glance.page, name="review"),
    path("reviews/<str:number>/progress/", progress.page, name="progress"),
    path(CLOCKS, clocks.page, name="clocks"),
    path(f"{CLOCKS}pause/<str:stops>/", pause.page, name="pause"),
    path(f"{CLOCKS}pauses/<int:pk>/end/", end_pause.page, name="end-pause"),
    path(f"{CLOCKS}pauses/<int:pk>/undo/", undoing.undo_pause, name="take-back-pause"),
    path(f"{CLOCKS}pauses/<int:pk>/end/undo/", undoing.undo_end_of_pause, name="go-on-pausing"),
    path(f"{CLOCKS}more-time/<str:clock>/", extend.page, name="extend-clock"),
    path(f"{CLOCKS}more-time/<int:pk>/undo/", undoing.undo_extension, name="take-back-extension"),
    path("about/law/", about_laws.page, name="about-laws"),
    path("about/law/<str:law>/", about_law.page, name="about-law"),
    path("about/method/<str:method>/", about_method.page, name="about-method"),
    path("about/<str:subject>/", about.page, name="about"),
    path("people/", people.page, name="people"),
    path("invite/", invite_person.page, name="invite-person"),
    path(PERSON, person.page, name="person"),
    path(f"{PERSON}link/", one_time_link.page, name="one-time-link"),
    path(f"{PERSON}new-link/", reset_access.page, name="reset-access"),
    path(f"{PERSON}name/", correct_name.page, name="correct-name"),
    path(f"{PERSON}let-go/", let_person_go.page, name="let-person-go"),
    path(f"{PERSON}take-back/", take_person_back.page, name="take-person-back"),
    path(f"{PERSON}posts/give/", give_post.page, name="give-post"),
    path(f"{PERSON}posts/<int:nth>/end/", end_post.page, name="end-post"),
    path(f"{PERSON}posts/<int:nth>/give-anew/", give_post_anew.page, name="give-post-anew"),
    path("organisations/", organisations.page, name="organisations"),
    path("organisations/add/", add_organisation.page, name="add-organisation"),
    path("organisations/<str:slug>/correct/", correct_organisation.page, name="correct-organisation"),
]
