using Rehearsal.Engine;

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
    public async Task InlinePolicy_ThatIsClaimedAndMissing_IsAFault_AndNoneIsDeleted()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "dev", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        await stack.Aws.IamAsync(
            "PutRolePolicy", new { RoleName = "dev", PolicyName = "by-hand", PolicyDocument = ProgramSession.ReadPolicy });

        string[] policyNames = ["ours"];
        var refused = await stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "only", new { roleName = "dev", policyNames }));

        refused.Failures.Should().ContainSingle().Which.Message.Should()
            .Contain("IAM: PutRolePolicy").And.Contain("missing required field, PutRolePolicyInput.PolicyDocument");
        (await stack.Aws.IamAsync("ListRolePolicies", new { RoleName = "dev" }))["PolicyNames"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Attachments_OfWhichThereIsRoomForOneMore_AreNotExchangedForTwo()
    {
        // It attaches before it detaches: ten is what a role may have.
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "dev", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        var arns = new List<string>();
        for (var number = 0; number < 12; number++)
        {
            var made = await stack.Aws.IamAsync(
                "CreatePolicy", new { PolicyName = $"policy-{number}", PolicyDocument = ProgramSession.ReadPolicy });
            arns.Add((string)made["Policy"]!["Arn"]!);
        }

        Task<UpdateResult> Up(IEnumerable<string> policyArns) => stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "only",
            new { roleName = "dev", policyArns = policyArns.ToArray() }));

        (await Up(arns.Take(9))).Succeeded.Should().BeTrue();
        (await Up(arns.Skip(1).Take(9))).Succeeded.Should().BeTrue();
        (await Up(arns.Skip(3).Take(9))).Failures.Should().ContainSingle().Which.Message.Should().Contain("PoliciesPerRole");
    }

    [Fact]
    public async Task Claim_InAnotherOrder_IsTheSame()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateUser", new { UserName = "dev" });
        foreach (var name in (string[])["one", "two"])
        {
            await stack.Aws.IamAsync(
                "PutUserPolicy", new { UserName = "dev", PolicyName = name, PolicyDocument = ProgramSession.ReadPolicy });
        }

        Task<UpdateResult> Up(params string[] policyNames) => stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "only", new { userName = "dev", policyNames }));

        await Up("one", "two");

        (await Up("two", "one")).ChangedSomething.Should().BeFalse();
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
