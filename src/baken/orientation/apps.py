"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class OrientationConfig(RoomConfig):
    name = "baken.orientation"
    verbose_name = "maatschappelijke oriëntatie"
