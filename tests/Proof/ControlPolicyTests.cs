using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>How the policies of an organization decide beside those of identities and resources.</summary>
public sealed class ControlPolicyTests : IDisposable
{
    private const string User = "arn:aws:iam::123456789012:user/ada";
    private const string Other = "arn:aws:iam::210987654321:user/eve";
    private const string Object = "arn:aws:s3:::data/train/1";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string DenyS3 = """{"Version":"2012-10-17","Statement":{"Sid":"NoS3","Effect":"Deny","Action":"s3:*","Resource":"*"}}""";
    private const string AllowEc2 = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}""";
    private const string AllowS3 = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";
    private const string DenyOutsiders = """
        {"Version":"2012-10-17","Statement":{"Sid":"Perimeter","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
         "Condition":{"StringNotEquals":{"aws:PrincipalAccount":"123456789012"}}}}
        """;

    private const string OpenToEve = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:user/eve"},
         "Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ADenyOfTheOrganization_Wins_AndIsNamed()
    {
        var decision = await DecideAsync([DenyS3], [], User, "s3:GetObject", Object);
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.Reason.Should().StartWith("denied by NoS3 of service control policy 1 of ");
    }

    [Fact]
    public async Task WhatOnlyDenies_StandsBesideFullAccess() =>
        (await DecideAsync([DenyS3], [], User, "ec2:DescribeVpcs", "*")).Result.Should().Be(DecisionResult.Allowed);

    [Theory]
    [InlineData(DecisionResult.Allowed, $"[{AllowS3},{AllowEc2}]")]
    [InlineData(DecisionResult.Allowed, AllowS3, AllowS3)]
    [InlineData(DecisionResult.Denied, AllowEc2)]
    [InlineData(DecisionResult.Denied, AllowS3, AllowEc2)]
    public async Task EveryLevel_HasToAllow_BySomePolicyOfIt(DecisionResult result, params string[] levels)
    {
        var decision = await DecideAsync(levels, [], User, "s3:GetObject", Object);
        decision.Result.Should().Be(result);
        if (result == DecisionResult.Denied)
        {
            decision.Reason.Should().Be("no service control policy of a level allows it");
        }
    }

    [Fact]
    public async Task ServiceControlPolicies_BindNobodyElse()
    {
        (await DecideAsync([DenyS3], [], Other, "s3:GetObject", Object)).Result.Should().Be(DecisionResult.Allowed);
        (await DecideAsync(
            [DenyS3.Replace("s3:*", "sts:*", StringComparison.Ordinal)], [], "sagemaker.amazonaws.com", "sts:AssumeRole",
            "arn:aws:iam::123456789012:role/training")).Result.Should().Be(DecisionResult.Allowed);
    }

    [Fact]
    public async Task ResourceControlPolicies_BindEverybody()
    {
        (await DecideAsync([], [DenyOutsiders], User, "s3:GetObject", Object)).Result.Should().Be(DecisionResult.Allowed);
        var decision = await DecideAsync([], [DenyOutsiders], Other, "s3:GetObject", Object);
        decision.Reason.Should().StartWith("denied by Perimeter of resource control policy 1 of ");
    }

    [Fact]
    public async Task BothCount_WhenMutantsAndEscalationAreDecided()
    {
        var layers = new PolicyLayers { ServiceControl = [ControlPolicies.ReadService(File(DenyS3))] };
        var proof = await AccessProof.RunAsync(
            AccessContract.Read(SmallStack.ContractFile), new(SmallStack.Details()), SmallStack.Place, null, layers);
        proof.BrokenRows.Select(row => row.Row.Text).Should()
            .Contain("executionRoles.churn-training may read s3://example-churn-data/train/");
        proof.Mutants.Unnoticed.Should().Contain(mutant => mutant.Taken == "Action s3:GetObject");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"Effect\":\"Deny\"}")]
    [InlineData("[\"\"]")]
    public void AFileWithoutPolicies_IsOneMessage(string content)
    {
        var file = File(content);
        var read = () => ControlPolicies.ReadService(file);
        read.Should().Throw<InvalidPoliciesException>()
            .WithMessage($"{file}: it is no policy: it has no Statement.*Write a service control*");
    }

    [Theory]
    [InlineData(AllowS3)]
    [InlineData(DenyS3)]
    public void AResourceControlPolicyThatDoesMoreThanDenyEverybody_IsRefused(string content)
    {
        var read = () => ControlPolicies.ReadResource(File(content));
        read.Should().Throw<InvalidPoliciesException>().WithMessage("*a statement of it does something else.*to the principal \"*\"*");
    }

    private Task<Decision> DecideAsync(
        IEnumerable<string> service, IEnumerable<string> resource, string by, string action, string on)
    {
        var trust = """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""";
        var account = new Account().User("ada", Everything).Role("training", trust);
        return Judge.DecideAsync(
            new JudgedWorld([account.Details], SmallStack.Place)
            {
                Layers = new()
                {
                    Resources = new(KeyValuePair.Create("arn:aws:s3:::data", JsonNode.Parse(OpenToEve))),
                    ServiceControl = [.. service.Select(File).Select(ControlPolicies.ReadService)],
                    ResourceControl = [.. resource.Select(File).Select(ControlPolicies.ReadResource)],
                },
            },
            by,
            action,
            on);
    }

    private string File(string content)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid()}.json");
        System.IO.File.WriteAllText(file, content);
        return file;
    }
}
