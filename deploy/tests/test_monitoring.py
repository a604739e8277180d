"""Rules and dashboards name what exists."""

import re
import unittest

import yaml

import metrics
import project


class Monitoring(unittest.TestCase):
    def test_every_metric_named_exists(self):
        missing = {name: where for name, where in metrics.unknown().items() if name not in project.PENDING_METRICS}
        self.assertEqual({}, missing)

    def test_something_is_compared(self):
        self.assertGreater(len(list(metrics.expressions())), 50)
        self.assertGreater(len(metrics.of_the_code()), 15)

    def test_every_alert_has_a_section_in_the_runbook(self):
        runbook = (project.ROOT / "docs/operations.md").read_text()
        sections = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.*)$", runbook, re.M)}
        for file in (project.DEPLOY / "monitoring/rules").glob("*.yml"):
            for group in yaml.safe_load(file.read_text())["groups"]:
                for rule in group["rules"]:
                    if "alert" in rule:
                        link = rule["annotations"]["runbook_url"]
                        self.assertTrue(link.startswith("docs/operations.md#"), link)
                        self.assertIn(link.split("#")[1], sections, rule["alert"])

    def test_every_alert_is_unit_tested(self):
        tested = {
            test["alertname"]
            for file in (project.DEPLOY / "monitoring/tests").glob("*.yml")
            for case in yaml.safe_load(file.read_text())["tests"]
            for test in case.get("alert_rule_test", [])
        }
        alerts = {
            rule["alert"]
            for file in (project.DEPLOY / "monitoring/rules").glob("*.yml")
            for group in yaml.safe_load(file.read_text())["groups"]
            for rule in group["rules"]
            if "alert" in rule
        }
        self.assertEqual(alerts, tested)

    def test_every_scraped_target_is_a_service(self):
        services = set(project.compose()["services"]) | {"ingest"}
        config = yaml.safe_load((project.DEPLOY / "monitoring/prometheus.yml").read_text())
        for job in config["scrape_configs"]:
            for target in [t for c in job.get("static_configs", []) for t in c["targets"]]:
                self.assertIn(target.split(":")[0], services)


if __name__ == "__main__":
    unittest.main()
