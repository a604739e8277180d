"""What kubectl renders of each overlay: references that hold, and the rules of ours."""

import json
import os
import re
import shutil
import subprocess
import unittest

import yaml

import project

WORKLOADS = ("Deployment", "StatefulSet", "Job")


@unittest.skipUnless(shutil.which(os.environ.get("KUBECTL", "kubectl")), "there is no kubectl")
class Kubernetes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.overlays = {overlay: project.rendered(overlay) for overlay in ("local", "eks")}

    def each(self, *kinds):
        for overlay, documents in self.overlays.items():
            for document in documents:
                if not kinds or document["kind"] in kinds:
                    yield overlay, document

    def pods(self):
        for overlay, document in self.each(*WORKLOADS):
            yield f"{overlay} {document['kind']} {document['metadata']['name']}", document["spec"]["template"]

    def test_every_part_is_there(self):
        wanted = {
            ("Kafka", "lambda"), ("Elasticsearch", "lambda"), ("FlinkDeployment", "speed-flink"), ("StatefulSet", "streams"),
            ("StatefulSet", "ingest"), ("Deployment", "serving"), ("ScaledObject", "streams"),
            ("HorizontalPodAutoscaler", "serving"), ("ScheduledSparkApplication", "batch-all"),
            ("ScheduledSparkApplication", "batch-compact"),
        }  # fmt: skip
        for overlay, documents in self.overlays.items():
            there = {(document["kind"], document["metadata"]["name"]) for document in documents}
            self.assertEqual(set(), wanted - there, overlay)

    def test_everything_is_in_the_namespace(self):
        cluster_wide = ("Namespace", "StorageClass")
        for overlay, document in self.each():
            if document["kind"] not in cluster_wide:
                self.assertEqual("crypto-lambda", document["metadata"].get("namespace"), document["metadata"]["name"])

    def test_containers_are_confined_probed_and_limited(self):
        for where, pod in self.pods():
            self.assertTrue(pod["spec"]["securityContext"]["runAsNonRoot"], where)
            self.assertFalse(pod["spec"]["automountServiceAccountToken"], where)
            for container in pod["spec"]["containers"]:
                security = container["securityContext"]
                self.assertTrue(security["readOnlyRootFilesystem"], where)
                self.assertFalse(security["allowPrivilegeEscalation"], where)
                self.assertEqual(["ALL"], security["capabilities"]["drop"], where)
                self.assertIn("memory", container["resources"]["limits"], where)
                self.assertIn("cpu", container["resources"]["requests"], where)
                if not where.endswith("minio-bucket"):
                    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
                        self.assertIn(probe, container, where)

    def test_images_are_pinned_and_ours_have_a_dockerfile(self):
        for overlay, document in self.each():
            for path, value in project.walk(document):
                if path and path[-1] == "image" and isinstance(value, str):
                    self.assertRegex(value, r":[\w.-]*\d", document["metadata"]["name"])
                    name = value.rsplit(":", 1)[0].rsplit("/", 1)[-1]
                    if "crypto-lambda" in value:
                        self.assertTrue((project.DEPLOY / f"docker/{name}.Dockerfile").exists(), value)

    def test_what_is_referred_to_exists(self):
        for overlay, documents in self.overlays.items():
            there = {(document["kind"], document["metadata"]["name"]) for document in documents}
            for document in documents:
                for path, value in project.walk(document):
                    if path and path[-1] in ("configMapRef", "configMapKeyRef", "configMap") and isinstance(value, dict):
                        self.assertIn(("ConfigMap", value["name"]), there, document["metadata"]["name"])
                    if path and path[-1] in ("serviceAccountName", "serviceAccount") and isinstance(value, str):
                        self.assertIn(("ServiceAccount", value), there)
                    if path and path[-1] == "scaleTargetRef":
                        self.assertIn((value["kind"], value["name"]), there)

    def test_a_cloud_s_store_is_reached_by_roles_and_without_keys(self):
        cluster = yaml.safe_load((project.DEPLOY / "eks/cluster.yaml").read_text())
        roles = {account["metadata"]["name"]: account.get("roleName") for account in cluster["iam"]["serviceAccounts"]}
        documents = self.overlays["eks"]
        for name in ("batch", "flink"):
            account = next(d for d in documents if d["kind"] == "ServiceAccount" and d["metadata"]["name"] == name)
            role = account["metadata"]["annotations"]["eks.amazonaws.com/role-arn"]
            self.assertRegex(role, rf"^arn:aws:iam::\d{{12}}:role/{roles[name]}$")
        for document in documents:
            text = json.dumps(document)
            self.assertNotIn("lambda-store", text, document["metadata"]["name"])
            self.assertNotIn("AWS_ACCESS_KEY_ID", text, document["metadata"]["name"])
            if document["kind"] == "ScheduledSparkApplication":
                for part in ("driver", "executor"):
                    self.assertEqual("batch", document["spec"]["template"][part]["serviceAccount"])

    def test_secrets_are_only_referred_to(self):
        for overlay, document in self.each():
            self.assertNotEqual("Secret", document["kind"], document["metadata"]["name"])
            for path, value in project.walk(document):
                if path and path[-1] == "value" and isinstance(value, str) and "name" in str(path):
                    self.assertNotRegex(value, r"(?i)password|secret")

    def test_selectors_select(self):
        for overlay, documents in self.overlays.items():
            labels = [
                document["spec"]["template"]["metadata"]["labels"] for document in documents if document["kind"] in WORKLOADS
            ]
            for document in documents:
                selector = document["spec"].get("selector") if document["kind"] in ("Service", "PodDisruptionBudget") else None
                if selector:
                    wanted = selector.get("matchLabels", selector)
                    self.assertTrue(any(wanted.items() <= label.items() for label in labels), document["metadata"]["name"])

    def test_options_passed_are_those_of_the_programs(self):
        for where, pod in self.pods():
            name = where.split()[-1]
            if name not in project.MODULES:
                continue
            for container in pod["spec"]["containers"]:
                for variable in container.get("env", []):
                    if variable["name"].startswith("LAMBDA_"):
                        self.assertIn(project.option_of(variable["name"]), project.options(name), where)
        every = set().union(*(project.options(name) for name in project.MODULES))
        for overlay, document in self.each("ConfigMap"):
            for variable in document["data"]:
                if variable.startswith("LAMBDA_"):
                    self.assertIn(project.option_of(variable), every)
        for overlay, document in self.each("FlinkDeployment"):
            for argument in document["spec"]["job"]["args"]:
                self.assertIn(argument.split("=")[0], project.options("flink"))

    def test_an_upgrade_of_the_job_goes_by_savepoint(self):
        for overlay, document in self.each("FlinkDeployment"):
            self.assertEqual("savepoint", document["spec"]["job"]["upgradeMode"])
            self.assertEqual("kubernetes", document["spec"]["flinkConfiguration"]["high-availability.type"])
            self.assertFalse(document["spec"]["job"]["allowNonRestoredState"])

    def test_streams_are_not_scaled_beyond_the_partitions(self):
        for overlay, documents in self.overlays.items():
            partitions = {d["spec"]["partitions"] for d in documents if d["kind"] == "KafkaTopic"}
            most = [d["spec"]["maxReplicaCount"] for d in documents if d["kind"] == "ScaledObject"]
            self.assertLessEqual(max(most), min(partitions), overlay)

    def test_every_shard_of_ingest_has_its_symbols_and_no_symbol_two(self):
        for overlay, documents in self.overlays.items():
            shards = next(d["data"] for d in documents if d["metadata"]["name"] == "ingest-shards")
            replicas = next(d["spec"]["replicas"] for d in documents if (d["kind"], d["metadata"]["name"]) == ("StatefulSet", "ingest"))
            self.assertEqual({f"shard-{number}" for number in range(replicas)}, set(shards))
            symbols = ",".join(shards.values()).split(",")
            self.assertEqual(len(symbols), len(set(symbols)))

    def test_monitoring_is_the_same_as_elsewhere(self):
        script = project.DEPLOY / "scripts/monitoring-manifests"
        printed = project.documents(subprocess.run([script], check=True, capture_output=True, text=True).stdout)
        for file in (project.DEPLOY / "monitoring/rules").glob("*.yml"):
            rule = next(d for d in printed if d["metadata"]["name"] == f"lambda-{file.stem}")
            self.assertEqual(yaml.safe_load(file.read_text()), rule["spec"])
        for file in (project.DEPLOY / "monitoring/grafana/dashboards").glob("*.json"):
            board = next(d for d in printed if d["metadata"]["name"] == f"dashboard-{file.stem}")
            self.assertEqual(json.loads(file.read_text()), json.loads(board["data"][file.name]))

    def test_on_eks_nobody_gets_in_without_a_password(self):
        documents = {(d["kind"], d["metadata"]["name"]): d for d in self.overlays["eks"]}
        listeners = documents["Kafka", "lambda"]["spec"]["kafka"]["listeners"]
        self.assertTrue(all(listener["tls"] and listener["authentication"] for listener in listeners))
        search = documents["Elasticsearch", "lambda"]["spec"]
        self.assertNotIn("http", search)
        self.assertFalse([key for key in search["nodeSets"][0]["config"] if "anonymous" in key])
        options = next(d["data"] for d in self.overlays["eks"] if d["metadata"]["name"].startswith("lambda-options"))
        arguments = documents["FlinkDeployment", "speed-flink"]["spec"]["job"]["args"]
        given = {argument.split("=")[0]: argument.split("=", 1)[1] for argument in arguments}
        for variable in ("KAFKA", "KAFKA_PROPERTIES", "ELASTICSEARCH", "ELASTICSEARCH_USER", "ELASTICSEARCH_PASSWORD_FILE"):
            self.assertEqual(options["LAMBDA_" + variable], given[project.option_of("LAMBDA_" + variable)])
        script = (project.DEPLOY / "scripts/client-secret").read_text()
        for path in (options["LAMBDA_KAFKA_PROPERTIES"], options["LAMBDA_ELASTICSEARCH_PASSWORD_FILE"], "/secrets/trusted.p12"):
            self.assertTrue(path.startswith("/secrets/"))
            self.assertIn('--from-file="$folder/' + path.removeprefix("/secrets/"), script)
        for document in documents.values():
            for path, value in project.walk(document):
                # Every container of ours has what its options name.
                if path and path[-1] == "volumeMounts" and document["kind"] in WORKLOADS:
                    self.assertIn("/secrets", [mount["mountPath"] for mount in value], document["metadata"]["name"])

    def test_batch_subcommands_exist(self):
        text = "\n".join(project.sources("batch-spark"))
        for overlay, document in self.each("ScheduledSparkApplication"):
            command = document["spec"]["template"]["arguments"][0]
            subcommand = rf'\b(void|int) {re.escape(command)}\(|name = "{re.escape(command)}"'
            self.assertTrue(re.search(subcommand, text), command)


if __name__ == "__main__":
    unittest.main()
