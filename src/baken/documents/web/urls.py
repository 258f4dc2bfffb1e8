"""The public address of a paper."""

from django.urls import path

from baken.documents.web import views

urlpatterns = [path("check/<str:code>/", views.check, name="document-check")]
