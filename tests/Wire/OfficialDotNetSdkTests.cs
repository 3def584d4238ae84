using System.Text.Json;
using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Wire;

/// <summary>
/// Holds what a program says to its engine, word for word, to what it said on the official Pulumi SDK for .NET. That one asks besides what
/// the engine supports, sends hooks, and logs for debugging.
/// </summary>
public class OfficialDotNetSdkTests
{
    private const string DebugSeverity = "0";

    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Wire", "recordings");

    [Theory]
    [InlineData("resources", false)]
    [InlineData("resources", true)]
    [InlineData("secrets", false)]
    [InlineData("secrets", true)]
    [InlineData("invokes", false)]
    [InlineData("invokes", true)]
    public async Task Program_SaysWhatItSaysOnTheOfficialSdk(string program, bool isPreview)
    {
        var run = await OfficialMonitor.RunAsync(program, isPreview);

        var calls = run.Calls.Where(call => !IsTheOfficialSdksAlone(call)).Select(Line).Order(StringComparer.Ordinal).ToList();
        var recording = Path.Combine(Folder, $"{program}-{(isPreview ? "preview" : "up")}.jsonl");
        if (Environment.GetEnvironmentVariable("RECORDINGS") == "write")
        {
            typeof(Pulumi.Resource).Assembly.GetType("Pulumi.ResourceHook").Should().NotBeNull("a recording is one of the official SDK");
            Directory.CreateDirectory(Folder);
            await File.WriteAllLinesAsync(recording, calls);
        }

        calls.Should().Equal(await File.ReadAllLinesAsync(recording));
    }

    private static bool IsTheOfficialSdksAlone(Call call) =>
        call.Method == "SupportsFeature" || (call.Method == "Log" && call.Request.GetProperty("severity").GetRawText() == DebugSeverity);

    private static string Line(Call call)
    {
        var request = JsonNode.Parse(call.Request.GetRawText())!.AsObject();
        request.Remove("hooks");
        return $"{call.Method} {Ordered(request).ToJsonString()}";
    }

    // The members of a map have no order, nor have the texts of a list, all of which are sets here.
    private static JsonNode Ordered(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Ordered(member.Value)))!),
        JsonArray list when list.All(item => item?.GetValueKind() == JsonValueKind.String) =>
            new JsonArray([.. list.Select(item => (string)item!).Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Ordered(item))]),
        _ => node.DeepClone(),
    };
}
