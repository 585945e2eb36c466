"""Panels shown over the wizard: contacts, guides, review, print, save."""
