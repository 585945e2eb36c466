"""The kiosk: one public touch screen, one visitor after the other, nothing left, no way out."""
