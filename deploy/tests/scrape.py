"""Looks whether a running stack has the metrics that rules and dashboards name.

    scrape.py [--flink URL] [--textfiles DIR] URL...
        URL... such as http://127.0.0.1:9101/metrics http://127.0.0.1:9111/metrics http://127.0.0.1:8080/metrics
        --flink       Flink's dashboard: its REST API has the metrics' names, which Flink's Prometheus reporter prefixes
        --textfiles   the folder of batch.sh's *.prom files; without it metrics of batch runs are not looked for

Prints those that nothing shows, and exits with 1 if there are any.
"""

import argparse
import json
import pathlib
import sys
import urllib.request

import metrics
import project

# Made at their first event, which a stack in good order need not have seen.
OF_EVENTS = {"ingest_rest_retries_total"}


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def names(text):
    return {line.split("{")[0].split()[0] for line in text.splitlines() if line and not line.startswith("#")}


def of_flink(dashboard):
    def ids(path):
        return [entry["id"] for entry in json.loads(get(dashboard + path))]

    found = {"flink_jobmanager_" + name for name in ids("/jobmanager/metrics")}
    for job in json.loads(get(dashboard + "/jobs"))["jobs"]:
        if job["status"] != "RUNNING":
            continue
        of_job = f"/jobs/{job['id']}"
        found |= {"flink_jobmanager_job_" + name for name in ids(of_job + "/metrics")}
        for vertex in json.loads(get(dashboard + of_job))["vertices"]:
            # "0.Elasticsearch__Writer.documents_stale": subtask, operator, name.
            for name in ids(f"{of_job}/vertices/{vertex['id']}/metrics"):
                found.add("flink_taskmanager_job_task_operator_" + name.rsplit(".", 1)[-1])
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--flink")
    parser.add_argument("--textfiles")
    parser.add_argument("addresses", nargs="+")
    given = parser.parse_args()
    there = set().union(*(names(get(address)) for address in given.addresses))
    named = {name for _, expression in metrics.expressions() for name in metrics.names_in(expression)}
    named -= metrics.recorded() | {"up"} | OF_EVENTS
    named = {name for name in named if metrics.base(name) not in project.PENDING_METRICS}
    if given.flink:
        there |= of_flink(given.flink)
    else:
        named = {name for name in named if not name.startswith("flink_")}
    if given.textfiles:
        there |= set().union(*(names(file.read_text()) for file in pathlib.Path(given.textfiles).glob("*.prom")))
    else:
        named = {name for name in named if not name.startswith("lambda_")}
    bases = there | {metrics.base(name) for name in there}
    missing = sorted(name for name in named if name not in there and metrics.base(name) not in bases)
    for name in missing:
        print(f"not shown: {name}")
    print(f"{len(named) - len(missing)} of {len(named)} metrics shown")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
