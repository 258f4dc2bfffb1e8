"""The rights of the person: everything kept about somebody, how long it stays, and erasing it."""
