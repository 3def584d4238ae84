using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Plan.Rotation;

namespace SageMakerIam.Tests.Components;

/// <summary>
/// A stack against Pulumi's mocks, over successive updates. One of them may leave a resource unmade, and with it all that is made from it:
/// it is answered as the engine answers it, and the program is to go on.
/// </summary>
/// <param name="account">The account and region that it stands in.</param>
internal sealed class StackOverUpdates(AwsAccount account) : IMocks
{
    private static readonly ImmutableDictionary<string, object> Nothing = ImmutableDictionary<string, object>.Empty;

    private static readonly ImmutableDictionary<string, object> AllUnknown =
        new[] { "arn", "createDate", "name", "policyArn", "result", "secret", "status" }
            .ToImmutableDictionary(name => name, _ => (object)OutputUtilities.CreateUnknown(""));

    private readonly Dictionary<string, MockResourceArgs> registered = [];
    private Dictionary<string, (string Type, string Id, ImmutableDictionary<string, object> State)> made = [];
    private JsonObject outputs = [];
    private ImmutableDictionary<string, ImmutableHashSet<string>> whole = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;
    private string? victim;
    private bool saysUnknown;

    /// <summary>What the last update registered with a provider.</summary>
    public IEnumerable<MockResourceArgs> Registered => registered.Values;

    /// <summary>The outputs that the last update recorded.</summary>
    public JsonObject Outputs => outputs;

    /// <summary>The generations of the access keys that a deployer has, the oldest first.</summary>
    public IEnumerable<int> KeysOf(string deployer) => made.Keys
        .Where(name => name.StartsWith($"{deployer}-access-key-", StringComparison.Ordinal))
        .Select(name => int.Parse(name.Split('-')[^1], CultureInfo.InvariantCulture))
        .Order();

    /// <summary>Another stack that the same updates have made.</summary>
    public StackOverUpdates Copy() => new(account) { made = new(made), outputs = outputs };

    /// <summary>Updates the whole stack.</summary>
    public async Task UpAsync(StackPlan plan)
    {
        await RunAsync(plan);
        foreach (var gone in made.Keys.Except(registered.Keys).ToList())
        {
            made.Remove(gone);
        }
    }

    /// <summary>Updates the stack, but for one resource and what is made from it.</summary>
    /// <param name="plan">What it is to be.</param>
    /// <param name="inFull">What an update to this plan registers when nothing is left out.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="saysUnknown">Whether the SDK hears that outputs are unknown; it reads null otherwise.</param>
    public async Task UpWithoutAsync(StackPlan plan, IEnumerable<MockResourceArgs> inFull, string name, bool saysUnknown)
    {
        whole = inFull.ToImmutableDictionary(resource => resource.Name!, resource => resource.Inputs.Keys.ToImmutableHashSet());
        (victim, this.saysUnknown) = (name, saysUnknown);
        await RunAsync(plan);
        (victim, whole) = (null, whole.Clear());
    }

    Task<(string? id, object state)> IMocks.NewResourceAsync(MockResourceArgs args)
    {
        lock (made)
        {
            return Task.FromResult<(string?, object)>(args.Type switch
            {
                "pulumi:pulumi:StackReference" => (null, ImmutableDictionary<string, object>.Empty
                    .Add("name", args.Id!).Add("outputs", ToPlain(outputs)).Add("secretOutputNames", ImmutableArray<object>.Empty)),
                var type when type!.StartsWith("sagemaker-iam:", StringComparison.Ordinal) => (null, Nothing),
                _ => Register(args),
            });
        }
    }

    Task<object> IMocks.CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:iam/getAccessKeys:getAccessKeys" => KeysOfUser((string)args.Args["user"]),
        "pulumi:pulumi:readStackResourceOutputs" => Nothing.Add("outputs", made.ToImmutableDictionary(
            resource => $"urn:pulumi:dev::sagemaker-iam::{resource.Value.Type}::{resource.Key}",
            resource => (object)Nothing
                .Add("type", resource.Value.Type)
                .Add("outputs", resource.Value.State.SetItem("id", resource.Value.Id)))),
        _ => throw new InvalidOperationException($"Nothing answers {args.Token} here."),
    });

    private async Task RunAsync(StackPlan plan)
    {
        registered.Clear();
        var options = new TestOptions { IsPreview = false, ProjectName = "sagemaker-iam", StackName = "dev" };
        var (_, returned) = await Deployment.TestAsync(this, options, async () =>
        {
            var last = await LastUpdate.ReadAsync();
            (await RotationCheck.FaultsAsync(plan.Settings, last)).Should().BeEmpty();
            return StackProgram.Deploy(plan, last);
        });
        outputs = (await RecordedAsync(returned))!.AsObject();
    }

    // As the engine records it: what is null is left out.
    private static async Task<JsonNode?> RecordedAsync(object? output)
    {
        switch (output)
        {
            case null or string or int or double:
                return JsonSerializer.SerializeToNode(output);
            case Output<string> text:
                return await RecordedAsync(await KnownAsync(text));
            case Output<ImmutableDictionary<string, object?>> map:
                return await RecordedAsync(await KnownAsync(map));
            case IDictionary map:
                var recorded = new JsonObject();
                foreach (DictionaryEntry entry in map)
                {
                    if (await RecordedAsync(entry.Value) is { } value)
                    {
                        recorded.Add((string)entry.Key, value);
                    }
                }

                return recorded;
            default:
                throw new InvalidOperationException($"No output is a {output.GetType()} here.");
        }
    }

    private static async Task<T> KnownAsync<T>(Output<T> output)
    {
        (await OutputUtilities.GetIsKnownAsync(output)).Should().BeTrue("one unknown would hide all outputs from those who read them");
        return await OutputUtilities.GetValueAsync(output);
    }

    private (string? Id, object State) Register(MockResourceArgs args)
    {
        var name = args.Name!;
        registered[name] = args;
        var lacksAnInput = whole.TryGetValue(name, out var inputs) && !inputs.IsSubsetOf(args.Inputs.Keys);
        if (name == victim || lacksAnInput || !HasItsProvider(args))
        {
            // An update that fails leaves what was there, and says nothing more of it than its id.
            var before = made.TryGetValue(name, out var kept) && name == victim ? kept.Id : null;
            return (before, saysUnknown ? AllUnknown : args.Inputs.RemoveRange(AllUnknown.Keys));
        }

        var (id, state) = MockedAws.Create(args, account);
        made[name] = (args.Type!, id, state);
        return (id, state);
    }

    // A provider that is not there has no id, or an unknown one.
    private bool HasItsProvider(MockResourceArgs args) =>
        args.Provider is not { Length: > 0 } reference
        || made.Values.Any(resource => reference.EndsWith($"::{resource.Id}", StringComparison.Ordinal));

    private ImmutableDictionary<string, object> KeysOfUser(string user)
    {
        var keys = made.Values.Where(resource => resource.Type == "aws:iam/accessKey:AccessKey" && (string)resource.State["user"] == user);
        return made.Values.Any(resource => resource.Type == "aws:iam/user:User" && (string)resource.State["name"] == user)
            ? Nothing.Add("accessKeys", keys
                .Select(key => (object)Nothing.Add("accessKeyId", key.Id).Add("status", key.State["status"]))
                .ToImmutableArray())
            : throw new InvalidOperationException("couldn't find resource");
    }

    private static object ToPlain(JsonNode json) => json switch
    {
        JsonObject map => map
            .Where(entry => entry.Value is not null)
            .ToImmutableDictionary(entry => entry.Key, entry => ToPlain(entry.Value!)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => (double)value,
        _ => (string)json!,
    };
}
