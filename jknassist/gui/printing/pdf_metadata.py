"""Adds to a PDF what Qt leaves out: its language, which screen readers need."""

import re
from html import escape

CATALOGUE = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type\s*/Catalog\b")
ROOT = re.compile(rb"trailer\s*<<(.*?)>>", re.DOTALL)
STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


def metadata(title: str, language: str) -> bytes:
    """Return title and language as XMP metadata."""
    return METADATA.format(title=escape(title), language=escape(language)).encode()


def with_language(pdf: bytes, language: str) -> bytes:
    """Return the PDF with its language in the catalogue, added as an incremental update.

    A PDF of unknown structure is returned unchanged.
    """
    catalogue, trailer, start = (
        CATALOGUE.search(pdf),
        ROOT.search(pdf),
        STARTXREF.search(pdf),
    )
    if not (catalogue and trailer and start and LANGUAGE.fullmatch(language)):
        return pdf
    number = int(catalogue[1])
    end = pdf.index(b"endobj", catalogue.start())
    tags = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode()
    offset = catalogue.end()
    written = pdf[catalogue.start() : offset] + b"\n" + tags + pdf[offset:end] + b"endobj\n"
    offset = len(pdf)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
    more = table % (number, offset, trailer[1], start[1], offset + len(written))
    return pdf + written + more
