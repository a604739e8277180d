"""Prints everything that goes to a cluster as one JSON array: both overlays, alert rules and dashboards."""

import json
import subprocess
import sys

import project

printed = subprocess.run([project.DEPLOY / "scripts/monitoring-manifests"], check=True, capture_output=True, text=True)
json.dump(project.rendered("local") + project.rendered("eks") + project.documents(printed.stdout), sys.stdout)
