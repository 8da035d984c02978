"""The command line."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command line."""
    app()


@app.callback()
def about() -> None:
    """Find figures and dates on which several reports cannot all be right."""


@app.command()
def claims(paths: list[str], output_format: str = "jsonl") -> None:
    """List every claim."""
    from discrepancy.adapters import TOOLBOX  # noqa: PLC0415 - loaded when first needed
    from discrepancy.model import Claim, Document  # noqa: PLC0415
    from discrepancy.pipeline import claims_of, prepare  # noqa: PLC0415
    from discrepancy.read import read  # noqa: PLC0415
    from discrepancy.report.claims import claim_line  # noqa: PLC0415
    from discrepancy.tables import shipped  # noqa: PLC0415

    reading = prepare(shipped(), TOOLBOX)
    for document in read(paths):
        if isinstance(document, Document):
            for claim in claims_of(document, reading):
                if isinstance(claim, Claim):
                    print(claim_line(claim))
