"""Facts in appends that never change: recording, proving, deliveries in and out, and the situation they tell."""
