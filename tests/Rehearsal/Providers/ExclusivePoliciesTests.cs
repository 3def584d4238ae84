namespace SageMakerIam.Tests.Rehearsal.Providers;

public class ExclusivePoliciesTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task InlinePolicies_ThatAreNotClaimed_AreDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "dev", new { name = "dev" }));
        await stack.Aws.IamAsync(
            "PutUserPolicy", new { UserName = "dev", PolicyName = "ours", PolicyDocument = ProgramSession.ReadPolicy });
        await stack.Aws.IamAsync(
            "PutUserPolicy", new { UserName = "dev", PolicyName = "by-hand", PolicyDocument = ProgramSession.ReadPolicy });

        string[] claimed = ["ours"];
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("aws:iam/user:User", "dev", new { name = "dev" });
            await program.RegisterAsync(
                "aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "only", new { userName = "dev", policyNames = claimed });
        });

        (await stack.Aws.IamAsync("ListUserPolicies", new { UserName = "dev" }))["PolicyNames"]!.ToJsonString().Should().Be("""["ours"]""");
    }

    [Fact]
    public async Task AttachedPolicies_ThatAreNotClaimed_AreDetached_AndThoseThatAreMissingAttached()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateUser", new { UserName = "dev" });
        var (ours, byHand) = (await PolicyAsync("ours"), await PolicyAsync("by-hand"));
        await stack.Aws.IamAsync("AttachUserPolicy", new { UserName = "dev", PolicyArn = byHand });

        await stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "only",
            new { userName = "dev", policyArns = new[] { ours } }));

        var attached = (await stack.Aws.IamAsync("ListAttachedUserPolicies", new { UserName = "dev" }))["AttachedPolicies"]!.AsArray();
        attached.Should().ContainSingle().Which!["PolicyArn"]!.ToString().Should().Be(ours);

        async Task<string> PolicyAsync(string name) =>
            (
                await stack.Aws.IamAsync(
                    "CreatePolicy", new { PolicyName = name, PolicyDocument = ProgramSession.ReadPolicy }))["Policy"]!["Arn"]!.ToString();
    }
}
