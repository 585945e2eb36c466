"""A small content file for the command line."""

from pathlib import Path

import pytest

from tests.support.small_knowledge import small_yaml


@pytest.fixture
def small_file(tmp_path: Path) -> str:
    path = tmp_path / "isi.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    return str(path)


@pytest.fixture
def site_file(tmp_path: Path) -> Path:
    path = tmp_path / "site.yaml"
    path.write_text("mode: kiosk\nidle_seconds: 60\n", encoding="utf-8")
    return path
