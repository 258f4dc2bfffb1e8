"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class ParticipationConfig(RoomConfig):
    name = "baken.participation"
    verbose_name = "participatie"
