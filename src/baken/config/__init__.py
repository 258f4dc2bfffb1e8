"""The entrance: settings, the command line, logging and the web server’s door."""
