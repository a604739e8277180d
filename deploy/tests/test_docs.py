"""What the documents point to exists."""

import re
import unittest

import project

DOCUMENTS = [
    "README.md", "SECURITY.md", "deploy/eks/README.md", "docs/architecture.md", "docs/configuration.md", "docs/contract.md",
    "docs/data.md", "docs/operations.md",
]  # fmt: skip


class Documents(unittest.TestCase):
    def texts(self):
        for name in DOCUMENTS:
            yield project.ROOT / name, (project.ROOT / name).read_text()

    def test_links_lead_somewhere(self):
        for file, text in self.texts():
            for link in re.findall(r"\]\(([^)#]+)", text):
                if "://" not in link:
                    self.assertTrue((file.parent / link).exists(), f"{file.name}: {link}")

    def test_paths_named_exist(self):
        for file, text in self.texts():
            for path in re.findall(r"(?<![\w/.])((?:deploy|docs|\.github)/[\w./-]*\w)", text):
                self.assertTrue((project.ROOT / path).exists(), f"{file.name}: {path}")

    def test_options_named_are_those_of_the_script(self):
        script = (project.DEPLOY / "scripts/submit-flink-job").read_text()
        operations = (project.ROOT / "docs/operations.md").read_text()
        for option in ("--dashboard=", "--jar=", "--from=", "--fresh", "--checkpoints=", "--parallelism="):
            self.assertIn(option.rstrip("="), operations)
            self.assertIn(f"    {option}", script)

    def test_no_secret_and_no_path_of_a_machine_is_in_the_deployment(self):
        for file in project.DEPLOY.rglob("*"):
            if file.is_file() and not {"__pycache__", "target"} & set(file.parts) and file.name != "test_docs.py":
                self.assertFalse(re.search(r"AKIA[0-9A-Z]{16}|/root/|/home/\w", file.read_text()), file)


if __name__ == "__main__":
    unittest.main()
