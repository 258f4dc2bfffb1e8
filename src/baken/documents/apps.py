"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class DocumentsConfig(RoomConfig):
    name = "baken.documents"
    verbose_name = gettext_noop("documenten")
