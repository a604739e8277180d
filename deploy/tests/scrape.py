"""Looks whether a running stack has the metrics that rules and dashboards name.

    scrape.py URL...     such as http://127.0.0.1:9101/metrics http://127.0.0.1:9111/metrics http://127.0.0.1:8080/metrics

Prints those that no address shows, and exits with 1 if there are any. Flink's are looked for only if one of the addresses is of
its Prometheus reporter, batch's only if one is of a node exporter. A counter that is made at its first event (retries) may be
missing until then.
"""

import sys
import urllib.request

import metrics


def shown(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        text = answer.read().decode()
    return {line.split("{")[0].split()[0] for line in text.splitlines() if line and not line.startswith("#")}


def main(addresses):
    there = set().union(*(shown(address) for address in addresses))
    bases = there | {metrics.base(name) for name in there}
    named = {name for _, expression in metrics.expressions() for name in metrics.names_in(expression)} - metrics.recorded() - {"up"}
    for prefix in ("flink_", "lambda_"):
        if not any(name.startswith(prefix) for name in there):
            named = {name for name in named if not name.startswith(prefix)}
    missing = sorted(name for name in named if name not in there and metrics.base(name) not in bases)
    for name in missing:
        print(f"not shown: {name}")
    print(f"{len(named) - len(missing)} of {len(named)} metrics shown")
    return 1 if missing else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
