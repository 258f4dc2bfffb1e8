"""The annual report: figures in, a website, a PDF, a workbook and open data out."""
