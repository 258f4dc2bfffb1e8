"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class PeopleConfig(RoomConfig):
    name = "baken.people"
    verbose_name = "personen"
