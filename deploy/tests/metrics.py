"""Which metrics rules and dashboards name, and which there are."""

import json
import re

import yaml

import project

# Of PromQL, not metrics.
WORDS = set(
    "sum scalar rate increase max min avg by le and or unless on without time histogram_quantile round "
    "code job path source outcome job_name result topic instance".split()
)
METER = re.compile(r'(counter|gauge|[cC]ounter\.builder|[gG]auge\.builder|[tT]imer\.builder|timer|histogram)\(\s*"([a-z_.]+)"')
UNIT_METER = re.compile(r'^(timer|[tT]imer\.builder|histogram)$')


def names_in(expression):
    text = re.sub(r'"[^"]*"', "", expression)
    text = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", text)
    text = re.sub(r"\bby\s*\([^)]*\)", "", text)
    return {word for word in re.findall(r"\b[a-zA-Z_][a-zA-Z0-9_:]*\b", text) if word not in WORDS}


def expressions():
    """(where, expression) of every rule and panel."""
    for file in sorted((project.DEPLOY / "monitoring/rules").glob("*.yml")):
        for group in yaml.safe_load(file.read_text())["groups"]:
            for rule in group["rules"]:
                yield f"{file.name}: {rule.get('alert', rule.get('record'))}", rule["expr"]
    for file in sorted((project.DEPLOY / "monitoring/grafana/dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel["targets"]:
                yield f"{file.name}: {panel['title']}", target["expr"]


def base(name):
    """A histogram's name without the endings of its series."""
    return re.sub(r"_(bucket|count|sum|max)$", "", name)


def recorded():
    return {
        rule["record"]
        for file in (project.DEPLOY / "monitoring/rules").glob("*.yml")
        for group in yaml.safe_load(file.read_text())["groups"]
        for rule in group["rules"]
        if "record" in rule
    }


def of_the_code():
    """The Prometheus names of what our programs and scripts count, read from their sources."""
    found = set()
    for name, module in project.MODULES.items():
        for text in project.sources(module):
            for kind, meter in METER.findall(text):
                prometheus = meter.replace(".", "_")
                if name == "flink":
                    found.add("flink_taskmanager_job_task_operator_" + prometheus)
                elif kind.lower().startswith("counter"):
                    found.add(prometheus + "_total")
                elif UNIT_METER.match(kind):
                    found.add(prometheus + "_seconds")
                else:
                    found.add(prometheus)
            if name == "streams":
                for constant, meter in re.findall(r'String (RECORDS) = "([a-z.]+)"', text):
                    found.add(meter.replace(".", "_") + "_total")
    for script in (project.DEPLOY / "cron").glob("*.sh"):
        found |= set(re.findall(r"# TYPE (\w+)", script.read_text()))
    return found


def of_the_engines():
    """What Kafka's clients, Vert.x, Flink and Prometheus have, as seen in scrapes of a running stack."""
    file = project.DEPLOY / "monitoring/engine-metrics.txt"
    return {line.split()[0] for line in file.read_text().splitlines() if line and not line.startswith("#")}


def known():
    return of_the_code() | of_the_engines() | recorded()


def unknown():
    """name -> where, of metrics that nobody has."""
    there = known()
    missing = {}
    for where, expression in expressions():
        for name in names_in(expression):
            if name not in there and base(name) not in there:
                missing.setdefault(base(name) if base(name) != name else name, []).append(where)
    return missing
