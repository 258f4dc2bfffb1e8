"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class WorkConfig(RoomConfig):
    name = "baken.work"
    verbose_name = "werk"
