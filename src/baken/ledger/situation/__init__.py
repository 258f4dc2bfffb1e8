"""The situation: what the facts of a person amount to for the law on a day.

Each fact type declares in `feeds` which law facts it answers (`feeds`); the same declaration is read for one dossier
from the ledger (`one`) and for everybody from a snapshot's files (`everybody`).
"""
