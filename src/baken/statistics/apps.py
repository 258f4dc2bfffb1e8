"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class StatisticsConfig(RoomConfig):
    name = "baken.statistics"
    verbose_name = "statistiek"
