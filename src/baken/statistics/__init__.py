"""What is published: the annual report, the rule book and studies, as pages, documents and tables."""
