"""The work part: registration with the employment service, and spells of work, training and study."""
