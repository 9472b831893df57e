// Finds what is wrong with documents that programs read: a JSON array of [kind, name, text]. Writes a JSON array of
// faults.
import { check } from "@placemarkio/check-geojson";
import jsonld from "jsonld";
import { RelaxNGValidator, XmlDocument, XsdValidator } from "libxml2-wasm";
import { readFileSync } from "node:fs";
import ts from "typescript";

const here = (name) => new URL(name, import.meta.url);

function validated(validator, text) {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

const schema = (name) => XmlDocument.fromString(readFileSync(here(name), "utf8"));
const atom = RelaxNGValidator.fromDoc(schema("atom.rng"));
const sitemap = XsdValidator.fromDoc(schema("sitemap.xsd"));

// The words of schema.org as types: a property or a value that there is not does not compile.
function misused(blocks) {
  const types = "Event | City | GovernmentOrganization | BreadcrumbList | Dataset";
  const source = [
    'import type { BreadcrumbList, City, Dataset, Event, GovernmentOrganization, WithContext } from "schema-dts";',
    ...blocks.map(([name, text], place) => {
      const type = JSON.parse(text)["@type"];
      return `export const block${place}: WithContext<Extract<${types}, { "@type": "${type}" }>> = ${text}; // ${name}`;
    }),
  ].join("\n");
  const file = here("structured-data.ts").pathname;
  const options = { noEmit: true, strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, types: [] };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? source : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, source, ts.ScriptTarget.ESNext) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((fault) => {
    const line = fault.file && fault.start ? fault.file.getLineAndCharacterOfPosition(fault.start).line - 1 : 0;
    return `${blocks[line]?.[0] ?? file}: ${ts.flattenDiagnosticMessageText(fault.messageText, " ")}`;
  });
}

const checks = {
  atom: (text) => validated(atom, text),
  sitemap: (text) => validated(sitemap, text),
  geojson: (text) => check(text),
  // Safe: whatever a context does not know is a fault, where it would be dropped otherwise.
  jsonld: (text) => jsonld.toRDF(JSON.parse(text), { safe: true }),
};

const documents = JSON.parse(readFileSync(0, "utf8"));
const faults = misused(documents.filter(([kind]) => kind === "schema.org").map(([, name, text]) => [name, text]));
for (const [kind, name, text] of documents.filter(([kind]) => kind !== "schema.org")) {
  try {
    await checks[kind](text);
  } catch (error) {
    faults.push(`${name}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(faults));
