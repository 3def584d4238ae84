using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using Rehearsal.Engine;
using Wire;

namespace SageMakerIam.Tests.Recordings;

/// <summary>A program that asks the engine what the recorded one asked, over the wire, and compares what it hears.</summary>
/// <param name="equivalents">What the account chooses now.</param>
internal sealed class RecordedProgram(Equivalents equivalents) : IPulumiProgram
{
    /// <summary>The recording that is next.</summary>
    public RecordedCommand? Command { get; set; }

    /// <summary>What it heard that is other than was recorded.</summary>
    public List<string> Differences { get; } = [];

    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
    {
        using var channel = EngineChannel.To(environment["PULUMI_MONITOR"]);
        var monitor = new ResourceMonitor.ResourceMonitorClient(channel);
        foreach (var call in Command!.Calls)
        {
            try
            {
                var answer = await AskAsync(monitor, call.Method, Now(call.Asks));
                Differences.AddRange(call.Gets is null
                    ? [$"{call.Subject}: got an answer, and had none"]
                    : equivalents.Differences(call.Subject, "", call.Gets, answer));
            }
            catch (RpcException refused)
            {
                // One that ends before it hears of it has no words for it.
                if (call.Gets is not null || (call.Error is not null && call.Error != refused.Status.Detail))
                {
                    Differences.Add($"{call.Subject}: failed with '{refused.Status.Detail}', and had '{call.Error}'");
                }

                return new ProgramExit(1, refused.Status.Detail);
            }
        }

        var log = new Pulumirpc.Engine.EngineClient(channel);
        foreach (var message in Command.ProgramSays)
        {
            await log.LogAsync(new LogRequest { Severity = LogSeverity.Error, Message = message });
        }

        return new ProgramExit(Command.ProgramSays.Any() ? 1 : 0, "");
    }

    private JsonObject Now(JsonObject asks) => JsonNode.Parse(equivalents.Now(asks.ToJsonString(Unescaped)))!.AsObject();

    private static async Task<JsonObject> AskAsync(ResourceMonitor.ResourceMonitorClient monitor, string method, JsonObject asks)
    {
        switch (method)
        {
            case "registerResource":
                var registered = await monitor.RegisterResourceAsync(Registration(asks));
                return Answer(
                    ("urn", registered.Urn),
                    ("id", registered.Id is { Length: > 0 } id ? id : null),
                    ("result", registered.Result == Result.Success ? null : (int)registered.Result),
                    ("unknown", registered.Unknown ? true : null),
                    ("object", ToJson(registered.Object)));
            case "readResource":
                var read = await monitor.ReadResourceAsync(new ReadResourceRequest
                {
                    Id = (string)asks["id"]!,
                    Type = (string)asks["type"]!,
                    Name = (string)asks["name"]!,
                    Parent = (string?)asks["parent"] ?? "",
                    AcceptSecrets = true,
                    AcceptResources = true,
                    Properties = ToStruct(asks["properties"]),
                });
                return Answer(("urn", read.Urn), ("properties", ToJson(read.Properties)));
            case "invoke":
                var invoked = await monitor.InvokeAsync(new ResourceInvokeRequest
                {
                    Tok = (string)asks["tok"]!,
                    Version = (string)asks["version"]!,
                    AcceptResources = true,
                    Args = ToStruct(asks["args"]),
                });
                return Answer(("return", ToJson(invoked.Return)));
            case "registerResourceOutputs":
                await monitor.RegisterResourceOutputsAsync(
                    new RegisterResourceOutputsRequest { Urn = (string)asks["urn"]!, Outputs = ToStruct(asks["outputs"]) });
                return [];
            default:
                await monitor.SignalAndWaitForShutdownAsync(new Empty());
                return [];
        }
    }

    private static RegisterResourceRequest Registration(JsonObject asks)
    {
        var request = new RegisterResourceRequest
        {
            Type = (string)asks["type"]!,
            Name = (string)asks["name"]!,
            Parent = (string?)asks["parent"] ?? "",
            Custom = (bool?)asks["custom"] ?? false,
            Version = (string?)asks["version"] ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Object = ToStruct(asks["object"]),
        };
        request.Dependencies.Add(Texts(asks["dependenciesList"]));
        request.AdditionalSecretOutputs.Add(Texts(asks["additionalsecretoutputsList"]));
        request.ReplaceOnChanges.Add(Texts(asks["replaceonchangesList"]));
        foreach (var entry in asks["propertydependenciesMap"] as JsonArray ?? [])
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { Texts(entry![1]!["urnsList"]) } };
            request.PropertyDependencies[(string)entry[0]!] = dependencies;
        }

        return request;
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => (string)text!);

    private static JsonObject Answer(params (string Name, JsonNode? Value)[] fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static Struct ToStruct(JsonNode? json) => Struct.Parser.ParseJson(json?.ToJsonString() ?? "{}");

    private static JsonNode? ToJson(Struct? properties) => JsonNode.Parse((properties ?? new Struct()).ToString());

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
