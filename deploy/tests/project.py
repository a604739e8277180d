"""What the deployment is checked against, read from the project's own sources."""

import os
import pathlib
import re
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"

# The module of each image and workload of ours.
MODULES = {
    "ingest": "ingest",
    "streams": "speed-kstreams",
    "flink": "speed-flink",
    "batch": "batch-spark",
    "serving": "serving-vertx",
    "exchange": "local/exchange",
}

# Named by rules and panels, not in the code yet; deploy/check prints what is still missing.
PENDING_METRICS = set()


def sources(module):
    return [path.read_text() for path in sorted((ROOT / module / "src/main/java").rglob("*.java"))]


def options(name):
    """The long options of a program, such as --kafka."""
    own = sources(MODULES[name])
    shared = [
        file.read_text()
        for file in (ROOT / "core/src/main/java/io/cryptolambda/core/config").glob("*Options.java")
        if any(file.stem in text for text in own)
    ]
    return {found for text in own + shared for found in re.findall(r'"(--[a-z0-9-]+)"', text)}


def option_of(variable):
    return "--" + variable.removeprefix("LAMBDA_").lower().replace("_", "-")


def topics():
    """Name -> (cleanup.policy, retention.ms or None), from core's Topics."""
    text = (ROOT / "core/src/main/java/io/cryptolambda/core/Topics.java").read_text()
    strings = dict(re.findall(r'String (\w+) = "([^"]*)";', text))
    settings = {}
    for name, body in re.findall(r"Map<String, String> (\w+) =\s*Map\.of\(\s*([^;]*)\);", text):
        parts = [part.strip() for part in re.findall(r'"[^"]*"|\w+', body)]
        values = [part.strip('"') if part.startswith('"') else strings[part] for part in parts]
        settings[name] = dict(zip(values[::2], values[1::2]))
    return {
        strings[topic]: (settings[kind]["cleanup.policy"], settings[kind].get("retention.ms"))
        for topic, kind in re.findall(r"new Topic\((\w+), (\w+)\)", text)
    }


def documents(text):
    return [document for document in yaml.safe_load_all(text) if document]


def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def rendered(overlay):
    """The documents that kubectl renders of an overlay."""
    folder = DEPLOY / "k8s/overlays" / overlay
    output = subprocess.run(
        [os.environ.get("KUBECTL", "kubectl"), "kustomize", str(folder)], check=True, capture_output=True, text=True
    )
    return documents(output.stdout)


def walk(node, path=()):
    """Every (path, value) of a document."""
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from walk(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, path + (index,))
