"""The room as a Django app."""

from django.utils.translation import gettext_lazy, gettext_noop

from baken.ledger.apps import RoomConfig


class PrivacyConfig(RoomConfig):
    name = "baken.privacy"
    verbose_name = gettext_noop("rechten van de persoon")

    def ready(self) -> None:
        """Add to the menu."""
        from baken.ui.navigation import Entry, add

        super().ready()
        add(80, Entry("retention", gettext_lazy("Bewaartermijnen"), "retention", ("retention-report",)))
