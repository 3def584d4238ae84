// Resource monitors and engines made of Pulumi's own stubs. A line of standard input, `up` or `preview`, opens one for a program, on
// a port of its own: the first line printed is its address, each one after it a call that was sent there, as JSON. The line `end`
// closes it, and is printed as the last one: what the program still says afterwards reaches nobody, and no other program's monitor.
import { promisify } from "node:util";
import readline from "node:readline";
import grpc from "@grpc/grpc-js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import engineService from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import resource from "@pulumi/pulumi/proto/resource_pb.js";
import resourceService from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

const secret = (value) => ({ [SIGNATURE]: SECRET, value });
const toStruct = (value) => struct.Struct.fromJavaScript(value);

/** A message as plain JSON: structs as what they hold, maps as objects. */
function plain(request) {
  const fields = request.toObject();
  for (const name of ["object", "properties", "args", "outputs"]) {
    const getter = `get${name[0].toUpperCase()}${name.slice(1)}`;
    if (typeof request[getter] === "function") {
      fields[name] = request[getter]()?.toJavaScript();
    }
  }
  for (const name of Object.keys(fields).filter((key) => key.endsWith("Map"))) {
    fields[name.slice(0, -"Map".length)] = Object.fromEntries(fields[name]);
    delete fields[name];
  }
  return fields;
}

function urn({ type, name, parent }) {
  const parentType = parent ? parent.split("::")[2] : "";
  const qualified = parentType && parentType !== "pulumi:pulumi:Stack" ? `${parentType}$${type}` : type;
  return `urn:pulumi:dev::wire::${qualified}::${name}`;
}

/** A provider that gives back its inputs, an ARN, and the outputs that the program calls secret. */
function register(request, isPreview) {
  const response = new resource.RegisterResourceResponse();
  response.setUrn(urn(request));
  const outputs = { ...request.object };
  if (request.custom && !isPreview) {
    response.setId(request.importid || `${request.name}-id`);
    outputs.name ??= request.name;
    outputs.arn = `arn:aws:test:::${request.name}`;
    outputs.createDate = "2020-01-01T00:00:00Z";
    for (const name of request.additionalsecretoutputsList) {
      outputs[name] = secret(`${name} of ${request.name}`);
    }
  }
  response.setObject(toStruct(outputs));
  return response;
}

function read(request) {
  const response = new resource.ReadResourceResponse();
  response.setUrn(urn(request));
  response.setProperties(toStruct({
    ...request.properties,
    outputs: { roleArn: "arn:aws:iam::123456789012:role/shared" },
    secretOutputNames: [],
  }));
  return response;
}

function invoke(request) {
  const response = new resource.ResourceInvokeResponse();
  if (request.args.id === "refused") {
    const failure = new provider.CheckFailure();
    failure.setProperty("id");
    failure.setReason("not an id");
    response.addFailures(failure);
  } else {
    response.setReturn(toStruct({
      accountId: "123456789012", arn: "arn:aws:iam::123456789012:root", id: "123456789012", userId: "AIDA", partition: "aws",
    }));
  }
  return response;
}

const nothing = () => new empty.Empty();

/** Opens a monitor for one program; it prints each call, then answers it. */
async function open(isPreview) {
  let isOpen = true;
  const serve = (method, answer) => (call, callback) => {
    const request = plain(call.request);
    if (isOpen) {
      process.stdout.write(`${JSON.stringify({ method, request })}\n`);
    }
    try {
      callback(null, answer(request, isPreview));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, message: error.message });
    }
  };

  const server = new grpc.Server();
  server.addService(resourceService.ResourceMonitorService, {
    supportsFeature: serve("SupportsFeature", () => {
      const response = new resource.SupportsFeatureResponse();
      response.setHassupport(true);
      return response;
    }),
    registerResource: serve("RegisterResource", register),
    readResource: serve("ReadResource", read),
    invoke: serve("Invoke", invoke),
    registerResourceOutputs: serve("RegisterResourceOutputs", nothing),
    signalAndWaitForShutdown: serve("SignalAndWaitForShutdown", nothing),
  });
  server.addService(engineService.EngineService, { log: serve("Log", nothing) });
  const port = await promisify(server.bindAsync.bind(server))("127.0.0.1:0", grpc.ServerCredentials.createInsecure());
  return {
    address: `127.0.0.1:${port}`,
    close() {
      isOpen = false;
      server.forceShutdown();
    },
  };
}

let monitor;
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (line === "end") {
    monitor.close();
  } else {
    monitor = await open(line === "preview");
  }
  process.stdout.write(line === "end" ? "end\n" : `${monitor.address}\n`);
}
process.exit();
