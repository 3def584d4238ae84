using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>What AWS refuses and the emulator does not.</summary>
public class IamQuotaTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Maybe","Principal":"*","Action":"sts:AssumeRole"}]}""")]
    public async Task MalformedTrustPolicy_IsRefusedByAws_AndNotBefore(string trustPolicy)
    {
        Task Script(ProgramSession program) =>
            program.RegisterAsync("aws:iam/role:Role", "reader", new { assumeRolePolicy = trustPolicy });

        (await aws.NewStack().PreviewAsync(Script)).Succeeded.Should().BeTrue();
        (await UpAsync(Script)).Should().Contain("MalformedPolicyDocument: ");
    }

    [Fact]
    public async Task TrustPolicy_OverItsQuota_IsRefused() => (await PreviewAsync(
        program => program.RegisterAsync(
            "aws:iam/role:Role", "reader",
            new { assumeRolePolicy = ProgramSession.TrustPolicy.Replace("2012-10-17", new string('x', 2_048), StringComparison.Ordinal) })))
        .Should().Contain("ACLSizePerRole: 2048");

    [Theory]
    [InlineData("has space")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task RoleName_ThatIamDoesNotTake_IsRefused(string name) =>
        (await PreviewAsync(program => program.RoleAsync("reader", new { name }))).Should()
            .StartWith($"ValidationError: Value '{name}' at 'roleName'");

    [Fact]
    public async Task ManagedPolicy_OverItsQuota_IsRefused() => (await PreviewAsync(
        program => program.RegisterAsync("aws:iam/policy:Policy", "managed", new { policy = Policy(6_200) })))
        .Should().Contain("PolicySize: 6144");

    [Fact]
    public async Task InlinePoliciesOfAUser_OverTheirQuotaTogether_AreRefused() => (await UpAsync(async program =>
    {
        var user = await program.RegisterAsync("aws:iam/user:User", "ci");
        await program.RegisterAsync("aws:iam/userPolicy:UserPolicy", "one", new { user = user.Output("name"), policy = Policy(1_200) });
        await program.RegisterAsync("aws:iam/userPolicy:UserPolicy", "two", new { user = user.Output("name"), policy = Policy(1_200) });
    })).Should().Contain("LimitExceeded: Maximum policy size of 2048 bytes exceeded");

    [Fact]
    public async Task EleventhManagedPolicy_IsRefused() => (await UpAsync(async program =>
    {
        var role = await program.RoleAsync("reader");
        for (var number = 0; number < 11; number++)
        {
            var policy = await program.RegisterAsync(
                "aws:iam/policy:Policy", $"policy-{number}", new { policy = ProgramSession.ReadPolicy });
            await program.RegisterAsync(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment", $"attached-{number}",
                new { role = role.Output("name"), policyArn = policy.Output("arn") });
        }
    })).Should().Contain("LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10");

    [Fact]
    public async Task ThirdAccessKey_IsRefused() => (await UpAsync(async program =>
    {
        var user = await program.RegisterAsync("aws:iam/user:User", "ci");
        for (var number = 0; number < 3; number++)
        {
            await program.RegisterAsync("aws:iam/accessKey:AccessKey", $"key-{number}", new { user = user.Output("name") });
        }
    })).Should().Contain("CreateAccessKey, https response error StatusCode: 409, LimitExceeded: ");

    private async Task<string> PreviewAsync(Func<ProgramSession, Task> script) => Only(await aws.NewStack().PreviewAsync(script));

    private async Task<string> UpAsync(Func<ProgramSession, Task> script) => Only(await aws.NewStack().UpAsync(script));

    private static string Only(UpdateResult result) => result.Failures.Should().ContainSingle().Which.Message;

    private static string Policy(int size) =>
        ProgramSession.ReadPolicy.Replace("data/*", new string('x', size - ProgramSession.ReadPolicy.Length), StringComparison.Ordinal);
}
