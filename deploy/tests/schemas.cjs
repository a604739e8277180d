// Manifests (a JSON array on standard input) against the published schemas of Kubernetes itself, KEDA and the Prometheus
// operator, from npm's packages kubernetes-models, @kubernetes-models/keda and @kubernetes-models/prometheus-operator, found by
// NODE_PATH. Kinds of other operators are named and left out.
const fs = require("fs");
const path = require("path");

const PACKAGES = { "keda.sh": "@kubernetes-models/keda", "monitoring.coreos.com": "@kubernetes-models/prometheus-operator" };

function model({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  const root = path.dirname(require.resolve(`${PACKAGES[group] ?? "kubernetes-models"}/package.json`));
  const file = [group, group.replace(".k8s.io", "")]
    .map((folder) => path.join(root, folder, version, `${kind}.js`))
    .find((candidate) => fs.existsSync(candidate));
  return file && require(file)[kind];
}

let valid = 0;
let invalid = 0;
const without = new Set();
for (const manifest of JSON.parse(fs.readFileSync(0, "utf8"))) {
  const Model = model(manifest);
  if (!Model) {
    without.add(manifest.kind);
    continue;
  }
  try {
    new Model(manifest).validate();
    valid += 1;
  } catch (error) {
    invalid += 1;
    console.log(`${manifest.kind} ${manifest.metadata.name}: ${error.message}`);
  }
}
console.log(`${valid} valid, ${invalid} invalid; without a schema: ${[...without].join(", ")}`);
process.exit(invalid === 0 && valid > 0 ? 0 : 1);
