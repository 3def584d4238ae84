using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using Rehearsal.Engine;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.Recorded;

/// <summary>
/// An update of this repository's program as Pulumi's engine 3.274.1 ran it, with an AWS provider and an emulated account behind it: the
/// program is run again, and given the same answers. What is recorded is what the program asked and heard, without the documents.
/// </summary>
internal sealed class RecordedUpdate : ResourceMonitor.ResourceMonitorBase
{
    private readonly JsonObject recording;
    private readonly ProgramLog log = new(() => "");
    private readonly string[] keys;
    private Struct? outputs;

    private RecordedUpdate(string name, string[] keys)
    {
        var file = Path.Combine(RepositoryFolder.Path, "tests", "Rehearsal", "Recorded", $"{name}.json");
        recording = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        this.keys = keys;
    }

    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>The errors that the program logged.</summary>
    public IEnumerable<string> Errors => log.Errors;

    /// <summary>The stack's outputs as JSON text, secrets and unknowns as they are on the wire.</summary>
    public string Outputs => outputs!.ToString();

    /// <summary>Runs the program again.</summary>
    /// <param name="name">The recording.</param>
    /// <param name="keys">The ids of the access keys that the user has, if the recording does not say.</param>
    public static async Task<RecordedUpdate> RunAsync(string name, params string[] keys)
    {
        var update = new RecordedUpdate(name, keys);
        var server = await EngineServer.StartAsync(update, update.log);
        await using (server)
        {
            update.ExitCode = (await new WarmProgram().RunAsync(update.Environment(server.Address))).Code;
        }

        return update;
    }

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = true });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
    {
        // What the program registers since then is answered as what an update was told to skip.
        var answer = recording["registrations"]?[request.Name] ?? new JsonObject
        {
            ["urn"] = Urn.Create("dev", "sagemaker-iam", request.Parent, request.Type, request.Name),
            ["unknown"] = true,
        };
        return Task.FromResult(new RegisterResourceResponse
        {
            Urn = (string?)answer["urn"],
            Id = (string?)answer["id"] ?? "",
            Object = ToStruct(answer["object"]),
            Result = (Result)((int?)answer["result"] ?? 0),
            Unknown = (bool?)answer["unknown"] ?? false,
        });
    }

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new ReadResourceResponse
        {
            Urn = $"urn:pulumi:dev::sagemaker-iam::{request.Type}::{request.Name}",
            Properties = ToStruct(new JsonObject
            {
                ["name"] = request.Id,
                ["outputs"] = recording["outputs"]!.DeepClone(),
                ["secretOutputNames"] = new JsonArray(),
            }),
        });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Task.FromResult(new ResourceInvokeResponse
        {
            Return = request.Tok switch
            {
                "pulumi:pulumi:readStackResourceOutputs" => ToStruct(new JsonObject { ["outputs"] = State() }),
                "aws:iam/getAccessKeys:getAccessKeys" when recording["functions"]![request.Tok] is null => ToStruct(new JsonObject
                {
                    ["accessKeys"] = new JsonArray(
                        [.. keys.Select(key => new JsonObject { ["accessKeyId"] = key, ["status"] = "Active" })]),
                }),
                _ => ToStruct(recording["functions"]![request.Tok]),
            },
        });

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        if (Urn.Type(request.Urn) == Urn.StackType)
        {
            outputs = request.Outputs;
        }

        return Task.FromResult(new Empty());
    }

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(request);

    private static Struct ToStruct(JsonNode? json) => Struct.Parser.ParseJson(json?.ToJsonString() ?? "{}");

    // What was there before is what was answered with an id; no recorded update made anything new.
    private JsonObject State() => new(recording["registrations"]!.AsObject()
        .Where(registration => registration.Value!["id"] is not null || registration.Key == "sagemaker-iam-dev")
        .Select(registration => KeyValuePair.Create((string)registration.Value!["urn"]!, (JsonNode?)new JsonObject
        {
            ["type"] = Urn.Type((string)registration.Value["urn"]!),
            ["outputs"] = (registration.Value["object"] ?? recording["outputs"])!.DeepClone(),
        })));

    private ImmutableDictionary<string, string> Environment(string address) => new Dictionary<string, string>
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_PROJECT"] = "sagemaker-iam",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_ORGANIZATION"] = "organization",
        ["PULUMI_DRY_RUN"] = "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
    }.ToImmutableDictionary().AddRange(new ProgramConfig(recording["settings"]!.AsObject().ToImmutableSortedDictionary(
        setting => setting.Key, setting => setting.Value is JsonValue text ? (string)text! : setting.Value!.ToJsonString())).Variables);
}
