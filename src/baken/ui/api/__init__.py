"""The frame of the API: who asks, what may be asked, errors, pages of a list, and calls that count once."""
