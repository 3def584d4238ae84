namespace SageMakerIam.Tests.Rehearsal.Engine;

/// <summary>A stack that works in, or names, an account other than its own.</summary>
public class OtherAccountTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task PrincipalOfATrustPolicy_IsStoodInForInItsAccount_UnderItsPath()
    {
        var (stack, other) = (aws.NewStack(), EmulatedAwsFixture.NewAccount());
        var trust =
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"AWS":"arn:aws:iam::{{other}}:role/ci/pipelines"} }]}
            """;

        await stack.UpAsync(program => program.RegisterAsync("aws:iam/role:Role", "grant", new { assumeRolePolicy = trust }));

        stack.Emulated.StandIns.Words.Should().ContainSingle().Which.Should().Be($"role pipelines of {other}");
        (await stack.Emulated.ContentsAsync(stack.Target with { Account = other })).Should()
            .Equal($"arn:aws:iam::{other}:role/ci/pipelines");
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("{\"AWS\":\"arn:aws:iam::222222222222:root\"}")]
    [InlineData("{\"AWS\":[\"222222222222\"]}")]
    [InlineData("{\"Service\":\"sagemaker.amazonaws.com\"}")]
    public async Task PrincipalThatIsNoRoleOrUser_IsNotStoodInFor(string principal)
    {
        var stack = aws.NewStack();
        var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}""";

        var result = await stack.UpAsync(program => program.RegisterAsync("aws:iam/role:Role", "grant", new { assumeRolePolicy = trust }));

        result.Succeeded.Should().BeTrue();
        stack.Emulated.StandIns.Words.Should().BeEmpty();
    }

    [Fact]
    public async Task RoleThatAProviderAssumes_IsStoodInForInItsAccount()
    {
        var (stack, other) = (aws.NewStack(), EmulatedAwsFixture.NewAccount());

        await stack.UpAsync(program => program.RegisterAsync("pulumi:providers:aws", "other", Provider(other)));

        stack.Emulated.StandIns.Words.Should().ContainSingle().Which.Should().Be($"role pulumi of {other}");
    }

    [Fact]
    public async Task Preview_StandsInForNothing()
    {
        var (stack, other) = (aws.NewStack(), EmulatedAwsFixture.NewAccount());

        await stack.PreviewAsync(program => program.RegisterAsync("pulumi:providers:aws", "other", Provider(other)));

        stack.Emulated.StandIns.Words.Should().BeEmpty();
    }

    [Fact]
    public async Task ResourceOfAProvider_IsInItsAccountAlone_AndInTheDetailsOfIt()
    {
        var (stack, other) = (aws.NewStack(), EmulatedAwsFixture.NewAccount());

        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterAsync("pulumi:providers:aws", "other", Provider(other));
            await program.RegisterAsync(
                "aws:iam/user:User", "jane", new { name = "jane" }, request => request.Provider = $"{provider.Urn}::{provider.Id}");
        });

        var details = await stack.Emulated.AllAuthorizationDetailsAsync(stack.Target);
        details.Keys.Should().BeEquivalentTo(stack.Account, other);
        details[stack.Account]["UserDetailList"]!.AsArray().Should().BeEmpty();
        ((string?)details[other]["UserDetailList"]!.AsArray().Should().ContainSingle().Which!["Arn"]).Should()
            .Be($"arn:aws:iam::{other}:user/jane");
    }

    private static object Provider(string account) =>
        new
        {
            region = "us-east-1",
            assumeRoles = $$"""[{"roleArn":"arn:aws:iam::{{account}}:role/pulumi"}]""",
            allowedAccountIds = $"[\"{account}\"]",
        };
}
