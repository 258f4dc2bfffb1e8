"""Who somebody is: dossiers, persons, households, residence, and the erasable names and texts beside the facts."""
