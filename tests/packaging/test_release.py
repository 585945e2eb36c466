"""The workflow of a release: what a job takes another one has made, what it runs is there."""

import re
from collections.abc import Iterator
from typing import Any

import dev
import yaml

from tests.conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
Steps = list[dict[str, Any]]


def jobs() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    return loaded["jobs"]


def before(job: str) -> set[str]:
    """Return the jobs that have ended well when a job begins."""
    needed = jobs()[job].get("needs", [])
    direct = {needed} if isinstance(needed, str) else set(needed)
    return direct.union(*map(before, direct))


def artifacts(steps: Steps, action: str) -> Iterator[str]:
    for step in steps:
        if step.get("uses", "").startswith(f"actions/{action}-artifact@"):
            given = step["with"]
            yield from re.findall(r"[\w-]+", given.get("name") or given["pattern"])


def test_a_job_takes_only_what_a_job_before_it_has_made() -> None:
    for name, job in jobs().items():
        made = {
            one for other in before(name) for one in artifacts(jobs()[other]["steps"], "upload")
        }
        assert set(artifacts(job["steps"], "download")) <= made, name


def test_nothing_is_given_away_before_everything_has_passed() -> None:
    assert before("draft") == jobs().keys() - {"draft"}
    given = set(artifacts(jobs()["draft"]["steps"], "download"))
    assert given == {"windows", "linux", "msi"}


def test_only_the_draft_may_write() -> None:
    for name, job in jobs().items():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert bool(writes) == (name == "draft"), name


def test_every_command_and_script_of_a_step_is_there() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    assert set(re.findall(r"packaging/dev\.py (\w+)", text)) <= dev.COMMANDS.keys()
    scripts = set(re.findall(r"dev\.py script ([\w.]+)", text))
    assert {"windows.msi", "windows.msi_acceptance", "windows.winget"} <= scripts
    for script in scripts:
        assert (ROOT / "packaging" / script.replace(".", "/")).with_suffix(".py").is_file(), script
    for script in re.findall(r"run: \./(\S+)", text):
        assert (ROOT / script).is_file(), script


def test_actions_are_pinned_to_a_commit() -> None:
    for name, job in jobs().items():
        used = [step["uses"] for step in job["steps"] if "uses" in step]
        assert all(re.fullmatch(r"[\w/.-]+@[0-9a-f]{40}", use) for use in used), name
