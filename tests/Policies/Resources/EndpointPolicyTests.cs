using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Proof.Judging;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>What comes through the endpoints of a VPC: of roles that may do everything, in whichever account.</summary>
public sealed class EndpointPolicyTests
{
    private const string Own = "arn:aws:iam::123456789012:role/everything";
    private const string Stranger = "arn:aws:iam::123456789013:role/everything";
    private const string AwsImage = "arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training";
    private const string Layers = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer";
    private const string OfOther = "aws:ResourceAccount=222222222222";

    private const string Settings = """
        {
          "executionRoles": {
            "unet": {
              "buckets": [
                { "name": "data", "access": ["read"] }, { "name": "shared", "account": "222222222222", "access": ["read"], "prefix": "x/" }
              ],
              "repositories": { "pull": ["unet"], "awsImages": ["pytorch-training"] }, "activities": ["useJumpStart"],
              "resourcePrefixes": ["unet-"]
            }
          },
          "guardedBuckets": { "guarded": { "principals": ["arn:aws:iam::123456789012:role/r"] } },
          "endpoints": {
            "main": {
              "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b"], "securityGroups": ["sg-0a1b"], "routeTables": ["rtb-0a1b"],
              "buckets": ["reports"]
            }
          }
        }
        """;

    private static readonly ImmutableSortedDictionary<EndpointService, PolicyDocument> Policies = StackPlan.Of(
        StackSettingsReader.Read("dev", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account), PolicyJudge.Account, [])
        .Endpoints["main"];

    [Theory]
    [InlineData("sagemaker.api", "sagemaker:CreateModel", "arn:aws:sagemaker:us-east-1:123456789012:model/m")]
    [InlineData("sagemaker.runtime", "sagemaker:InvokeEndpoint", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/e")]
    [InlineData("sts", "sts:AssumeRole", "arn:aws:iam::123456789012:role/r")]
    [InlineData("ecr.api", "ecr:DescribeImages", "arn:aws:ecr:us-east-1:123456789012:repository/any")]
    [InlineData("ecr.dkr", "ecr:BatchGetImage", "arn:aws:ecr:us-east-1:123456789012:repository/any")]
    [InlineData("logs", "logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:g:log-stream:s")]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::data/1")]
    [InlineData("s3", "s3:DeleteObject", "arn:aws:s3:::guarded/1")]
    [InlineData("s3", "s3:ListBucket", "arn:aws:s3:::reports")]
    public async Task TheAccountsOwn_ReachTheAccountsOwn_AndNobodyElseDoes_NorAnythingElse(string service, string action, string on)
    {
        var ofOther = on.Replace(":123456789012:", ":222222222222:", StringComparison.Ordinal);
        await ExpectAsync(service, Own, action, on, allowed: true);
        await ExpectAsync(service, Stranger, action, on, allowed: false);
        await ExpectAsync(service, Own, action, ofOther, allowed: false, OfOther);
        await ExpectAsync(service, Stranger, action, ofOther, allowed: false, OfOther);
    }

    [Theory]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::payroll/1", "", false)]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::data2/1", "", false)]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::shared/x/1", OfOther, true)]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::shared/x/1", "", false)]
    [InlineData("s3", "s3:GetObject", "arn:aws:s3:::jumpstart-cache-prod-us-east-1/1", "aws:ResourceAccount=763104351884", true)]
    [InlineData("s3", "s3:PutObject", "arn:aws:s3:::jumpstart-cache-prod-us-east-1/1", "aws:ResourceAccount=763104351884", false)]
    [InlineData("ecr.dkr", "ecr:BatchGetImage", AwsImage, "aws:ResourceAccount=763104351884", true)]
    [InlineData("ecr.dkr", "ecr:PutImage", AwsImage, "aws:ResourceAccount=763104351884", false)]
    [InlineData("ecr.api", "ecr:GetDownloadUrlForLayer", AwsImage, "aws:ResourceAccount=763104351884", true)]
    [InlineData("ecr.dkr", "ecr:BatchGetImage", $"{AwsImage}-2", "aws:ResourceAccount=763104351884", false)]
    [InlineData("ecr.dkr", "sts:AssumeRole", "arn:aws:iam::123456789012:role/r", "", false)]
    public Task OfOthers_WhatTheStacksPrincipalsAreAllowed_IsReached(
        string service, string action, string on, string context, bool allowed) =>
        ExpectAsync(service, Own, action, on, allowed, context.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("s3:GetObject", Layers, true)]
    [InlineData("s3:PutObject", Layers, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::prod-us-east-1-starport-layer-bucket2/layer", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer", false)]
    public Task TheLayersOfImages_AreDownloadedByWhomeverEcrSignsFor(string action, string on, bool allowed) =>
        ExpectAsync("s3", Stranger, action, on, allowed, "aws:ResourceAccount=123456789013");

    private static async Task ExpectAsync(string service, string by, string action, string on, bool allowed, params string[] context)
    {
        const string everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
        const string trust = """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:*"}""";
        var policy = Policies.Single(entry => entry.Key.Name() == service).Value;
        // Of an account that is not known, nothing is in the way.
        var account = (by == Own ? new Account() : new Account("123456789013")).Role("everything", trust, everything).Role("r", trust);
        var world = new JudgedWorld([account.Details], SmallStack.Place)
        {
            Layers = new()
            {
                Resources = new(
                    KeyValuePair.Create("arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b", JsonNode.Parse(policy.ToJson()))),
            },
        };
        var keys = context.Select(entry => entry.Split('=', 2)).Select(entry => (entry[0], entry[1]));

        var decision = await Judge.DecideAsync(world, by, action, on, [.. keys, ("aws:SourceVpce", "vpce-0a1b")]);

        decision.Allowed.Should().Be(allowed);
        decision.Why.Should().Be(allowed ? null : "the policy of the endpoint does not allow it");
        if (by == Own)
        {
            (await Judge.DecideAsync(world, by, action, on, [.. keys])).Allowed.Should().BeTrue("past the endpoint it is allowed");
        }
    }
}
