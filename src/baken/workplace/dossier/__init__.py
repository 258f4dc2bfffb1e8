"""What a dossier's page shows: who, where in the path, what is due, what next, what was told, what the law says."""
