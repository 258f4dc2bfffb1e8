"""The URL root."""

from django.urls import include, path

from baken.ui.api.root import addresses, api
from baken.workplace.api import acting, dossiers, lists

for room in (lists, acting, dossiers):
    api.add_router("", room.router)

urlpatterns = [
    path("api/v1/", addresses()),
    path("", include("baken.ui.web.urls")),
    path("", include("baken.workplace.web.urls")),
    path("", include("baken.documents.web.urls")),
    path("", include("baken.privacy.web.urls")),
]

handler400 = "baken.ui.web.errors.bad_request"
handler403 = "baken.ui.web.errors.forbidden"
handler404 = "baken.ui.web.errors.not_found"
handler500 = "baken.ui.web.errors.server_error"
