"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class WorkplaceConfig(RoomConfig):
    name = "baken.workplace"
    verbose_name = gettext_noop("werkplek")

    def ready(self) -> None:
        """Keep the places of dossiers in step with their facts."""
        from baken.ledger import keeping
        from baken.workplace import places, tasks

        super().ready()
        keeping.keep("places", refresh=places.refresh, rebuild=places.rebuild)
        keeping.keep("tasks", refresh=tasks.refresh, rebuild=tasks.rebuild)
