"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class FiguresConfig(AppConfig):
    name = "baken.figures"
    verbose_name = gettext_noop("cijfers")
