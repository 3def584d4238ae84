using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Proof;

public sealed class LintTests
{
    [Theory]
    [InlineData("ecr:DescribeGitRepositories does not exist")]
    [InlineData("s3:GetObject knows a resource (accesspointobject, object) and stands on *")]
    [InlineData("sagemaker:CreateModel knows a resource (model) and stands on *")]
    [InlineData("s3:PutObject matches none of the statement's resources: it knows accesspointobject, object")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:queue is known to none of the statement's actions")]
    [InlineData("ecr:DescribeRegistry knows no resource: it stands on * alone")]
    [InlineData("s3:Get* grants by pattern: name the actions")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:*/x has a wildcard for its resource type")]
    [InlineData("s3:DeleteObject does not know the condition key s3:prefix")]
    public async Task AFault_IsFound(string fault)
    {
        var proof = await Judge.ProveOnceAsync("lint faults", () => SmallStack.ProveAsync(details =>
        {
            var statements = details.RoleStatements();
            statements.Add(SmallStack.Allow("ecr:DescribeGitRepositories", "arn:aws:ecr:us-east-1:123456789012:repository/x"));
            statements.Add(SmallStack.Allow("s3:GetObject", "*"));
            statements.Add(SmallStack.Allow("sagemaker:CreateModel", "*"));
            statements.Add(SmallStack.Allow("s3:PutObject", "arn:aws:sqs:us-east-1:123456789012:queue"));
            statements.Add(SmallStack.Allow("ecr:DescribeRegistry", "arn:aws:ecr:us-east-1:123456789012:repository/x"));
            statements.Add(SmallStack.Allow("s3:Get*", "arn:aws:s3:::x/*"));
            statements.Add(SmallStack.Allow("sagemaker:CreateModel", "arn:aws:sagemaker:us-east-1:123456789012:*/x"));
            var conditional = SmallStack.Allow("s3:DeleteObject", "arn:aws:s3:::x/*");
            conditional["Condition"] = JsonNode.Parse("""{"StringLike":{"s3:prefix":"train/*"}}""");
            statements.Add(conditional);
        }));
        proof.Lint.Select(found => found.Fault).Should().Contain(fault);
    }

    [Fact]
    public async Task TheStackAsItIs_IsClean() => (await SmallStack.ProveAsync()).Lint.Should().BeEmpty();

    [Fact]
    public async Task AnActionWhoseResourceIsOptional_MayStandOnAll()
    {
        var proof = await SmallStack.ProveAsync(details => details.RoleStatements().Add(SmallStack.Allow("cloudwatch:PutMetricData", "*")));
        proof.Lint.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task WhatAProcessingJobInAVpcNeeds_MayStandOnAll_AsAWhole(int left, bool clean)
    {
        string[] all =
        [
            "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface",
            "ec2:DeleteNetworkInterfacePermission", "ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
        ];
        var proof = await SmallStack.ProveAsync(details =>
        {
            var statement = SmallStack.Allow(all[0], "*");
            statement["Action"] = new JsonArray([.. all.Skip(left).Select(action => (JsonNode)action)]);
            details.RoleStatements().Add(statement);
        });
        proof.Lint.Any(found => found.Fault.EndsWith("and stands on *", StringComparison.Ordinal)).Should().Be(!clean);
    }

    [Fact]
    public async Task ADocumentBeyondItsQuota_IsFound()
    {
        var proof = await SmallStack.ProveAsync(details =>
        {
            foreach (var number in Enumerable.Range(0, 50))
            {
                details.RoleStatements()
                    .Add(SmallStack.Allow("s3:GetObject", $"arn:aws:s3:::{new string('b', 60)}{number}/{new string('k', 120)}*"));
            }
        });
        proof.Failures.Should()
            .Contain(failure => failure.StartsWith("quota: inline policies together of churn-training-a1b2c3d", StringComparison.Ordinal));
    }
}
