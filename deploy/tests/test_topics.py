"""The topics are core's, everywhere."""

import re
import unittest

import project


class Topics(unittest.TestCase):
    def test_the_list_is_core_s(self):
        listed = {}
        for line in (project.DEPLOY / "kafka/topics").read_text().splitlines():
            if line and not line.startswith("#"):
                name, cleanup, retention = line.split()
                listed[name] = (cleanup, None if retention == "-" else retention)
        self.assertGreater(len(listed), 4)
        self.assertEqual(project.topics(), listed)

    def test_kubernetes_has_the_same(self):
        files = project.documents((project.DEPLOY / "k8s/base/kafka-topics.yaml").read_text())
        listed = {}
        for topic in files:
            settings = topic["spec"]["config"]
            self.assertEqual("LogAppendTime", settings["message.timestamp.type"])
            retention = settings.get("retention.ms")
            listed[topic["spec"]["topicName"]] = (settings["cleanup.policy"], retention and str(retention))
        self.assertEqual(project.topics(), listed)
        self.assertEqual(1, len({topic["spec"]["partitions"] for topic in files}))


class Contract(unittest.TestCase):
    def test_the_data_contract_has_every_topic(self):
        text = (project.ROOT / "docs/contract.md").read_text()
        self.assertEqual(set(project.topics()), set(re.findall(r"^\| `(crypto_\w+)` \|", text, re.M)))


if __name__ == "__main__":
    unittest.main()
