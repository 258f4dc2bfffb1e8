"""The entrance for web servers: `baken.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from baken.ui.serving import require_secret_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
application = get_wsgi_application()
require_secret_key()
