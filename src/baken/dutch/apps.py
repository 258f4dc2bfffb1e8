"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class DutchConfig(RoomConfig):
    name = "baken.dutch"
    verbose_name = "Nederlands als tweede taal"
