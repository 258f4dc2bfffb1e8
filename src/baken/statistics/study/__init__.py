"""What a reform would change, over a caseload: tables, charts, pages and a brief of two pages."""
