using Pulumirpc;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class UpdateTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task Role_HasTheOutputsOfItsProvider()
    {
        var stack = aws.NewStack();
        Registered? role = null;

        await stack.UpAsync(async program => role = await program.RoleAsync("reader", new { name = "reader" }));

        role!.Id.Should().Be("reader");
        role.Outputs["arn"].Should().Be($"arn:aws:iam::{stack.Account}:role/reader");
        role.Outputs.Keys.Should().Contain(["uniqueId", "createDate", "maxSessionDuration", "path", "tagsAll"]);
    }

    [Fact]
    public async Task SecondUpdate_ChangesNothing()
    {
        var stack = aws.NewStack();
        async Task Script(ProgramSession program) => await program.RolePolicyAsync("read", await program.RoleAsync("reader"));
        await stack.UpAsync(Script);

        var again = await stack.UpAsync(Script);

        again.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task GeneratedName_IsTheLogicalNameAndSevenHexadecimalDigits()
    {
        Registered? role = null;

        await aws.NewStack().UpAsync(async program => role = await program.RoleAsync("reader"));

        role!.Id.Should().MatchRegex("^reader-[0-9a-f]{7}$");
    }

    [Fact]
    public async Task GeneratedName_IsKept()
    {
        var stack = aws.NewStack();
        var ids = new List<string>();
        await stack.UpAsync(async program => ids.Add((await program.RoleAsync("reader")).Id));
        await stack.UpAsync(async program => ids.Add((await program.RoleAsync("reader", new { description = "changed" })).Id));

        ids.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task GeneratedName_ThatIsTooLong_IsRefused()
    {
        var result = await aws.NewStack().UpAsync(program => program.RoleAsync(new string('a', 60)));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("is longer than maximum length 64");
    }

    [Fact]
    public async Task PolicyDocument_WrittenOtherwise_IsNoChange()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(
            program => program.RegisterAsync("aws:iam/role:Role", "reader", new { assumeRolePolicy = ProgramSession.TrustPolicy }));

        var again = await stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/role:Role", "reader",
            new { assumeRolePolicy = ProgramSession.TrustPolicy.Replace(",", ", \n", StringComparison.Ordinal) }));

        again.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task IgnoredChange_IsNotMade()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { description = "old" }));

        var again = await stack.UpAsync(program => program.RoleAsync(
            "reader", new { description = "new" }, options => options.IgnoreChanges.Add("description")));

        again.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task DefaultTags_AreOnEveryTaggableResource()
    {
        Registered? role = null;

        await aws.NewStack(("aws:defaultTags", """{"tags":{"team":"ml"}}""")).UpAsync(
            async program => role = await program.RoleAsync("reader", new { tags = new Dictionary<string, object?> { ["own"] = "tag" } }));

        role!.Outputs["tagsAll"].Should().BeEquivalentTo(new Dictionary<string, object?> { ["own"] = "tag", ["team"] = "ml" });
    }

    [Fact]
    public async Task RenamedResource_KeepsItsIdentityByAnAlias()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("old", new { name = "reader" }));

        var again = await stack.UpAsync(program => program.RoleAsync(
            "new", new { name = "reader" }, options => options.Aliases.Add(new Alias { Spec = new() { Name = "old" } })));

        again.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task SameTypeAndNameTwice_IsRefused()
    {
        var result = await aws.NewStack().UpAsync(async program =>
        {
            await program.RoleAsync("reader");
            await program.RoleAsync("reader");
        });

        result.Failures.Should().ContainSingle().Which.Message.Should().StartWith("Duplicate resource URN");
    }

    [Fact]
    public async Task UnknownType_IsNamedWithTheKnownOnes()
    {
        var result = await aws.NewStack().UpAsync(program => program.RegisterAsync("aws:sqs/queue:Queue", "data"));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("aws:sqs/queue:Queue").And.Contain("aws:iam/role:Role");
    }

    [Fact]
    public async Task UnknownInput_IsNotSilentlyIgnored()
    {
        var result = await aws.NewStack().UpAsync(program => program.RoleAsync("reader", new { inlinePolicies = "something" }));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("inlinePolicies");
    }

    [Fact]
    public async Task ChildOfAComponent_HasItsParentsTypeInItsUrn()
    {
        Registered? role = null;

        await aws.NewStack().UpAsync(async program =>
        {
            var component = await program.RegisterAsync("ours:index:Team", "team");
            role = await program.RoleAsync("team-role", options: options => options.Parent = component.Urn);
        });

        role!.Urn.Should().Be("urn:pulumi:test::scripted::ours:index:Team$aws:iam/role:Role::team-role");
    }

    [Fact]
    public async Task ExplicitProvider_WorksInTheAccountOfTheRoleThatItAssumes()
    {
        Registered? role = null;

        await aws.NewStack().UpAsync(async program =>
        {
            var provider = await program.RegisterAsync(
                "pulumi:providers:aws", "other",
                new { region = "eu-west-1", assumeRoles = """[{"roleArn":"arn:aws:iam::555555555555:role/deploy"}]""" });
            role = await program.RoleAsync(
                "reader", new { name = "reader" }, options => options.Provider = $"{provider.Urn}::{provider.Id}");
        });

        role!.Outputs["arn"].Should().Be("arn:aws:iam::555555555555:role/reader");
    }
}
