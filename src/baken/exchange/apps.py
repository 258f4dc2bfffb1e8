"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class ExchangeConfig(RoomConfig):
    name = "baken.exchange"
    verbose_name = gettext_noop("uitwisseling met partners")

    def ready(self) -> None:
        """Let `baken load` read KBI dossiers and `baken export --format kbi` write them."""
        from baken.exchange.kbi.export import export_kbi
        from baken.exchange.kbi.load import load_kbi
        from baken.ledger.interchange.readers import register_reader, register_writer

        register_reader(".xml", load_kbi)
        register_writer("kbi", export_kbi)
