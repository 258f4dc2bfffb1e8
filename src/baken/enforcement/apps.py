"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class EnforcementConfig(RoomConfig):
    name = "baken.enforcement"
    verbose_name = "handhaving"
