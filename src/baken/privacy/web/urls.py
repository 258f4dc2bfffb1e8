"""Addresses of deciding about erasing."""

from django.urls import path

from baken.privacy.web import views

urlpatterns = [
    path("retention/", views.retention, name="retention"),
    path("retention/<int:number>/", views.report, name="retention-report"),
]
