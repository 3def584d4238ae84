using Wire;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class SecretTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task AdditionalSecretOutput_IsSecret()
    {
        Registered? key = null;

        await aws.NewStack().UpAsync(async program =>
        {
            var user = await program.RegisterAsync("aws:iam/user:User", "ci");
            key = await program.RegisterAsync(
                "aws:iam/accessKey:AccessKey",
                "key",
                new { user = user.Output("name") },
                options => options.AdditionalSecretOutputs.Add("secret"));
        });

        key!.Outputs["secret"].Should().BeOfType<Secret>().Which.Value.Should().BeOfType<string>();
    }

    [Fact]
    public async Task OutputOfASecretInput_IsSecret()
    {
        Registered? role = null;

        await aws.NewStack().UpAsync(async program => role = await program.RoleAsync("reader", new { description = new Secret("hush") }));

        role!.Outputs["description"].Should().Be(new Secret("hush"));
    }

    [Fact]
    public async Task RandomPassword_IsKept()
    {
        var stack = aws.NewStack();
        var passwords = new List<object?>();
        async Task Script(ProgramSession program) => passwords.Add(
            (
                await program.RegisterAsync(
                    "random:index/randomPassword:RandomPassword", "external-id", new { length = 20 })).Outputs["result"]);
        await stack.UpAsync(Script);
        await stack.UpAsync(Script);

        passwords.Distinct().Should().ContainSingle().Which.Should().BeOfType<string>().Which.Should().HaveLength(20);
    }

    [Fact]
    public async Task StackOutput_KeepsItsSecretMark()
    {
        var stack = aws.NewStack();

        await stack.UpAsync(program => program.OutputsAsync(new { key = new Secret("hush") }));

        stack.Stack.State.Outputs["key"].Should().Be(new Secret("hush"));
    }
}
