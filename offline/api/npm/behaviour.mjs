// Sees what no declaration says, by running the packages' own code on a stand-in for @pulumi/pulumi that keeps what it is given.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

const StandIn = `
  class Resource { constructor(token, name, inputs, options) { Object.assign(this, { token, inputs, options }); } }
  module.exports = {
    CustomResource: Resource,
    ProviderResource: class extends Resource { constructor(name, ...rest) { super("pulumi:providers:" + name, ...rest); } },
    mergeOptions: (first, second) => ({ ...first, ...second }),
    output: value => ({ apply: () => ({ json: value }) }),
    runtime: { invoke: token => token },
    secret: value => ({ secret: value }),
  };`;

/** Puts the stand-in where packages that are unpacked in a folder find it. */
export function standInForTheSdk(folder) {
  const sdk = join(folder, "node_modules/@pulumi/pulumi");
  mkdirSync(sdk, { recursive: true });
  writeFileSync(join(sdk, "index.js"), StandIn);
  writeFileSync(join(sdk, "runtime.js"), "");
}

/** The token that a function is invoked by. */
export const invoked = (file, name) => require(file)[name[0].toLowerCase() + name.slice(1)]({});

/** What the constructor of a resource adds to the arguments that it is given. */
export function constructor(file, name) {
  utilitiesOf(file).getEnv = (...variables) => ({ variables });
  const Resource = require(file)[name];
  const given = new Resource("it", new Proxy({}, { get: (_, property) => ({ property }) }), {});
  // A URN spares what is required.
  const nothingGiven = new Resource("it", {}, { urn: "urn" });
  const namesOf = isWanted => Object.keys(given.inputs).filter(input => given.inputs[input] !== undefined && isWanted(given.inputs[input]));
  const defaults = Object.entries(nothingGiven.inputs).map(([input, value]) => [input, value && "json" in value ? value.json : value]);
  return {
    token: given.token,
    secretOutputs: given.options.additionalSecretOutputs ?? [],
    secretInputs: namesOf(value => "secret" in value),
    jsonInputs: namesOf(value => "json" in value),
    defaults: Object.fromEntries(defaults.filter(([, value]) => value !== undefined)),
  };
}

function utilitiesOf(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    try {
      return require(join(folder, "utilities.js"));
    } catch (missing) {
      if (missing.code !== "MODULE_NOT_FOUND") {
        throw missing;
      }
    }
  }
}
