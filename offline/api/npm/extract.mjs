// Writes what the npm packages of the providers declare of the types in the listings: pulumi-aws.json and pulumi-random.json.
// They are generated from the same schemas as the NuGet packages, whose versions Directory.Packages.props has.
//
//   npm ci && node extract.mjs            writes the files; to be run when a listing or a version has changed
//   npm ci && node extract.mjs --check    says whether they are what the packages declare, and exits with 1 if they are not
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constructor, invoked, standInForTheSdk } from "./behaviour.mjs";
import { isDeclared, members } from "./declarations.mjs";

const here = import.meta.dirname;
const versions = readFileSync(join(here, "../../../Directory.Packages.props"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "pulumi-npm-"));
try {
  standInForTheSdk(folder);
  for (const name of ["Aws", "Random"]) {
    const file = join(here, `pulumi-${name.toLowerCase()}.json`);
    const text = `${JSON.stringify(extract(name), null, 1)}\n`;
    if (!process.argv.includes("--check")) {
      writeFileSync(file, text);
    } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
      process.exitCode = 1;
      console.error(`${file} is not what the package declares. Write it: node extract.mjs`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

function extract(name) {
  const version = versions.match(new RegExp(`"Pulumi\\.${name}" Version="([^"]+)"`))[1];
  const unpacked = unpack(`@pulumi/${name.toLowerCase()}`, version);
  const listing = readFileSync(join(here, `../Pulumi.${name}.txt`), "utf8");
  const types = [...listing.matchAll(/^(?:sealed |static )?class (\S+)/gm)].map(line => line[1]);
  // Of a type that signatures name and nothing makes or reads, the listing has no member but the constructor.
  const hasMembers = type => new RegExp(`^(static )?${type}\\.(?!ctor\\()`, "m").test(listing);
  return { version, types: Object.fromEntries(types.map(type => [type, hasMembers(type) ? describe(unpacked, type) : {}])) };
}

function unpack(name, version) {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, `${name}@${version}`], { encoding: "utf8" }).trim();
  const unpacked = join(folder, name.split("/")[1]);
  mkdirSync(unpacked);
  execFileSync("tar", ["-xzf", join(folder, packed), "-C", unpacked, "--strip-components=1"]);
  return unpacked;
}

// What Pulumi.Aws.SecretsManager.SecretVersionArgs is in C#, is SecretVersionArgs of secretsmanager/secretVersion in TypeScript;
// Pulumi.Aws.Inputs.ProviderAssumeRoleArgs is ProviderAssumeRole of types/input.
function describe(unpacked, type) {
  const [, , ...path] = type.split(".");
  const name = path.pop();
  const isInput = path.at(-1) === "Inputs";
  if (isInput || path.at(-1) === "Outputs") {
    const namespace = path.slice(0, -1).join(".").toLowerCase();
    const declared = name.replace(isInput ? /Args$/ : /Result$/, "");
    return { properties: members(join(unpacked, "types", isInput ? "input.d.ts" : "output.d.ts"), declared, namespace) };
  }

  const module = path.join("/").toLowerCase();
  const owner = name.replace(/(Invoke)?Args$|Result$/, "");
  const file = readdirSync(join(unpacked, module)).find(file => file.toLowerCase() === `${owner}.d.ts`.toLowerCase());
  const declarations = join(unpacked, module, file);
  const code = declarations.replace(/\.d\.ts$/, ".js");
  if (name === owner && name.startsWith("Get")) {
    return { token: invoked(code, name) };
  }

  const declared = name.replace(/InvokeArgs$/, "OutputArgs");
  const properties = isDeclared(declarations, declared) ? members(declarations, declared) : {};
  const { token, secretOutputs, secretInputs, jsonInputs, defaults } = owner.startsWith("Get") ? {} : constructor(code, owner);
  return name === owner ? { token, secretOutputs, properties }
    : name === `${owner}Args` && token ? { secretInputs, jsonInputs, defaults, properties }
    : { properties };
}
