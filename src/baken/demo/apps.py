"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class DemoConfig(RoomConfig):
    name = "baken.demo"
    verbose_name = "proefbestand"
