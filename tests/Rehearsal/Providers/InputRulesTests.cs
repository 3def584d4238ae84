using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>What Pulumi's provider refuses in a preview, as it was seen with Pulumi's engine, and what it leaves to AWS.</summary>
public class InputRulesTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Role = "aws:iam/role:Role";
    private const string User = "aws:iam/user:User";
    private const string Policy = "aws:iam/policy:Policy";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Secret = "aws:secretsmanager/secret:Secret";

    private static readonly string Long = new('x', 1_001);

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17"}""")]
    public async Task Document_ThatIsNoObjectOfJson_IsRefused(string document)
    {
        (await RefusalOfAsync(Role, ("assumeRolePolicy", document))).Should()
            .StartWith("\"assume_role_policy\" contains an invalid JSON policy: ");
        (await RefusalOfAsync(Policy, ("policy", document))).Should().StartWith("\"policy\" contains an invalid JSON policy: ");
    }

    [Theory]
    [InlineData(3_599.0)]
    [InlineData(43_201.0)]
    public async Task Session_ThatIsTooShortOrTooLong_IsRefused(double seconds) =>
        (await RefusalOfAsync(Role, ("maxSessionDuration", seconds))).Should()
            .Be($"expected max_session_duration to be in the range (3600 - 43200), got {seconds}");

    [Theory]
    [InlineData(1.0)]
    [InlineData(6.0)]
    [InlineData(31.0)]
    public async Task RecoveryWindow_OfNoneOfItsDays_IsRefused(double days) =>
        (await RefusalOfAsync(Secret, ("recoveryWindowInDays", days))).Should()
            .Be($"expected recovery_window_in_days to be in the range (7 - 30), got {days}");

    [Fact]
    public async Task WhatIsNoArn_IsRefused()
    {
        (await RefusalOfAsync(Role, ("permissionsBoundary", "boundary"))).Should()
            .Be("\"permissions_boundary\" (boundary) is an invalid ARN: arn: invalid prefix");
        (await RefusalOfAsync(User, ("permissionsBoundary", "arn:aws:iam"))).Should()
            .Be("\"permissions_boundary\" (arn:aws:iam) is an invalid ARN: arn: not enough sections");
        (await RefusalOfAsync(Attachment, ("role", "reader"), ("policyArn", "ReadOnlyAccess"))).Should()
            .Be("\"policy_arn\" (ReadOnlyAccess) is an invalid ARN: arn: invalid prefix");
    }

    [Fact]
    public async Task LongDescriptionOfARole_IsRefused() => (await RefusalOfAsync(Role, ("description", Long))).Should()
        .Be($"expected length of description to be in the range (0 - 1000), got {Long}");

    [Fact]
    public async Task UnknownProperty_IsRefused() =>
        (await RefusalOfAsync(User, ("nmae", "ci"))).Should().Contain("nmae");

    [Fact]
    public async Task NameOfARole_ThatHasNoPlaceForItsEnding_IsRefused() =>
        (await RefusalOfAsync(Role, [], name: new string('x', 57))).Should()
            .Be($"name '{new string('x', 57)}-' plus 7 random chars is longer than maximum length 64");

    [Fact]
    public async Task WhatTheProviderLeavesToAws_PassesThePreview()
    {
        await PassAsync(Role, ("assumeRolePolicy", "{}"));
        await PassAsync(Role, ("path", "no-slashes"));
        await PassAsync(Policy, ("description", Long));
        await PassAsync(User, ("name", new string('x', 65)));
        await PassAsync(Secret, ("recoveryWindowInDays", 0.0));
    }

    private async Task<string> RefusalOfAsync(string type, params (string Name, object Value)[] inputs) =>
        await RefusalOfAsync(type, inputs, "it");

    private async Task<string> RefusalOfAsync(string type, (string Name, object Value)[] inputs, string name) =>
        (await PreviewAsync(type, inputs, name)).Failures.Should().ContainSingle().Which.Message;

    private async Task PassAsync(string type, params (string Name, object Value)[] inputs) =>
        (await PreviewAsync(type, inputs, "it")).Failures.Should().BeEmpty();

    private Task<UpdateResult> PreviewAsync(string type, (string Name, object Value)[] inputs, string name)
    {
        var all = ImmutableDictionary<string, object?>.Empty;
        all = type == Role ? all.Add("assumeRolePolicy", ProgramSession.TrustPolicy) : all;
        all = type == Policy ? all.Add("policy", ProgramSession.ReadPolicy) : all;
        all = all.SetItems(inputs.Select(input => KeyValuePair.Create(input.Name, (object?)input.Value)));
        return aws.NewStack().PreviewAsync(program => program.RegisterAsync(type, name, all));
    }
}
