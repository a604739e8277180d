"""Dockerfiles: what they copy exists, and they keep the rules of ours."""

import re
import unittest

import project


class Images(unittest.TestCase):
    def setUp(self):
        self.files = {path.name.removesuffix(".Dockerfile"): path.read_text() for path in (project.DEPLOY / "docker").glob("*.Dockerfile")}

    def test_there_is_one_of_each_program(self):
        self.assertEqual(set(project.MODULES), set(self.files))

    def test_base_images_are_pinned(self):
        for name, text in self.files.items():
            stages = re.findall(r"^FROM \S+ AS (\S+)", text, re.M)
            for image in re.findall(r"^FROM (\S+)", text, re.M):
                if image not in stages:
                    self.assertRegex(image, r":[^:]*\d+\.\d+", name)

    def test_programs_do_not_run_as_root(self):
        for name, text in self.files.items():
            program = text.split("FROM job AS cron")[0]
            self.assertNotIn(re.findall(r"^USER (\S+)", program, re.M)[-1], ("root", "0"), name)

    def test_health_and_labels_are_there(self):
        for name, text in self.files.items():
            self.assertIn("HEALTHCHECK", text, name)
            for label in ("title", "description", "version", "revision", "licenses"):
                self.assertIn(f"org.opencontainers.image.{label}=", text, name)

    def test_what_is_copied_exists_or_is_built(self):
        ignored = (project.ROOT / ".dockerignore").read_text()
        for name, text in self.files.items():
            for source in re.findall(r"^COPY (\S+) ", text, re.M):
                if "/target/" in source:
                    self.assertTrue(source.startswith(project.MODULES[name] + "/target/"), source)
                    artifact = re.match(r".*/target/(.*?)(-\$\{VERSION\}\.jar|/?$|\.jar$)", source).group(1)
                    pom = (project.ROOT / project.MODULES[name] / "pom.xml").read_text()
                    self.assertTrue(artifact == "lib" or artifact in pom, source)
                else:
                    self.assertTrue((project.ROOT / source).exists(), source)
                    self.assertTrue(any(source.startswith(line[1:]) for line in ignored.splitlines() if line[:1] == "!"), source)

    def test_main_classes_exist(self):
        for name, text in self.files.items():
            for main in re.findall(r"io\.cryptolambda\.[\w.]+Main", text):
                file = project.ROOT / project.MODULES[name] / "src/main/java" / (main.replace(".", "/") + ".java")
                self.assertTrue(file.exists(), main)

    def test_engines_are_those_of_the_build(self):
        pom = (project.ROOT / "pom.xml").read_text()
        versions = dict(re.findall(r"<([\w.]+\.version)>([^<]+)<", pom))
        self.assertIn(f"FROM flink:{versions['flink.version']}-", self.files["flink"])
        self.assertIn(f"flink-s3-fs-presto-{versions['flink.version']}.jar", self.files["flink"])
        self.assertIn(f"FROM spark:{versions['spark.version']}-", self.files["batch"])
        services = project.compose()["services"]
        self.assertEqual(f"apache/kafka:{versions['kafka.version']}", services["kafka"]["image"])
        self.assertEqual(f"elasticsearch:{versions['elasticsearch.version']}", services["elasticsearch"]["image"])


if __name__ == "__main__":
    unittest.main()
