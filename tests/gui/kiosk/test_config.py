"""Timeouts of a kiosk from its settings."""

from dataclasses import replace

from jknassist.gui.kiosk.config import KioskConfig, Timeouts, timeouts_of


def test_the_figures_are_those_of_the_settings(config: KioskConfig) -> None:
    timeouts = timeouts_of(replace(config.site, idle_seconds=45))
    assert (timeouts.idle, timeouts.outcome, timeouts.asks, timeouts.tap) == (
        45_000,
        180_000,
        30,
        400,
    )
    assert timeouts_of(replace(config.site, idle_seconds=600)).outcome == 600_000
    assert timeouts_of(replace(config.site, visit_minutes=5)).visit == 300_000
    assert Timeouts() == timeouts_of(replace(config.site, idle_seconds=90))
