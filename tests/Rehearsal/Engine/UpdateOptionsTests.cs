using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class UpdateOptionsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private static readonly UpdateOptions NoChanges = new() { ExpectNoChanges = true };

    [Theory]
    [InlineData("urn:pulumi:dev::project::aws:iam/role:Role::reader", true)]
    [InlineData("urn:pulumi:dev::project::aws:iam/role:Role::read", false)]
    [InlineData("**::reader", true)]
    [InlineData("**reader", true)]
    [InlineData("urn:pulumi:*::project::aws:iam/*::reader", false)]
    [InlineData("urn:pulumi:*::project::aws:iam/*:Role::reader", true)]
    public void UrnPattern_NamesWhatItMatches(string pattern, bool matches) =>
        UrnPattern.Matches(pattern, "urn:pulumi:dev::project::aws:iam/role:Role::reader").Should().Be(matches);

    [Fact]
    public async Task Target_IsMadeAlone()
    {
        var stack = aws.NewStack();

        await stack.UpAsync(TwoRolesAsync, new UpdateOptions { Targets = ["**::one"] });

        (await stack.ContentsAsync()).Should().ContainSingle().Which.Should().EndWith("role/one");
    }

    [Fact]
    public async Task Excluded_IsNotMade()
    {
        var stack = aws.NewStack();

        await stack.UpAsync(TwoRolesAsync, new UpdateOptions { Excludes = ["**::one"] });

        (await stack.ContentsAsync()).Should().ContainSingle().Which.Should().EndWith("role/two");
    }

    [Fact]
    public async Task ExpectedNoChanges_FailsWhereThereAreSome()
    {
        var stack = aws.NewStack();

        var preview = await stack.PreviewAsync(TwoRolesAsync, NoChanges);
        var up = await stack.UpAsync(TwoRolesAsync, NoChanges);

        preview.Failures.Should().ContainSingle().Which.Message.Should().Be("no changes were expected but changes were proposed");
        up.Failures.Should().ContainSingle().Which.Message.Should().Be("no changes were expected but changes occurred");
    }

    [Fact]
    public async Task ExpectedNoChanges_IsWellWhereThereAreNone()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(TwoRolesAsync);

        (await stack.UpAsync(TwoRolesAsync, NoChanges)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_SeesWhatWasChangedByHand()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(TwoRolesAsync);
        await stack.Aws.IamAsync("DeleteRole", new { RoleName = "one" });

        var plain = await stack.PreviewAsync(TwoRolesAsync, NoChanges);
        var refreshed = await stack.PreviewAsync(TwoRolesAsync, NoChanges with { Refresh = true });

        plain.Succeeded.Should().BeTrue();
        refreshed.Steps.Should().ContainSingle(step => step.Changes).Which.Name.Should().Be("one");
    }

    private static async Task TwoRolesAsync(ProgramSession program)
    {
        await program.RoleAsync("one", new { name = "one" });
        await program.RoleAsync("two", new { name = "two" });
    }
}
