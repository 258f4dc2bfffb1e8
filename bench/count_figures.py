"""All figures of 2019 on the ledger that BAKEN_DATABASE names. Prints {cpu, wall, cells}: from snapshot to cells."""

import json
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.figures.compute import compute  # noqa: E402

cpu, wall = time.process_time(), time.perf_counter()
cells = sum(len(result.cells) for result in compute(2019))
print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "cells": cells}))
