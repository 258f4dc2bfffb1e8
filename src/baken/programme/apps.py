"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class ProgrammeConfig(RoomConfig):
    name = "baken.programme"
    verbose_name = "inburgeringstraject"
