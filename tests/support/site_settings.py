"""A whole settings file of an office."""

from jknassist.core.pin import hashed

PIN = hashed("280417", b"0123456789abcdef")

WHOLE = f"""
office:
  name: "Kantor Contoh"
  contact: "(021) 555-0100"
  checked_on: 2026-11-01
  hours: "Senin sampai Jumat"
  address: "Jalan Contoh 1"
mode: kiosk
idle_seconds: 60
screen_diagonal: "15,6"
screen_distance: 450
printer: "Struk"
paper: 80mm
languages:
  - id
  - en
staff_pin: "{PIN}"
"""
