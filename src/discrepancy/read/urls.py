"""What a URL stands for: a file, those below a folder, or those that fit a pattern."""

from collections.abc import Iterator

from discrepancy.model import Unreadable
from discrepancy.read.fields import Fields
from discrepancy.read.walk import NO_REPORTS, Found
from discrepancy.remote import Remote

MISSING = "URLs need fsspec; install discrepancy[parquet]"


def found_at(url: str) -> Iterator[Found | Unreadable]:
    """The files that *url* stands for: those below a folder, those that fit a pattern, or a single one."""
    try:
        import fsspec  # noqa: PLC0415 - an extra, loaded when first needed
    except ImportError:
        yield Unreadable(url, None, MISSING)
        return
    try:
        system, root = fsspec.url_to_fs(url)
        paths = system.glob(root) if "*" in root else system.find(root) or [root]
        alone = paths == [root]
        urls = [system.unstrip_protocol(path) for path in sorted(paths)]
    except ImportError as error:
        protocol = url.partition("://")[0]
        yield Unreadable(
            url, None, f"{protocol}:// takes packages that are missing ({error}); install them, or name a file instead"
        )
        return
    except Exception as error:  # noqa: BLE001 - each file system raises what it will
        yield Unreadable(url, None, f"cannot be listed ({type(error).__name__}: {error})")
        return
    if not urls:
        yield Unreadable(url, None, NO_REPORTS)
    for one in urls:
        yield Found(Remote(one), one.rpartition("/")[2] if alone else one, "", Fields(), named=alone)
