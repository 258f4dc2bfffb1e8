"""Test settings: real databases only (SQLite by default, PostgreSQL through BAKEN_DATABASE)."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
os.environ.setdefault("BAKEN_DEMO", "1")
django.setup()
