namespace SageMakerIam.Tests.Rehearsal;

public sealed class MovingGrantTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task GrantThatMovesToAnotherAccountAndBack_LeavesNothingBehindInEither()
    {
        var other = EmulatedAwsFixture.NewAccount();

        await UpAsync(stack.Account);
        stack.Output("passRoleGrantRoleArns").AsObject().Should().BeEmpty();
        await UpAsync(other, $"accounts: {{ '{other}': {{ assumeRole: 'arn:aws:iam::{other}:role/pulumi' }} }}");
        stack.Output("passRoleGrantRoleArns")["workspace"]!.ToString().Should().StartWith($"arn:aws:iam::{stack.Account}:role/");
        await UpAsync(stack.Account);
        stack.Output("passRoleGrantRoleArns").AsObject().Should().BeEmpty();

        (await stack.DestroyAsync()).Should().BeEmpty();
    }

    private Task UpAsync(string account, string more = "accounts: {}") => stack.UpAsync(
        "executionRoles: { mlflow: {} }",
        $"passRoleGrants: {{ workspace: {{ executionRoles: [mlflow], principal: 'arn:aws:iam::{account}:role/workspace', "
            + $"activities: [manageModels], resourcePrefixes: [mlflow-] }} }}",
        more);
}
