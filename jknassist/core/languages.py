"""The languages of the shipped content. To add one, add it here and ship its translation."""

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
"""Name of each language in that language, by its ISO 639-1 code.

The first is the language of the content itself; for each other one the content is translated in
`resources/knowledge.CODE.yaml`.
"""

OWN, *TRANSLATED = LANGUAGES
"""Code of the content's own language; codes of those it is translated into."""
