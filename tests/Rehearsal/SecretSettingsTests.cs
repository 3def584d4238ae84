namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What was set with <c>pulumi config set --path --secret</c>.</summary>
public sealed class SecretSettingsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private const string Grant = """
        passRoleGrants:
            workspace:
              executionRoles: [unet]
              principal: arn:aws:iam::222222222222:role/databricks
              activities: [manageJobs]
              resourcePrefixes: [unet-]
        """;

    // What stands in for any encrypted value.
    private const string MadeUp = "made-up-value-of-line-";

    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task ExternalId_IsNowhereInClear()
    {
        await stack.UpAsync("executionRoles: { unet: {} }", Grant, "externalIds: { workspace: { secure: AAABAKd } }");

        stack.Output("passRoleGrantExternalIds")["workspace"]!.ToString().Should().StartWith(MadeUp);
        stack.StateInClear().Should().Contain("databricks").And.NotContain(MadeUp);
    }

    [Fact]
    public async Task Profile_IsNowhereInClear()
    {
        await stack.UpAsync(
            "executionRoles: { unet: {} }",
            Grant,
            "accounts: { '222222222222': { assumeRole: 'arn:aws:iam::222222222222:role/pulumi' } }\n  aws:profile: { secure: AAABAKd }");

        stack.StateInClear().Should().Contain("role/pulumi").And.NotContain(MadeUp);
    }

    [Fact]
    public async Task SettingThatCannotBeSecret_IsRefusedBeforeAnythingIsTouched()
    {
        var refusal = await stack.RefusalOfAsync("deployers: { dev: { sourceIpRanges: [ { secure: AAABAKd } ] } }");

        refusal.Should().Contain("deployers: it is secret, or has a secret value in it").And.NotContainAny(MadeUp, "AAABAKd");
    }
}
