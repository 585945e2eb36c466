"""Runs in a virtual environment of its own, with pocketsphinx and nothing of this project.

``python recogniser_worker.py FOLDER``: each GRAMMAR.gram of the folder with the sounds in
GRAMMAR/*.raw (16 bits, 16 kHz) gives one line of JSON: the sounds' names and what was recognised.
"""

import json
import sys
from pathlib import Path

from pocketsphinx import Decoder, get_model_path  # type: ignore[import-not-found]


def main(folder: Path) -> None:
    """Recognise every sound of a folder."""
    found: dict[str, str] = {}
    for grammar in sorted(folder.glob("*.gram")):
        decoder = Decoder(
            hmm=get_model_path("en-us/en-us"),
            dict=str(folder / "words.dict"),
            jsgf=str(grammar),
            lm=None,
            loglevel="FATAL",
        )
        for sound in sorted((folder / grammar.stem).glob("*.raw")):
            decoder.start_utt()
            decoder.process_raw(sound.read_bytes(), full_utt=True)
            decoder.end_utt()
            heard = decoder.hyp()
            found[f"{grammar.stem}/{sound.stem}"] = heard.hypstr if heard else ""
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
