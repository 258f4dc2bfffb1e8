"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class DemoConfig(RoomConfig):
    name = "baken.demo"
    verbose_name = gettext_noop("proefbestand")
