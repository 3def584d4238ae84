using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class ReplacementTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task RoleName_ReplacesTheRoleAndItsPolicies()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => ReaderAsync(program, "old"));

        var result = await stack.UpAsync(program => ReaderAsync(program, "new"));

        result.Steps.Where(step => step.Kind == StepKind.Replace).Select(step => step.Name).Should().Equal("reader", "read");
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:iam::{stack.Account}:role/new");
    }

    [Fact]
    public async Task RoleWithAGivenName_IsDeletedBeforeItIsReplaced()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "reader" }));

        // Both cannot exist at once: they have one name.
        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "reader", path = "/ml/" }));

        result.Succeeded.Should().BeTrue();
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:iam::{stack.Account}:role/ml/reader");
    }

    [Fact]
    public async Task RoleWithAGeneratedName_IsCreatedBeforeTheOldOneIsDeleted()
    {
        var stack = aws.NewStack();
        List<string> inBetween = [];
        await stack.UpAsync(program => program.RoleAsync("reader"));

        await stack.UpAsync(async program =>
        {
            await program.RoleAsync("reader", new { path = "/ml/" });
            inBetween = await stack.ContentsAsync();
        });

        inBetween.Should().HaveCount(2);
        (await stack.ContentsAsync()).Should().ContainSingle().Which.Should().Contain(":role/ml/reader-");
    }

    [Fact]
    public async Task DeleteBeforeReplace_IsObeyed()
    {
        var stack = aws.NewStack();
        List<string> inBetween = [];
        await stack.UpAsync(program => program.RoleAsync("reader"));

        await stack.UpAsync(async program =>
        {
            await program.RoleAsync(
                "reader",
                new { path = "/ml/" },
                options => (options.DeleteBeforeReplace, options.DeleteBeforeReplaceDefined) = (true, true));
            inBetween = await stack.ContentsAsync();
        });

        inBetween.Should().ContainSingle();
    }

    [Fact]
    public async Task UserName_IsChangedInPlace()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { name = "old" }));

        var result = await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { name = "new" }));

        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        (await stack.ContentsAsync()).Should().ContainSingle().Which.Should().EndWith("user/new");
    }

    [Fact]
    public async Task UserName_ReplacesWhereTheProgramSaysSo()
    {
        var stack = aws.NewStack();
        Task Script(ProgramSession program, string name) =>
            program.RegisterAsync("aws:iam/user:User", "ci", new { name }, options => options.ReplaceOnChanges.Add("name"));
        await stack.UpAsync(program => Script(program, "old"));

        var result = await stack.UpAsync(program => Script(program, "new"));

        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
    }

    [Fact]
    public async Task AccessKeyOfAReplacedUser_IsReplacedWithIt()
    {
        var stack = aws.NewStack();
        async Task Script(ProgramSession program, string name)
        {
            var user = await program.RegisterAsync(
                "aws:iam/user:User", "ci", new { name }, options => options.ReplaceOnChanges.Add("name"));
            await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", new { user = user.Output("name") });
        }

        await stack.UpAsync(program => Script(program, "old"));
        var result = await stack.UpAsync(program => Script(program, "new"));

        result.Succeeded.Should().BeTrue();
        result.Steps.Should().Contain(step => step.Name == "key" && step.Kind == StepKind.Replace);
    }

    [Fact]
    public async Task Preview_ShowsTheReplacementOfDependents()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => ReaderAsync(program, "old"));

        var preview = await stack.PreviewAsync(program => ReaderAsync(program, "new"));

        preview.Steps.Where(step => step.Kind == StepKind.Replace).Select(step => step.Name).Should().Equal("reader", "read");
    }

    private static async Task ReaderAsync(ProgramSession program, string roleName) =>
        await program.RolePolicyAsync("read", await program.RoleAsync("reader", new { name = roleName }));
}
