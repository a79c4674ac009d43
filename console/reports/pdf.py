"""Documents as PDF, through typst. Texts go in as data, never as markup, so nothing in them is obeyed."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from console.reports.document import Block, Document, Fields, Paragraph, Spread, Table, shortened

TEMPLATE = "document.typ"


def pdf_bytes(document: Document, template: Path, fonts: Path) -> bytes:
    """Return a document as PDF, its fonts inside.

    Args:
        document: what to print.
        template: ``resources/templates/document.typ``.
        fonts: a folder with the interface's fonts, used where the compiler's own lack a letter.

    Raises:
        OSError: the template cannot be read.

    """
    made = _compiler(template, fonts).compile(format="pdf", sys_inputs={"data": _data(document)})
    assert isinstance(made, bytes)
    return made


def png_pages(document: Document, template: Path, fonts: Path, ppi: float = 110.0) -> list[bytes]:
    """Return a document's pages as PNG, to look at."""
    made = _compiler(template, fonts).compile(format="png", ppi=ppi, sys_inputs={"data": _data(document)})
    return [page for page in (made if isinstance(made, list) else [made]) if page is not None]


@cache
def _compiler(template: Path, fonts: Path) -> typst.Compiler:
    # System fonts are left out: the same paper on every machine.
    paths: list[str] = [str(fonts)]
    return typst.Compiler(
        input=str(template), root=str(template.parent), font_paths=paths, ignore_system_fonts=True
    )


def _data(document: Document) -> str:
    plain = asdict(document)
    plain["blocks"] = [_block(block) for block in document.blocks]
    return json.dumps(_printable(plain), ensure_ascii=False)


def _block(block: Block) -> dict[str, object]:
    match block:
        case Table():
            return {"kind": "table", **asdict(block)}
        case Paragraph():
            return {"kind": "paragraph", **asdict(block)}
        case Fields():
            return {"kind": "fields", **asdict(block)}
        case Spread():
            return {"kind": "spread", **asdict(block)}


def _printable(value: object) -> object:
    """Return the same with every character that no paper can show made visible."""
    match value:
        case str():
            return "".join("\ufffd" if _broken(char) else char for char in shortened(value))
        case dict():
            return {key: _printable(item) for key, item in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
        case _:
            return value


def _broken(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or (char < " " and char not in "\n\t") or "\u202a" <= char <= "\u202e"
