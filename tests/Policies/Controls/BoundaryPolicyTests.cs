using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>What a boundary leaves to someone who was given everything.</summary>
public sealed class BoundaryPolicyTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    // Two of them read buckets of AWS, and of the account.
    private static readonly ImmutableArray<MLActivity> OnSageMaker =
        [.. MLActivity.All.Where(activity => activity.Word is not ("scheduleNotebooks" or "useJumpStart"))];

    private static readonly StackSettings Stack = new StackSettings
    {
        Boundary = true,
        ExecutionRoles = new Dictionary<string, ExecutionRoleSettings>
        {
            ["train"] = new() { Buckets = [new() { Name = "data", Access = [S3AccessLevel.Read], Prefix = "train/" }] },
            ["serve"] = new() { RoleName = "serving", Buckets = [new() { Name = "models", Access = [S3AccessLevel.Read] }] },
        }.ToImmutableSortedDictionary(),
        Deployers = new Dictionary<string, DeployerSettings>
        {
            ["ci"] = new()
            {
                ExecutionRoles = ["train", "serve"],
                Activities = OnSageMaker,
                ResourcePrefixes = ["churn-"],
                StudioUserProfiles = ["d-churn/jane"],
                HyperPodClusters = ["0123456789ab"],
                PartnerApps = ["app-CHURN0123456"],
            },
        }.ToImmutableSortedDictionary(),
    };

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::data/train/1", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::models/1", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::data/payroll/1", false)]
    [InlineData("s3:PutObject", "arn:aws:s3:::data/train/1", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::someone-elses/1", false)]
    [InlineData("iam:CreateUser", "arn:aws:iam::123456789012:user/ada", false)]
    [InlineData("iam:GetRole", "arn:aws:iam::123456789012:role/train-role-a1b2c3d", true)]
    [InlineData("iam:GetRole", "arn:aws:iam::123456789012:role/serving", true)]
    [InlineData("iam:GetRole", "arn:aws:iam::123456789012:role/serving-2", false)]
    public async Task ExecutionRoles_HaveWhatTheSettingsGiveAnyOfThem(string action, string on, bool allowed)
    {
        (await AllowsAsync(null, action, on)).Should().BeTrue("nothing bounds it");
        (await AllowsAsync(Boundary(BoundedKind.ExecutionRoles), action, on)).Should().Be(allowed);
    }

    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:us-east-1:123456789012:training-job/churn-a", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::data/train/1", false)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/train-role-a1b2c3d", true)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/SomeoneElsesAdmin", false)]
    [InlineData("iam:CreateAccessKey", "arn:aws:iam::123456789012:user/someone", false)]
    public async Task Deployers_HaveWhatTheSettingsGiveAnyOfThem(string action, string on, bool allowed)
    {
        (await AllowsAsync(null, action, on, ("iam:PassedToService", "sagemaker.amazonaws.com"))).Should().BeTrue("nothing bounds it");
        (await AllowsAsync(Boundary(BoundedKind.Deployers), action, on, ("iam:PassedToService", "sagemaker.amazonaws.com")))
            .Should().Be(allowed);
    }

    [Theory]
    [InlineData("iam:DeleteUserPermissionsBoundary", "user/bounded")]
    [InlineData("iam:PutUserPermissionsBoundary", "user/bounded")]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/train-role-a1b2c3d")]
    [InlineData("iam:PutRolePermissionsBoundary", "role/train-role-a1b2c3d")]
    [InlineData("iam:CreatePolicyVersion", "policy/executionRoles-boundary-a1b2c3d")]
    [InlineData("iam:SetDefaultPolicyVersion", "policy/deployers-boundary-a1b2c3d")]
    [InlineData("iam:DeletePolicy", "policy/deployers-boundary-a1b2c3d")]
    public async Task WhatWouldLiftIt_IsDenied_EvenByABoundaryThatAllowsEverything(string action, string resource)
    {
        var unliftable = new PolicyDocument(
        [
            new Statement { Sid = "Everything", Actions = ["*"], Resources = ["*"] },
            .. BoundaryPolicy.Unliftable(PolicyJudge.Account),
        ]);
        (await AllowsAsync(null, action, $"arn:aws:iam::123456789012:{resource}")).Should().BeTrue("nothing bounds it");
        (await AllowsAsync(unliftable, action, $"arn:aws:iam::123456789012:{resource}")).Should().BeFalse();
        (await AllowsAsync(unliftable, "iam:GetUser", "arn:aws:iam::123456789012:user/ada")).Should().BeTrue("it lifts nothing");
    }

    [Fact]
    public async Task OneThatIsTooLarge_NamesNoResources_ButOfWhatOpensDoors()
    {
        var many = Stack with
        {
            ExecutionRoles = Enumerable.Range(0, 60).ToDictionary(
                number => $"role-{number}",
                number => new ExecutionRoleSettings
                {
                    Buckets = [new() { Name = $"a-bucket-with-a-long-name-{number}", Access = [S3AccessLevel.Read], Prefix = "train/" }],
                    Secrets = ["database"],
                }).ToImmutableSortedDictionary(),
            Deployers = new Dictionary<string, DeployerSettings>().ToImmutableSortedDictionary(),
        };
        var boundary = Boundary(BoundedKind.ExecutionRoles, many);
        boundary.Size.Should().BeLessThanOrEqualTo(PolicyQuota.ManagedPolicy);
        (await AllowsAsync(boundary, "s3:GetObject", "arn:aws:s3:::someone-elses/1")).Should().BeTrue("there is no room for 60 buckets");
        (await AllowsAsync(boundary, "s3:PutObject", "arn:aws:s3:::someone-elses/1")).Should().BeFalse("no role may write");
        (await AllowsAsync(
            boundary, "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:payroll-AbCdEf"))
            .Should().BeFalse("secrets are still named");
    }

    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:us-east-1:123456789012:training-job/any", true)]
    [InlineData("sagemaker:CreateDomain", "arn:aws:sagemaker:us-east-1:123456789012:domain/any", true)]
    [InlineData("ec2:TerminateInstances", "arn:aws:ec2:us-east-1:123456789012:instance/i-0", false)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/SomeoneElsesAdmin", false)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/serving", true)]
    public async Task OneWhoseActionsAreTooMany_NamesThemByTheirVerbs(string action, string on, bool allowed)
    {
        var ci = Stack.Deployers["ci"] with { KmsKeys = ControlledDeployer.WithoutControls.KmsKeys };
        var all = Boundary(BoundedKind.Deployers, Stack with { Deployers = Stack.Deployers.SetItem("ci", ci) });
        all.Size.Should().BeLessThanOrEqualTo(PolicyQuota.ManagedPolicy);
        all.ToJson().Should().Contain("sagemaker:Describe*").And.NotContain("iam:*");
        (await AllowsAsync(all, action, on, ("iam:PassedToService", "sagemaker.amazonaws.com"))).Should().Be(allowed);
    }

    [Fact]
    public void WhatEvenSoIsTooLarge_IsAFault()
    {
        var faults = new List<Fault>();
        PlannedBoundaries.Of(
            Stack with
            {
                ExecutionRoles = Enumerable.Range(0, 200).ToDictionary(
                    number => $"role-{number}", number => new ExecutionRoleSettings { RoleName = $"a-role-of-some-name-{number}" })
                    .ToImmutableSortedDictionary(),
                Deployers = new Dictionary<string, DeployerSettings>().ToImmutableSortedDictionary(),
            },
            PolicyJudge.Account,
            faults);
        faults.Should().ContainSingle().Which.Path.Should().Be("boundary");
    }

    [Fact]
    public void Boundaries_AreOfWhatHasNoneOfItsOwn()
    {
        PlannedBoundaries.Of(Stack with { Boundary = false }, PolicyJudge.Account, []).Should().BeEmpty();
        PlannedBoundaries.Of(Stack, PolicyJudge.Account, []).Keys.Should().Equal(BoundedKind.ExecutionRoles, BoundedKind.Deployers);
        var own = Stack.Deployers.ToDictionary(
            deployer => deployer.Key, deployer => deployer.Value with { PermissionsBoundary = "arn:aws:iam::123456789012:policy/b" });
        PlannedBoundaries.Of(Stack with { Deployers = own.ToImmutableSortedDictionary() }, PolicyJudge.Account, []).Keys
            .Should().Equal(BoundedKind.ExecutionRoles);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/now-role-a1b2c3d", true)]
    [InlineData("arn:aws:iam::123456789012:role/then-role-a1b2c3d", true)]
    [InlineData("arn:aws:iam::123456789012:role/ever-role-a1b2c3d", false)]
    public async Task ARoleOfAnotherNameBefore_IsKnownByEach(string arn, bool allowed)
    {
        var renamed = Stack with
        {
            ExecutionRoles = Stack.ExecutionRoles.Clear().Add("now", new() { Formerly = ["then"] }),
            Deployers = Stack.Deployers.Clear().Add("ci", new() { ExecutionRoles = ["now"] }),
        };
        foreach (var kind in Enum.GetValues<BoundedKind>().Except([BoundedKind.PassRoleGrants]))
        {
            (await AllowsAsync(Boundary(kind, renamed), "iam:GetRole", arn)).Should().Be(allowed);
        }
    }

    [Theory]
    [InlineData("iam:CreateRole", "role/any", "arn:aws:iam::123456789012:policy/b", true)]
    [InlineData("iam:CreateRole", "role/any", "arn:aws:iam::123456789012:policy/another", false)]
    [InlineData("iam:CreateRole", "role/any", null, false)]
    [InlineData("iam:PutRolePolicy", "role/any", "arn:aws:iam::123456789012:policy/b", true)]
    [InlineData("iam:PutRolePolicy", "role/any", null, false)]
    [InlineData("iam:AttachRolePolicy", "role/any", "arn:aws:iam::123456789012:policy/b", true)]
    [InlineData("iam:AttachRolePolicy", "role/any", null, false)]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/any", "arn:aws:iam::123456789012:policy/b", false)]
    [InlineData("iam:CreatePolicyVersion", "policy/executionRoles-boundary-a1b2c3d", null, false)]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/any", null, false)]
    public async Task WhoeverMakesRolesForOthers_MakesThemWithTheBoundaryAlone(
        string action, string resource, string? boundary, bool allowed)
    {
        var document = BoundaryDelegation.Document("arn:aws:iam::123456789012:policy/b", PolicyJudge.Account);
        (string, string)[] context = boundary is null ? [] : [("iam:PermissionsBoundary", boundary)];
        (await PolicyJudge.AllowsAsync(document.Statements, action, $"arn:aws:iam::123456789012:{resource}", context))
            .Should().Be(allowed);
    }

    private static PolicyDocument Boundary(BoundedKind kind, StackSettings? stack = null) =>
        PlannedBoundaries.Of(stack ?? Stack, PolicyJudge.Account, [])[kind](OwnKeyArns.None);

    private static async Task<bool> AllowsAsync(PolicyDocument? boundary, string action, string on, params (string, string)[] context)
    {
        var account = new Account();
        if (boundary is not null)
        {
            account.Policy(
                "bound",
                string.Join(',', JsonNode.Parse(boundary.ToJson())!["Statement"]!.AsArray().Select(node => node!.ToJsonString())));
        }

        account.User("bounded", Everything, boundary: boundary is null ? null : "bound");
        (string, string)[] known = action == "iam:PassRole" ? context : [];
        var decision = await Judge.DecideAsync([account.Details], "arn:aws:iam::123456789012:user/bounded", action, on, known);
        return decision.Failed ? throw new InvalidOperationException(decision.Why) : decision.Allowed;
    }
}
