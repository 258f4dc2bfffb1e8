"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class FeesConfig(RoomConfig):
    name = "baken.fees"
    verbose_name = "retributies"
