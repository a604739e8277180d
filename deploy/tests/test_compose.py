"""docker-compose.yml: every image, port, variable and path that it names exists in the project."""

import re
import unittest

import project


class Compose(unittest.TestCase):
    def setUp(self):
        self.file = project.compose()
        self.services = self.file["services"]

    def ours(self):
        for service, body in self.services.items():
            if body["image"].startswith("crypto-lambda/"):
                yield service, re.match(r"crypto-lambda/([a-z]+)", body["image"]).group(1), body

    def test_our_images_have_a_dockerfile(self):
        for service, name, body in self.ours():
            if "build" in body:
                self.assertEqual(f"deploy/docker/{name}.Dockerfile", body["build"]["dockerfile"], service)
                self.assertTrue((project.ROOT / body["build"]["dockerfile"]).exists())

    def test_other_images_are_pinned(self):
        for service, body in self.services.items():
            if not body["image"].startswith("crypto-lambda/"):
                self.assertRegex(body["image"], r":(RELEASE\.)?v?\d+[\d.-]+\w*", service)

    def test_every_option_passed_is_one_of_the_program(self):
        for service, name, body in self.ours():
            known = project.options(name) | ({"--spark-master", "--spark-memory"} if name == "batch" else set())
            for variable in body.get("environment", {}):
                if variable.startswith("LAMBDA_"):
                    self.assertIn(project.option_of(variable), known, service)
        arguments = self.services["flink-job"]["command"]
        for argument in arguments[arguments.index("--") + 1 :]:
            self.assertIn(argument.split("=")[0], project.options("flink"))

    def test_every_variable_is_documented(self):
        example = (project.ROOT / ".env.example").read_text()
        for variable in set(re.findall(r"\$\{(\w+)", (project.ROOT / "docker-compose.yml").read_text())):
            self.assertRegex(example, rf"(?m)^#{variable}=", variable)

    def test_secrets_have_no_default(self):
        text = (project.ROOT / "docker-compose.yml").read_text()
        for found in re.findall(r"\$\{\w*(?:PASSWORD|SECRET)\w*([^}]*)\}", text):
            self.assertTrue(found.startswith(":?"), found)

    def test_every_path_mounted_exists(self):
        volumes = set(self.file["volumes"])
        for service, body in self.services.items():
            for mount in body.get("volumes", []):
                source = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", mount).split(":")[0]
                if source.startswith("./"):
                    self.assertTrue((project.ROOT / source).exists() or source in ("./replay", "./import"), service)
                else:
                    self.assertIn(source, volumes, service)

    def test_published_ports_are_on_loopback_unless_told(self):
        for service, body in self.services.items():
            for port in body.get("ports", []):
                self.assertTrue(port.startswith("${BIND_ADDRESS:-127.0.0.1}:"), service)

    def test_our_ports_are_those_of_the_programs(self):
        for service, name, body in self.ours():
            for port in body.get("ports", []):
                file = "flink" if name == "flink" else name
                exposed = re.search(r"^EXPOSE (.*)$", (project.DEPLOY / f"docker/{file}.Dockerfile").read_text(), re.M).group(1)
                self.assertIn(port.split(":")[-1], exposed.split(), service)

    def test_every_service_is_limited_and_long_running_ones_watched(self):
        for service, body in self.services.items():
            self.assertIn("mem_limit", body, service)
            self.assertTrue(re.fullmatch(r"\d+[mg]", body["mem_limit"]), service)

    def test_our_programs_are_confined(self):
        for service, _, body in self.ours():
            self.assertTrue(body["read_only"], service)
            self.assertEqual(["ALL"], body["cap_drop"], service)
            self.assertIn("no-new-privileges:true", body["security_opt"], service)

    def test_dependencies_are_services_of_the_same_profile(self):
        for service, body in self.services.items():
            for other in body.get("depends_on", {}):
                self.assertIn(other, self.services, service)
                self.assertLessEqual(set(self.services[other].get("profiles", [])), set(body.get("profiles", [])) , service)


if __name__ == "__main__":
    unittest.main()
