"""`discrepancy`, and `python -m discrepancy`: light, since each process of a pool loads it anew."""


def main() -> None:
    """Run the command line."""
    from discrepancy.cli import main as run  # noqa: PLC0415 - loaded when it is run, and by no process of a pool

    run()


if __name__ == "__main__":
    main()
