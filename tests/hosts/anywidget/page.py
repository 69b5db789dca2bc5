"""Makes the widget as a notebook would, and writes a page that shows it as a notebook's front end would."""
import json
import pathlib
import sys

import anywidget
import traitlets


class Figure(anywidget.AnyWidget):
    _esm = pathlib.Path(sys.argv[1])
    recipe = traitlets.Dict().tag(sync=True)
    step = traitlets.Int(0).tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)


RECIPE = json.loads('''{ "surface": { "model": "sigmoid-neuron", "data": "two-points" }, "runs": [{ "method": "momentum", "learning_rate": 1, "start": [-2, -2] }], "steps": 60, "title": "Momentum on a hill", "view": { "views": ["contour"] }, "ponders": [{ "id": "q", "at": 5, "kind": "choose", "ask": "Where does it go?", "options": [{ "text": "Down", "right": true }, { "text": "Up" }] }] }''')
figure = Figure(recipe=RECIPE, options={"controls": "few"})
state = figure.get_state(["recipe", "step", "options", "answers"])
pathlib.Path("widget.js").write_text(str(figure._esm), encoding="utf-8")
pathlib.Path("state.json").write_text(json.dumps(state), encoding="utf-8")
