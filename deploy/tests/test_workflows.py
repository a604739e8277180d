"""The workflows' structure; actionlint does more where it is installed."""

import re
import unittest

import yaml

import project

FOLDER = project.ROOT / ".github/workflows"


class Workflows(unittest.TestCase):
    def setUp(self):
        self.texts = {path.name: path.read_text() for path in FOLDER.glob("*.yml")}
        # YAML 1.1 reads the key "on" as true.
        self.files = {name: yaml.safe_load(text.replace("\non:", "\n'on':")) for name, text in self.texts.items()}

    def test_the_three_are_there(self):
        self.assertEqual({"build.yml", "images.yml", "faults.yml"}, set(self.files))

    def test_each_has_what_a_workflow_needs(self):
        for name, file in self.files.items():
            self.assertLessEqual({"name", "on", "permissions", "jobs"}, set(file), name)
            for job, body in file["jobs"].items():
                self.assertLessEqual({"runs-on", "steps", "timeout-minutes"}, set(body), f"{name} {job}")
                for needed in [body["needs"]] if "needs" in body else []:
                    self.assertIn(needed, file["jobs"])
                for step in body["steps"]:
                    self.assertEqual(1, len({"uses", "run"} & set(step)), f"{name} {job}: {step}")

    def test_actions_are_pinned(self):
        for name, text in self.texts.items():
            for action in re.findall(r"uses: (\S+)", text):
                self.assertRegex(action, r"^[\w-]+/[\w-]+@v\d+$", name)

    def test_nothing_may_write_but_what_pushes_images(self):
        for name, file in self.files.items():
            self.assertEqual({"contents": "read"}, file["permissions"], name)
            for job, body in file["jobs"].items():
                self.assertTrue("permissions" not in body or (name, job) == ("images.yml", "image"))

    def test_outputs_used_are_of_a_step(self):
        for name, file in self.files.items():
            for job, body in file["jobs"].items():
                ids = {step["id"] for step in body["steps"] if "id" in step}
                self.assertLessEqual(set(re.findall(r"steps\.(\w+)\.outputs", str(body))), ids, f"{name} {job}")

    def test_the_build_is_readme_s_command(self):
        steps = self.files["build.yml"]["jobs"]["test"]["steps"]
        self.assertIn("mvn verify", (project.ROOT / "README.md").read_text())
        self.assertTrue(any(re.fullmatch(r"mvn [-\w ]*verify", step.get("run", "")) for step in steps))

    def test_every_image_is_built_on_a_tag(self):
        matrix = self.files["images.yml"]["jobs"]["image"]["strategy"]["matrix"]["include"]
        self.assertEqual(set(project.MODULES), {entry["file"] for entry in matrix})
        text = (project.DEPLOY / "docker/batch.Dockerfile").read_text()
        for entry in matrix:
            if "target" in entry:
                self.assertRegex(text, rf"(?m)^FROM \S+ AS {entry['target']}$")

    def test_provenance_is_written(self):
        text = self.texts["images.yml"]
        for part in ("provenance: mode=max", "sbom: true", "actions/attest-build-provenance@", "id-token: write", "attestations: write"):
            self.assertIn(part, text)


if __name__ == "__main__":
    unittest.main()
