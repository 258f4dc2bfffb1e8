"""The room as a Django app."""

from django.utils.translation import gettext_lazy, gettext_noop

from baken.ledger.apps import RoomConfig


class WorkplaceConfig(RoomConfig):
    name = "baken.workplace"
    verbose_name = gettext_noop("werkplek")

    def ready(self) -> None:
        """Keep its derived tables in step with the facts; add to the menu."""
        from baken.ledger import keeping
        from baken.ui.navigation import Entry, add
        from baken.workplace import places, tasks

        super().ready()
        add(10, Entry("my-day", gettext_lazy("Mijn dag"), "my_day"))
        add(20, Entry("search", gettext_lazy("Zoeken"), "search"))
        add(25, Entry("new-dossier", gettext_lazy("Nieuw dossier"), "new_dossier"))
        add(30, Entry("team", gettext_lazy("Team"), "team", near=("cases",)))
        add(40, Entry("doubles", gettext_lazy("Dubbels"), "doubles"))
        add(50, Entry("glass", gettext_lazy("Uitzonderlijk geopend"), "glass"))
        add(60, Entry("looks", gettext_lazy("Wie keek"), "looks"))
        keeping.keep("places", refresh=places.refresh, rebuild=places.rebuild)
        keeping.keep("tasks", refresh=tasks.refresh, rebuild=tasks.rebuild)
