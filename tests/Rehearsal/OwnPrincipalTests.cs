namespace SageMakerIam.Tests.Rehearsal;

/// <summary>A principal that a stack makes, and names by its ARN as well: AWS refuses what names it before it is there.</summary>
public sealed class OwnPrincipalTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task ReadersOfASecret_AreMadeBeforeItsPolicyNamesThem()
    {
        await stack.UpAsync(
            "executionRoles: { train: { roleName: train } }",
            "deployers: { pages: { roleName: pages, assumedBy: { gitHubActions: { repository: acme/churn, branch: main } } }, "
                + "ci: { userName: ci, executionRoles: [train], secretsManager: { recoveryWindowInDays: 0, readers: "
                + $"['arn:aws:iam::{stack.Account}:role/train', 'arn:aws:iam::{stack.Account}:role/Pages'] }} }} }}",
            "keys: { main: {} }",
            "managedSecrets: { feed: { kmsKey: main, recoveryWindowInDays: 0, "
                + $"readers: ['arn:aws:iam::{stack.Account}:role/train'], writers: ['arn:aws:iam::{stack.Account}:role/pages'] }} }}");

        stack.WaitsFor("ci-secret-policy").Should().Contain(["train-role", "pages-role"]);
        stack.WaitsFor("feed-secret-policy").Should().Contain("train-role");
        stack.WaitsFor("main-key-policy").Should().Contain(["train-role", "pages-role"]);
        (await stack.DestroyAsync()).Should().BeEmpty();
    }

    /// <summary>Named so that the grant is first and the role last of many, as they are made in the order of their keys.</summary>
    [Fact]
    public async Task PrincipalOfAGrant_IsMadeBeforeItsPolicyIs()
    {
        var others = string.Join(", ", Enumerable.Range(10, 40).Select(at => $"m{at}: {{}}"));
        await stack.UpAsync(
            $"executionRoles: {{ a-train: {{}}, {others}, zeta: {{ roleName: zeta, exclusive: false }} }}",
            "passRoleGrants: { a-grant: { executionRoles: [a-train], activities: [manageJobs], resourcePrefixes: [lab-], "
                + $"principal: 'arn:aws:iam::{stack.Account}:role/zeta' }} }}");

        stack.WaitsFor("a-grant-policy").Should().Contain(["a-train-role", "zeta-role"]);
        (await stack.DestroyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task TwoGrantsToOneUser_ShareWhatIamHoldsForIt()
    {
        string Grant(string team) =>
            $"{team}-work: {{ executionRoles: [{team}], principal: 'arn:aws:iam::{stack.Account}:user/person', "
            + $"activities: [manageJobs], resourcePrefixes: [{team}-] }}";

        await stack.UpAsync(
            "executionRoles: { churn: { roleName: churn }, fraud: { roleName: fraud } }",
            $"passRoleGrants: {{ {Grant("churn")}, {Grant("fraud")} }}");
        (await stack.DestroyAsync()).Should().BeEmpty();
    }
}
