"""Who works with Baken: users and what they may do in which post, for which purpose, and who looked at whom."""
