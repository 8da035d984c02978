"""Files behind URLs (s3://…, https://…, file://…), by fsspec."""

from dataclasses import dataclass
from typing import BinaryIO, cast


@dataclass(frozen=True, slots=True)
class Remote:
    """The file at *url*."""

    url: str

    def __fspath__(self) -> str:
        return self.url

    def open(self, mode: str) -> BinaryIO:
        """A stream of its bytes; raises OSError, and where a protocol or its package is not known, what fsspec does."""
        import fsspec  # noqa: PLC0415 - an extra, loaded when first needed

        return cast("BinaryIO", fsspec.open(self.url, mode).open())


def is_url(path: str) -> bool:
    """Is *path* a URL?

    >>> is_url("s3://desk/2024/*.parquet"), is_url("corpus/")
    (True, False)
    """
    return "://" in path
