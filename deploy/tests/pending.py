"""Prints what the deployment names and the code does not have yet."""

import metrics

for name, where in sorted(metrics.unknown().items()):
    print(f"not there yet: metric {name}, for {', '.join(sorted(set(where))[:3])}")
