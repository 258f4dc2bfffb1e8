"""Letters, certificates and reports as documents: what they say in each language, typeset, sealed, checked."""
