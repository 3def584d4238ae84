using System.Collections.Immutable;

namespace SageMakerIam.Tests.Components;

/// <summary>Each principal that the stack makes bears the tag by which its guardrails tell it from others, and no other does.</summary>
public sealed class OwnTagTests
{
    private const string Red = """, "guardrails": { "principalTag": { "key": "team", "value": "red" } }""";

    [Theory]
    [InlineData("executionRoles", "", "aws:iam/role:Role", "a-role")]
    [InlineData("deployers", "", "aws:iam/user:User", "a-user")]
    [InlineData(
        "deployers", """, "assumedBy": { "gitHubActions": { "repository": "acme/churn", "branch": "main" } }""", "aws:iam/role:Role",
        "a-role")]
    [InlineData(
        "passRoleGrants", """, "executionRoles": ["job"], "principal": "arn:aws:iam::222222222222:role/app" """, "aws:iam/role:Role",
        "a-role")]
    public async Task Principal_BearsItsTag_AndNoneWithoutOne(string map, string settings, string type, string name)
    {
        const string Works = """ "activities": ["manageModels"], "resourcePrefixes": ["red-"] """;
        async Task<ImmutableDictionary<string, object>> InputsAsync(string guardrails)
        {
            var job = map == "executionRoles" ? "" : """ "executionRoles": { "job": {} },""";
            var stack = await StackUnderMocks.DeployAsync($$"""{ {{job}} "{{map}}": { "a": { {{Works}}{{settings}}{{guardrails}} } } }""");
            return stack.Inputs(type, name);
        }

        (await InputsAsync(Red))["tags"].Should().BeEquivalentTo(new Dictionary<string, object> { ["team"] = "red" });
        (await InputsAsync(""", "guardrails": { "modelApproval": false }""")).Should().NotContainKey("tags");
        (await InputsAsync("")).Should().NotContainKey("tags");
    }
}
