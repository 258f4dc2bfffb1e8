"""Partners’ own forms of delivery: dossiers of the register (KBI 01.00) in and out."""
