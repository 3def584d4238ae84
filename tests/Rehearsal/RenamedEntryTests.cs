namespace SageMakerIam.Tests.Rehearsal;

/// <summary>An entry that gets another name keeps what it made, if it says what it was called.</summary>
public sealed class RenamedEntryTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private const string Bucket = "buckets: [{ name: example-data, access: [read] }]";
    private const string Endpoints = "{ vpcId: vpc-0a1b2c3d, routeTables: [rtb-0a1b2c3d], services: [s3] }";
    private const string OtherUser = "arn:aws:iam::222222222222:user/build";

    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task Entries_WithTheirFormerNames_StayInPlace()
    {
        await stack.UpAsync(
            $"executionRoles: {{ train: {{ {Bucket} }} }}",
            $"deployers: {{ dev: {{ executionRoles: [train], {Bucket}, accessKey: {{ generation: 2, previous: active }} }} }}",
            $"passRoleGrants: {{ build: {{ executionRoles: [train], principal: '{OtherUser}', activities: [manageJobs], "
                + $"resourcePrefixes: [a-] }} }}",
            $"endpoints: {{ vpc: {Endpoints} }}");
        var (role, user, keys) = (Value("executionRoleArns", "train"), Value("deployerArns", "dev"), Value("deployerAccessKeyIds", "dev"));
        var grant = Value("passRoleGrantRoleArns", "build");
        var endpoint = stack.Output("endpointIds")["vpc"]!.ToJsonString();
        var renamed = new[]
        {
            $"executionRoles: {{ training: {{ formerly: train, {Bucket} }} }}",
            $"deployers: {{ developer: {{ formerly: [nobody, dev], executionRoles: [training], {Bucket}, accessKey: {{ generation: 2, "
                + $"previous: active }} }} }}",
            $"passRoleGrants: {{ builder: {{ formerly: build, executionRoles: [training], principal: '{OtherUser}', "
                + $"activities: [manageJobs], resourcePrefixes: [a-] }} }}",
            $"endpoints: {{ network: {{ formerly: vpc, {Endpoints[1..]} }}",
        };

        (await stack.PreviewAsync(renamed)).ChangedSomething.Should().BeFalse();
        await stack.UpAsync(renamed);

        Value("executionRoleArns", "training").Should().Be(role);
        Value("deployerArns", "developer").Should().Be(user);
        Value("deployerAccessKeyIds", "developer").Should().Be(keys);
        Value("passRoleGrantRoleArns", "builder").Should().Be(grant);
        stack.Output("endpointIds")["network"]!.ToJsonString().Should().Be(endpoint);
        stack.Output("deployerAccessKeyGenerations")["developer"]!["generation"]!.ToString().Should().Be("2");
        (await stack.PreviewAsync(renamed)).ChangedSomething.Should().BeFalse("it may stay afterwards");
    }

    [Fact]
    public async Task DeployerThatIsRenamed_IsHeldToTheKeysThatItHad()
    {
        await stack.UpAsync("deployers: { dev: {} }");

        (await stack.RefusalOfAsync("deployers: { developer: { formerly: dev, accessKey: { generation: 2 } } }"))
            .Should().Contain("deployers.developer.accessKey").And.Contain("It drops the only active key");
    }

    [Theory]
    [InlineData(
        "executionRoles: { train: { roleName: churn } }",
        "executionRoles: { training: { roleName: churn } }",
        "executionRoles.training.roleName: 'churn', the role that executionRoles.train made. *say formerly: train.")]
    [InlineData(
        "deployers: { dev: { userName: churn } }",
        "deployers: { developer: { userName: churn } }",
        "deployers.developer.userName: 'churn', the user that deployers.dev made. *say formerly: dev.")]
    [InlineData(
        "keys: { lake: { alias: lake } }",
        "keys: { data: { alias: lake } }",
        "keys.data.alias: 'alias/lake', the alias of the key that keys.lake made. *say formerly: lake.")]
    [InlineData(
        "endpoints: { vpc: { vpcId: vpc-0a1b2c3d, routeTables: [rtb-0a1b2c3d], services: [s3] } }",
        "endpoints: { network: { vpcId: vpc-0a1b2c3d, routeTables: [rtb-0a1b2c3d], services: [s3] } }",
        "endpoints.network.vpcId: 'vpc-0a1b2c3d', the VPC of the endpoints that endpoints.vpc made. *say formerly: vpc.")]
    [InlineData(
        "deployers: { ci: { assumedBy: { gitLab: { project: acme/churn, branch: main } } } }",
        "deployers: { ci: {} }",
        "deployers.ci: a user, when the last update left the role ci-role-*The role would be gone at once.*")]
    public async Task Entry_ThatWouldLoseWhatItMade_IsRefused(string before, string after, string fault)
    {
        await stack.UpAsync(before);

        (await stack.RefusalOfAsync(after)).Should().Match($"*{fault}");
    }

    private string Value(string output, string entry) => stack.Output(output)[entry]!.ToString();
}
