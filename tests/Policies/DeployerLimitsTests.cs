using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies;

public class DeployerLimitsTests
{
    private const string Object = "arn:aws:s3:::data/a";

    private static readonly DeployerSettings Reader = new() { Buckets = [new() { Name = "data", Access = [S3AccessLevel.Read] }] };

    [Fact]
    public async Task DeployerWithoutLimits_WorksFromAnywhere() => (await ReadsAsync(Reader)).Should().BeTrue();

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task RequiredMfa_IsDemanded(string present, bool allowed) =>
        (await ReadsAsync(Reader with { RequireMfa = true }, ("aws:MultiFactorAuthPresent", present))).Should().Be(allowed);

    [Fact]
    public async Task RequiredMfa_DeniesARequestThatSaysNothingOfMfa() =>
        (await ReadsAsync(Reader with { RequireMfa = true })).Should().BeFalse("an access key without a session sends no such key");

    [Theory]
    [InlineData("203.0.113.9", true)]
    [InlineData("203.0.114.1", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("2001:db9::1", false)]
    public async Task SourceIpRange_IsKeptTo(string address, bool allowed) =>
        (await ReadsAsync(Reader with { SourceIpRanges = ["203.0.113.0/24", "2001:db8::/32"] }, ("aws:SourceIp", address)))
            .Should().Be(allowed);

    [Fact]
    public async Task SourceIpRange_DeniesARequestWithoutAnAddress() =>
        (await ReadsAsync(Reader with { SourceIpRanges = ["203.0.113.0/24"] })).Should().BeFalse();

    [Theory]
    [InlineData("true", "203.0.113.9", true)]
    [InlineData("false", "203.0.113.9", false)]
    [InlineData("true", "198.51.100.1", false)]
    public async Task BothLimits_MustHold(string mfa, string address, bool allowed) => (await ReadsAsync(
        Reader with { RequireMfa = true, SourceIpRanges = ["203.0.113.0/24"] },
        ("aws:MultiFactorAuthPresent", mfa),
        ("aws:SourceIp", address))).Should().Be(allowed);

    [Fact]
    public void EveryStatement_IsLimited()
    {
        var deployer = new DeployerSettings
        {
            ExecutionRoles = ["unet"],
            Activities = MLActivity.All,
            ResourcePrefixes = ["unet-"],
            Buckets = Reader.Buckets,
            Repositories = new() { Push = ["unet"] },
            RequireMfa = true,
        };
        DeployerPolicy.Statements(
            deployer, [new PassedRole("arn:aws:iam::123456789012:role/unet", [TrustedService.SageMaker])], PolicyJudge.Account)
            .Should().OnlyContain(statement => statement.Conditions.Any(condition => condition.Key == "aws:MultiFactorAuthPresent"));
    }

    private static Task<bool> ReadsAsync(DeployerSettings deployer, params (string Key, string Value)[] context) =>
        PolicyJudge.AllowsAsync(DeployerPolicy.Statements(deployer, [], PolicyJudge.Account), "s3:GetObject", Object, context);
}
