"""The law as dated code: rules, parameters and facts in, a decision that explains itself out.

Pure Python, without Django. `content` holds the rules of Flemish civic integration; the rest is how they are read:
for one person with a trace (`person`), for a population (`population`) and as a sheet for the lawyer (`sheet`).
"""
