"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class PeopleConfig(RoomConfig):
    name = "baken.people"
    verbose_name = "personen"

    def ready(self) -> None:
        """Keep the name keys in step with the identities, however these are written."""
        from django.db.models.signals import post_delete, post_save

        from baken.ledger import keeping
        from baken.people import keys
        from baken.people.models import Identity

        super().ready()
        keeping.keep("names", refresh=keys.refresh, rebuild=keys.rebuild)
        post_save.connect(keys.on_saved, sender=Identity, dispatch_uid="names-saved")
        post_delete.connect(keys.on_deleted, sender=Identity, dispatch_uid="names-deleted")
