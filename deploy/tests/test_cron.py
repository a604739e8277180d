"""The crontab: what cron will read, and the jobs that it starts."""

import re
import unittest

import project


class Crontab(unittest.TestCase):
    def setUp(self):
        self.text = (project.DEPLOY / "cron/crontab").read_text()
        self.jobs = [line.split(None, 6) for line in self.text.splitlines() if re.match(r"[*\d]", line)]

    def test_every_line_is_a_schedule_a_user_and_a_command(self):
        self.assertEqual(2, len(self.jobs))
        for job in self.jobs:
            for field in job[:5]:
                self.assertRegex(field, r"^(\*(/\d+)?|\d+)$")
            self.assertEqual("spark", job[5])
        # cron ignores a last line without its end.
        self.assertTrue(self.text.endswith("\n"))

    def test_jobs_are_the_script_s(self):
        script = (project.DEPLOY / "cron/batch.sh").read_text()
        image = (project.DEPLOY / "docker/batch.Dockerfile").read_text()
        self.assertIn("COPY deploy/cron/batch.sh /opt/lambda/batch.sh", image)
        for job in self.jobs:
            command = re.search(r"/opt/lambda/batch\.sh (\w+)", job[6]).group(1)
            self.assertRegex(script, rf"\b{command}\b")

    def test_percent_signs_are_not_there(self):
        # cron makes line ends of them.
        for job in self.jobs:
            self.assertNotIn("%", job[6])

    def test_the_environment_is_where_the_entry_point_writes_it(self):
        environment = re.search(r"^BASH_ENV=(.*)$", self.text, re.M).group(1)
        entry = (project.DEPLOY / "cron/start-cron").read_text()
        folder = re.search(r"^readonly folder=(.*)$", entry, re.M).group(1)
        self.assertEqual(environment, folder + "/environment")
        self.assertIn('> "$folder/environment"', entry)


if __name__ == "__main__":
    unittest.main()
