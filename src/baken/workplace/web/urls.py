"""Addresses of the workplace."""

from django.urls import path

from baken.workplace.web import acting, documents, dossier, doubles, rights, search, views, watching

urlpatterns = [
    path("day/", views.my_day, name="my-day"),
    path("day/seen/", views.seen, name="seen"),
    path("search/", search.search, name="search"),
    path("day/filters/", views.keep_filter, name="keep-filter"),
    path("day/filters/<int:number>/forget/", views.forget_filter, name="forget-filter"),
    path("cases/", views.cases, name="cases"),
    path("cases/hand-over/", views.hand_over, name="hand-over"),
    path("team/", views.team_page, name="team"),
    path("doubles/", doubles.suspected, name="doubles"),
    path("glass/", watching.glass, name="glass"),
    path("glass/<int:number>/", watching.review, name="glass-review"),
    path("looks/", watching.looks, name="looks"),
    path("account/looks/", watching.own_looks, name="own-looks"),
    path("dossiers/new/", acting.new_dossier, name="new-dossier"),
    path("dossiers/<dossier:dossier>/", dossier.overview, name="dossier"),
    path("dossiers/<dossier:dossier>/facts/", dossier.facts, name="dossier-facts"),
    path("dossiers/<dossier:dossier>/facts/<str:name>/<int:number>/correct/", acting.correct, name="correct"),
    path("dossiers/<dossier:dossier>/law/", dossier.law, name="dossier-law"),
    path("dossiers/<dossier:dossier>/law/<slug:rule>/", dossier.why, name="dossier-why"),
    path("dossiers/<dossier:dossier>/documents/", documents.documents, name="dossier-documents"),
    path("dossiers/<dossier:dossier>/documents/<int:number>/", documents.document, name="dossier-document"),
    path("dossiers/<dossier:dossier>/rights/", rights.rights, name="dossier-rights"),
    path("dossiers/<dossier:dossier>/rights/person.pdf", rights.export_pdf, name="dossier-export-pdf"),
    path("dossiers/<dossier:dossier>/rights/person.json", rights.export_json, name="dossier-export-json"),
    path("dossiers/<dossier:dossier>/looks/", dossier.looks, name="dossier-looks"),
    path("dossiers/<dossier:dossier>/looks/file/", watching.looks_file, name="dossier-looks-file"),
    path("dossiers/<dossier:dossier>/beside/<dossier:other>/", doubles.side_by_side, name="side-by-side"),
    path("dossiers/<dossier:dossier>/beside/<dossier:other>/apart/", doubles.say_apart, name="say-apart"),
    path("dossiers/<dossier:dossier>/open/", dossier.break_glass, name="break-glass"),
    path("dossiers/<dossier:dossier>/do/<str:name>/", acting.act, name="act"),
]
