"""Read a reply's body with the decompression under control.

httpx inflates each network chunk whole, so 64 KiB of gzip may become 64 MiB before anybody counts. Here the inflater
hands out bounded pieces, and the caller stops at its cap.
"""

import zlib
from collections.abc import Iterator

import httpx

_PIECE = 64 * 1024


class EncodingError(ValueError):
    """The body's compression is unknown, broken or cut."""


def decoded_chunks(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body in pieces of at most about 64 KiB after decompression (gzip or deflate; nothing else is asked for).

    Raises ``EncodingError``; network failures pass through.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        yield from response.iter_raw()
    elif encoding in {"gzip", "x-gzip", "deflate"}:
        yield from _inflate(response.iter_raw())
    else:
        raise EncodingError("unknown content encoding")


def _inflate(chunks: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # gzip or zlib, told by the first bytes
    try:
        for chunk in chunks:
            pending = chunk
            # `unused_data` after the end of the stream is padding: ignored.
            while pending and not inflater.eof:
                piece = inflater.decompress(pending, _PIECE)
                pending = inflater.unconsumed_tail
                if piece:
                    yield piece
        while not inflater.eof:
            # What fitted no piece when the input ended.
            piece = inflater.decompress(inflater.unconsumed_tail, _PIECE)
            if not piece:
                raise EncodingError("compressed body is cut")
            yield piece
    except zlib.error:
        raise EncodingError("compressed body is broken") from None
