"""Addresses of the workplace."""

from django.urls import path

from baken.workplace.web import acting, documents, dossier, rights, views

urlpatterns = [
    path("day/", views.my_day, name="my-day"),
    path("day/seen/", views.seen, name="seen"),
    path("team/", views.team, name="team"),
    path("dossiers/<dossier:dossier>/", dossier.overview, name="dossier"),
    path("dossiers/<dossier:dossier>/facts/", dossier.facts, name="dossier-facts"),
    path("dossiers/<dossier:dossier>/law/", dossier.law, name="dossier-law"),
    path("dossiers/<dossier:dossier>/law/<slug:rule>/", dossier.why, name="dossier-why"),
    path("dossiers/<dossier:dossier>/documents/", documents.documents, name="dossier-documents"),
    path("dossiers/<dossier:dossier>/documents/<int:number>/", documents.document, name="dossier-document"),
    path("dossiers/<dossier:dossier>/rights/", rights.rights, name="dossier-rights"),
    path("dossiers/<dossier:dossier>/rights/person.pdf", rights.export_pdf, name="dossier-export-pdf"),
    path("dossiers/<dossier:dossier>/rights/person.json", rights.export_json, name="dossier-export-json"),
    path("dossiers/<dossier:dossier>/looks/", dossier.looks, name="dossier-looks"),
    path("dossiers/<dossier:dossier>/open/", dossier.break_glass, name="break-glass"),
    path("dossiers/<dossier:dossier>/do/<str:name>/", acting.act, name="act"),
]
