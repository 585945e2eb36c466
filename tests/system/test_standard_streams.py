"""The streams of the program speak UTF-8."""

import subprocess
import sys


def test_it_speaks_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "jknassist", "walk"],
        check=False,
        capture_output=True,
        env={"LC_ALL": "C", "PATH": "", "PYTHONIOENCODING": ""},
    )
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")
