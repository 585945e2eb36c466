"""The kiosk front: a public touch screen in full screen mode that keeps nothing of a visitor."""
