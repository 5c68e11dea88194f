"""Signing in and out, and authenticator codes: allauth's pages that are open here, and no others."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from candour.kernel.web.guard import public, signed_in

urlpatterns = [
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-out/", public(account.logout), name="account_logout"),
    path("again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("password/", signed_in(account.password_change), name="account_change_password"),
    path("password/first/", signed_in(account.password_set), name="account_set_password"),
    path("no-sign-up/", public(account.signup), name="account_signup"),
    path("locked/", public(account.account_inactive), name="account_inactive"),
    path("code/", public(mfa.authenticate), name="mfa_authenticate"),
    path("code/again/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("codes/", signed_in(mfa.index), name="mfa_index"),
    path("codes/authenticator/", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("codes/authenticator/off/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("codes/recovery/", signed_in(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("codes/recovery/new/", signed_in(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(
        "codes/recovery/download/",
        signed_in(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]
