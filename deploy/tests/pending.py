"""Prints what the deployment names and the code does not have yet."""

import metrics
import project

for name, where in sorted(metrics.unknown().items()):
    print(f"not there yet: metric {name}, for {', '.join(sorted(set(where))[:3])}")
for name, option in sorted(project.PENDING_OPTIONS):
    if option not in project.options(name):
        print(f"not there yet: {name} {option}; it listens on loopback only until then")
