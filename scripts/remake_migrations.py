"""Make every room's single initial migration anew (until the first release there is one per room)."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

ROOMS = [app for app in apps.get_app_configs() if app.name.startswith("baken.")]
for room in ROOMS:
    for migration in Path(room.path, "migrations").glob("0*.py"):
        migration.unlink()
call_command("makemigrations", *(room.label for room in ROOMS), verbosity=0, include_header=False)
