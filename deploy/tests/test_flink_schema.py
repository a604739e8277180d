"""FlinkDeployment against the Flink operator's own schema, from its jar on Maven Central, where it and jsonschema are there.

mvn dependency:get -Dartifact=org.apache.flink:flink-kubernetes-operator-api:1.10.0 -Dtransitive=false
"""

import os
import pathlib
import shutil
import unittest
import zipfile

import yaml

import project

JAR = pathlib.Path(
    os.environ.get("FLINK_OPERATOR_API_JAR")
    or pathlib.Path.home()
    / ".m2/repository/org/apache/flink/flink-kubernetes-operator-api/1.10.0/flink-kubernetes-operator-api-1.10.0.jar"
)

try:
    import jsonschema
except ImportError:
    jsonschema = None


def refuse_unknown(schema):
    """An API server drops fields that it does not know; here they are errors."""
    for _, node in list(project.walk(schema)):
        if isinstance(node, dict):
            if node.get("x-kubernetes-int-or-string"):
                node.pop("type", None)
            if isinstance(node.get("properties"), dict) and not node.get("x-kubernetes-preserve-unknown-fields"):
                node.setdefault("additionalProperties", False)


@unittest.skipUnless(JAR.exists() and jsonschema and shutil.which("kubectl"), "needs the operator's jar, jsonschema and kubectl")
class FlinkSchema(unittest.TestCase):
    def test_the_job_s_cluster_is_what_the_operator_reads(self):
        text = zipfile.ZipFile(JAR).read("META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        spec = yaml.load(text, Loader=loader)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["spec"]
        refuse_unknown(spec)
        for overlay in ("local", "eks"):
            for document in project.rendered(overlay):
                if document["kind"] == "FlinkDeployment":
                    errors = jsonschema.Draft7Validator(spec).iter_errors(document["spec"])
                    self.assertEqual([], [f"{list(error.absolute_path)}: {error.message[:200]}" for error in errors])


if __name__ == "__main__":
    unittest.main()
