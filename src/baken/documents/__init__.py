"""Letters, certificates and reports as documents: the typesetter and the fonts it ships."""
