"""Speed and memory, as ratios against named baselines in the same run. Machines are noisy: only ratios count."""
