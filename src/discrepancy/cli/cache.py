"""`discrepancy cache`: what is kept of earlier runs."""

import typer

from discrepancy.cli.work import CacheFolder, folder_of

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="See or drop what is kept of earlier runs.")


@group.command()
def info(folder: CacheFolder = None) -> None:
    """Tell where results are kept, how many, and how large they are."""
    from discrepancy.cache import LIMIT, Store  # noqa: PLC0415 - loaded when first needed

    store = Store(folder_of(folder))
    typer.echo(f"{store.path}\n{store.count():,} results, {store.size() / 1e6:,.1f} of {LIMIT / 1e6:,.0f} MB")
    if store.problem:
        typer.echo(f"not used: {store.problem}")
    store.close()


@group.command()
def clear(folder: CacheFolder = None) -> None:
    """Drop all results; the next run works them out anew."""
    from discrepancy.cache import Store  # noqa: PLC0415 - loaded when first needed

    store = Store(folder_of(folder))
    dropped = store.count()
    store.clear()
    typer.echo(f"not cleared: {store.problem}" if store.problem else f"{dropped:,} results dropped")
    store.close()
