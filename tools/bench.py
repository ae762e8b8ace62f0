"""Benchmarks, run by ``make bench``; figures are measured in one run and compared within it."""

import argparse

from tools.benches import balance, engine, phones, screen, tuning, window

BENCHES = {
    "engine": engine.main,
    "phones": phones.main,
    "screen": screen.main,
    "window": window.main,
    "balance": balance.main,
    "tuning": tuning.main,
}


def main() -> None:
    """Run all benchmarks, or the named ones."""
    parser = argparse.ArgumentParser(description="Benchmarks of Piramide.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="which ones; all by default")
    for name in parser.parse_args().names or BENCHES:
        BENCHES[name]()


if __name__ == "__main__":
    main()
