"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class StatisticsConfig(RoomConfig):
    name = "baken.statistics"
    verbose_name = gettext_noop("statistiek")
