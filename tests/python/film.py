"""What a decoder that is not ours sees in a film: JSON with size, loop, and of every frame its milliseconds and pixels."""

import json
import sys

from PIL import Image

film = Image.open(sys.argv[1])
frames = []
for number in range(film.n_frames):
    film.seek(number)
    frames.append({"shown": film.info["duration"], "pixels": film.convert("RGB").tobytes().hex()})
json.dump({"size": film.size, "loop": film.info.get("loop"), "frames": frames}, sys.stdout)
