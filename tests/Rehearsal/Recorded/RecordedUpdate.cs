using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Rehearsal.Engine;
using Wire;
using Wire.Protocol;

namespace SageMakerIam.Tests.Rehearsal.Recorded;

/// <summary>
/// An update of this repository's program as Pulumi's engine 3.274.1 ran it, with an AWS provider and an emulated account behind it: the
/// program is run again, and given the same answers. What is recorded is what the program asked and heard, without the documents.
/// </summary>
internal sealed class RecordedUpdate
{
    private readonly JsonObject recording;
    private readonly ConcurrentQueue<LogRequest> logged = new();
    private Struct? outputs;

    private RecordedUpdate(string name) => recording = JsonNode.Parse(
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "Rehearsal", "Recorded", $"{name}.json")))!.AsObject();

    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>The errors that the program logged.</summary>
    public IEnumerable<string> Errors => logged.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message);

    /// <summary>The stack's outputs as JSON text, secrets and unknowns as they are on the wire.</summary>
    public string Outputs => outputs!.ToString();

    /// <summary>Runs the program again.</summary>
    /// <param name="name">The recording.</param>
    /// <param name="keys">The ids of the access keys that the user has, if the recording does not say.</param>
    public static async Task<RecordedUpdate> RunAsync(string name, params string[] keys)
    {
        var update = new RecordedUpdate(name);
        var server = await GrpcServer.StartAsync(
            Method(
                "ResourceMonitor/SupportsFeature", SupportsFeatureRequest.Parser, _ => new SupportsFeatureResponse { HasSupport = true }),
            Method("ResourceMonitor/RegisterResource", RegisterResourceRequest.Parser, update.Register),
            Method("ResourceMonitor/ReadResource", ReadResourceRequest.Parser, update.Read),
            Method("ResourceMonitor/Invoke", ResourceInvokeRequest.Parser, request => update.Call(request.Tok, keys)),
            Method("ResourceMonitor/RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, update.RegisterOutputs),
            Method("ResourceMonitor/SignalAndWaitForShutdown", Empty.Parser, empty => empty),
            Method("Engine/Log", LogRequest.Parser, update.Log),
            Method("Engine/GetRootResource", GetRootResourceRequest.Parser, _ => new GetRootResourceResponse()),
            Method("Engine/SetRootResource", SetRootResourceRequest.Parser, _ => new SetRootResourceResponse()),
            Method("Engine/RequirePulumiVersion", RequirePulumiVersionRequest.Parser, _ => new RequirePulumiVersionResponse()));
        await using (server)
        {
            update.ExitCode = (await new WarmProgram().RunAsync(update.Environment(server.Address))).Code;
        }

        return update;
    }

    private static GrpcMethod Method<TRequest, TResponse>(string path, MessageParser<TRequest> parser, Func<TRequest, TResponse> answer)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        GrpcMethod.Unary($"/pulumirpc.{path}", parser, request => Task.FromResult(answer(request)));

    private static Struct ToStruct(JsonNode? json) => Struct.Parser.ParseJson(json?.ToJsonString() ?? "{}");

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var answer = recording["registrations"]?[request.Name];
        return answer is null
            ? throw new GrpcException(GrpcStatus.Unknown, $"{request.Name} is not in the recording.")
            : new RegisterResourceResponse
            {
                Urn = (string?)answer["urn"],
                Id = (string?)answer["id"] ?? "",
                Object = ToStruct(answer["object"]),
                Result = (Result)((int?)answer["result"] ?? 0),
                Unknown = (bool?)answer["unknown"] ?? false,
            };
    }

    private ReadResourceResponse Read(ReadResourceRequest request) => new()
    {
        Urn = $"urn:pulumi:dev::sagemaker-iam::{request.Type}::{request.Name}",
        Properties = ToStruct(new JsonObject
        {
            ["name"] = request.Id,
            ["outputs"] = recording["outputs"]!.DeepClone(),
            ["secretOutputNames"] = new JsonArray(),
        }),
    };

    private ResourceInvokeResponse Call(string token, string[] keys) => new()
    {
        Return = token switch
        {
            "pulumi:pulumi:readStackResourceOutputs" => ToStruct(new JsonObject { ["outputs"] = State() }),
            "aws:iam/getAccessKeys:getAccessKeys" when recording["functions"]![token] is null => ToStruct(new JsonObject
            {
                ["accessKeys"] = new JsonArray([.. keys.Select(key => new JsonObject { ["accessKeyId"] = key, ["status"] = "Active" })]),
            }),
            _ => ToStruct(recording["functions"]![token]),
        },
    };

    // What was there before is what was answered with an id; no recorded update made anything new.
    private JsonObject State() => new(recording["registrations"]!.AsObject()
        .Where(registration => registration.Value!["id"] is not null || registration.Key == "sagemaker-iam-dev")
        .Select(registration => KeyValuePair.Create((string)registration.Value!["urn"]!, (JsonNode?)new JsonObject
        {
            ["type"] = Urn.Type((string)registration.Value["urn"]!),
            ["outputs"] = (registration.Value["object"] ?? recording["outputs"])!.DeepClone(),
        })));

    private Empty RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        if (Urn.Type(request.Urn) == Urn.StackType)
        {
            outputs = request.Outputs;
        }

        return new Empty();
    }

    private Empty Log(LogRequest request)
    {
        logged.Enqueue(request);
        return new Empty();
    }

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
