"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class ExchangeConfig(RoomConfig):
    name = "baken.exchange"
    verbose_name = "uitwisseling met partners"
