"""The synthetic caseload at the true size of Flanders and Brussels, and the tour that shows everything on it."""
