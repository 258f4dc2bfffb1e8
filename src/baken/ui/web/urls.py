"""Addresses of the frame's own pages."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as connect
from allauth.usersessions import views as sessions
from django.urls import path
from django.views.i18n import set_language

from baken.ui import acm
from baken.ui.permissions import own, public
from baken.ui.web import accounts, views

SIGNING_IN = [
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-in/demo/<int:post>/", views.demo_sign_in, name="demo-sign-in"),
    path("sign-in/inactive/", public(account.account_inactive), name="account_inactive"),
    path("sign-in/new/", public(account.signup), name="account_signup"),
    path(
        "sign-in/first/<str:uidb36>/<str:key>/",
        public(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/first/done/",
        public(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("sign-in/factor/", public(factor.authenticate), name="mfa_authenticate"),
    path("sign-in/key/", public(keys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/cancelled/", public(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("sign-in/error/", public(social.login_error), name="socialaccount_login_error"),
    path("sign-in/elsewhere/", public(social.signup), name="socialaccount_signup"),
    path("sign-in/with/<slug:provider_id>/", public(acm.login), name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", public(connect.callback), name="openid_connect_callback"),
    path("sign-out/", public(account.logout), name="account_logout"),
]
ACCOUNT = [
    path("account/", views.account, name="account"),
    path("account/post/", views.choose_post, name="choose-post"),
    path("account/tokens/", views.tokens, name="tokens"),
    path("account/tokens/<int:number>/remove/", views.token_remove, name="token-remove"),
    path("account/password/", own(account.password_change), name="account_change_password"),
    path("account/password/first/", own(account.password_set), name="account_set_password"),
    path("account/again/", own(account.reauthenticate), name="account_reauthenticate"),
    path("account/devices/", own(sessions.list_usersessions), name="usersessions_list"),
    path("account/factors/", own(factor.index), name="mfa_index"),
    path("account/factors/again/", own(factor.reauthenticate), name="mfa_reauthenticate"),
    path("account/factors/app/", own(totp.activate_totp), name="mfa_activate_totp"),
    path("account/factors/app/stop/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/factors/codes/", own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/factors/codes/new/", own(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/factors/codes/file/", own(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("account/factors/keys/", own(keys.list_webauthn), name="mfa_list_webauthn"),
    path("account/factors/keys/new/", own(keys.add_webauthn), name="mfa_add_webauthn"),
    path("account/factors/keys/again/", own(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("account/factors/keys/<int:pk>/", own(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/factors/keys/<int:pk>/remove/", own(keys.remove_webauthn), name="mfa_remove_webauthn"),
]
urlpatterns = [
    path("", views.start, name="start"),
    path("jobs/", views.job_list, name="job-list"),
    path("jobs/<int:number>/", views.job_detail, name="job-detail"),
    path("jobs/<int:number>/retry/", views.job_retry, name="job-retry"),
    path("jobs/<int:number>/cancel/", views.job_cancel, name="job-cancel"),
    path("reports/<path:path>", views.report_file, name="report"),
    path("language/", public(set_language), name="set_language"),
    path("accounts/", accounts.users, name="accounts"),
    path("accounts/teams/", accounts.teams, name="teams"),
    path("accounts/<int:number>/", accounts.user, name="user"),
    path("accounts/<int:number>/change/", accounts.change, name="change-user"),
    path("accounts/<int:number>/posts/<int:post>/end/", accounts.end_post, name="end-post"),
    *SIGNING_IN,
    *ACCOUNT,
]
