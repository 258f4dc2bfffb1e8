"""The room as a Django app."""

from django.utils.translation import gettext_noop

from baken.ledger.apps import RoomConfig


class AccountsConfig(RoomConfig):
    name = "baken.accounts"
    verbose_name = gettext_noop("toegang")
