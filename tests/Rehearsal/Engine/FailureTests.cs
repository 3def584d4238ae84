using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class FailureTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task FailedCall_NamesTheResourceAndTheErrorCode()
    {
        var result = await FailHalfWayAsync(aws.NewStack());

        result.Failures.Should().ContainSingle().Which.Should().Match<StepFailure>(
            failure => failure.What.EndsWith("::second")
                && failure.Message.Contains(" CreateRole, https response error StatusCode: 409, EntityAlreadyExists: "));
    }

    [Fact]
    public async Task FailedCall_LeavesWhatWasMadeBefore()
    {
        var stack = aws.NewStack();

        await FailHalfWayAsync(stack);

        (await stack.ContentsAsync()).Should().Contain($"arn:aws:iam::{stack.Account}:role/first");
    }

    [Fact]
    public async Task FailedRegistration_FailsTheProgram()
    {
        var result = await FailHalfWayAsync(aws.NewStack());

        result.Exit.Code.Should().Be(32);
    }

    [Fact]
    public async Task FailedUpdate_KeepsTheOutputsOfTheOneBefore()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.OutputsAsync(new { generation = 1.0 }));

        await stack.UpAsync(program => program.RegisterAsync("aws:s3/bucket:Bucket", "data"));

        stack.Stack.State.Outputs["generation"].Should().Be(1.0);
    }

    [Fact]
    public async Task RegionThatDoesNotExist_IsRefusedByTheProvider()
    {
        var result = await aws.NewStack(("aws:region", "us-esat-1")).UpAsync(program => program.RoleAsync("any"));

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .Be("invalid AWS Region: there is no region 'us-esat-1'; the nearest is 'us-east-1'.");
    }

    [Fact]
    public async Task RegionThatIsNewerThanTheList_IsTaken_WhereTheProviderIsToTakeIt()
    {
        var result = await aws.NewStack(("aws:region", "ap-southeast-9"), ("aws:skipRegionValidation", "true"))
            .UpAsync(program => program.RoleAsync("any"));

        result.Failures.Should().BeEmpty();
    }

    private static async Task<UpdateResult> FailHalfWayAsync(ScriptedStack stack)
    {
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "second", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        return await stack.UpAsync(async program =>
        {
            await program.RoleAsync("first", new { name = "first" });
            await program.RoleAsync("second", new { name = "second" });
        });
    }
}
