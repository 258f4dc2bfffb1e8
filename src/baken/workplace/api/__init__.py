"""The workplace by the API: the same dossiers, lists and acts as on the screens, with the same rights and read log."""
