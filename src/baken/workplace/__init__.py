"""The staff's workplace: my day, search, the dossier, the team; composed of what the rooms below tell and do."""
