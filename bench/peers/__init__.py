"""Other systems doing the same work, each in an environment of its own; no code of theirs enters ours."""
