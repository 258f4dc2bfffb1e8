"""Addresses of the frame's own pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.i18n import set_language

from baken.ui.permissions import public
from baken.ui.web import views

urlpatterns = [
    path("", views.start, name="start"),
    path("jobs/", views.job_list, name="job-list"),
    path("jobs/<int:number>/", views.job_detail, name="job-detail"),
    path("jobs/<int:number>/retry/", views.job_retry, name="job-retry"),
    path("jobs/<int:number>/cancel/", views.job_cancel, name="job-cancel"),
    path("reports/<path:path>", views.report_file, name="report"),
    path("sign-in/", public(LoginView.as_view(template_name="ui/sign_in.html")), name="sign-in"),
    path("sign-in/demo/", views.demo_sign_in, name="demo-sign-in"),
    path("sign-out/", public(LogoutView.as_view()), name="sign-out"),
    path("language/", public(set_language), name="set_language"),
]
