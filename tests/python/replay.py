"""Runs scripts one after another: a JSON list of texts comes in, a list of [what it printed, what went wrong] goes out."""

import contextlib
import io
import json
import sys
import traceback

told = []
for script in json.load(sys.stdin):
    printed, trouble = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(script, "script", "exec"), {"__name__": "__main__"})
    except Exception:
        trouble = traceback.format_exc(limit=-2) + script
    told.append([printed.getvalue(), trouble])
json.dump(told, sys.stdout)
