"""Which files are this program's own reports: written beside the articles, they are none themselves."""

import re
from pathlib import PurePath
from typing import BinaryIO

HEAD = 4_096
"""Bytes that show what a file is."""

TAIL = 65_536
"""Bytes at the end of a table in Parquet, where its columns are named."""

_STARTS = (
    rb'\{\s*"version": "[^"]*",\s*"summary": \{',  # json
    rb'\{"id": "[^"]*", "(?:verdict|document)": ',  # jsonl, and claims
    rb"(?:story,id,verdict,state,fact,|id,verdict,state,internal,fact,)",  # csv, and the matrix
    rb'<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta[^>]*>\s*<meta name="generator" content="discrepancy">',
    rb"#{1,2} Where reports differ\s*\n",  # markdown and github-summary
    rb'\{[^{}]*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "discrepancy"',  # sarif
    rb'\[\s*\{\s*"description": "(?:[^"\\]|\\.)*",\s*"check_name": "[A-Z]\d{3}"',  # gitlab
    rb'<\?xml [^>]*\?>\s*<testsuites name="discrepancy"',  # junit
    rb'\{"message": "(?:[^"\\]|\\.)*", "location": .*"source": \{"name": "discrepancy"\}',  # rdjsonl
    rb'\{\s*"@context": "https://schema.org",\s*"@graph": \[\s*\{\s*"@type": "Claim"',  # json-ld
    rb"::(?:error|warning|notice) title=",  # github
    rb"[^\n]* \xc2\xb7 [^\n]* (?:\xe2\x94\x80){2,}\n",  # terminal
    rb"(?:conflict|update|compatible|agree)[a-z ()]* [0-9a-f]{12} \xc2\xb7 ",  # terminal, without headlines
    rb"[\d,]+ documents?(?: \([\d,]+ cop(?:y|ies)\))?, [\d,]+ claims?;",  # terminal, without findings
)
"""How the formats begin."""

_OWN = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:" + b"|".join(b"(?:%b)" % start for start in _STARTS) + b")")
_TABLES = {"claims.parquet": (b"sentence", b"modality"), "findings.parquet": (b"verdict", b"sides")}
"""Columns by which the tables of a folder of Parquet are known."""


def is_own(name: str, stream: BinaryIO) -> bool:
    """Is what *stream* holds, a file called *name*, a report that this program wrote? It then begins anew."""
    head = stream.read(HEAD)
    own = bool(_OWN.match(head)) or _is_table(PurePath(name).name, stream)
    stream.seek(0)
    return own


def _is_table(name: str, stream: BinaryIO) -> bool:
    """Is it a table that this program wrote as Parquet?"""
    columns = _TABLES.get(name)
    if not columns:
        return False
    stream.seek(max(0, stream.seek(0, 2) - TAIL))
    footer = stream.read(TAIL)
    return all(column in footer for column in columns)
