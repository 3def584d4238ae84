using System.Text.Json.Nodes;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>Whom the policy of a trail's bucket lets in, and what it takes from a role that may do everything.</summary>
public sealed class TrailBucketPolicyTests
{
    private const string CloudTrail = "cloudtrail.amazonaws.com";
    private const string Everything = "arn:aws:iam::123456789012:role/everything";
    private const string Trail = "aws:SourceArn=arn:aws:cloudtrail:us-east-1:123456789012:trail/audit";
    private const string Logs = "logs/AWSLogs/123456789012/CloudTrail/1";

    [Theory]
    [InlineData(CloudTrail, "GetBucketAcl", "logs", Trail, true)]
    [InlineData(CloudTrail, "GetBucketAcl", "logs", "", false)]
    [InlineData(CloudTrail, "GetBucketAcl", "logs", $"{Trail}2", false)]
    [InlineData(CloudTrail, "PutObject", Logs, Trail, true)]
    [InlineData(CloudTrail, "PutObject", Logs, "", false)]
    [InlineData(CloudTrail, "PutObject", Logs, "aws:SourceArn=arn:aws:cloudtrail:us-east-1:999999999999:trail/audit", false)]
    [InlineData(CloudTrail, "PutObject", "logs/AWSLogs/999999999999/1", Trail, false)]
    [InlineData(CloudTrail, "GetObject", Logs, Trail, false)]
    [InlineData("config.amazonaws.com", "PutObject", Logs, Trail, false)]
    [InlineData(Everything, "GetObject", Logs, "", true)]
    [InlineData(Everything, "GetObject", Logs, "aws:SecureTransport=false", false)]
    [InlineData(Everything, "PutBucketPolicy", "logs", "s3:TlsVersion=1.1", false)]
    [InlineData(Everything, "PutBucketPolicy", "logs", "s3:TlsVersion=1.2", true)]
    public async Task Bucket_IsForItsTrailToWrite(string by, string action, string on, string context, bool allowed)
    {
        var account = new Account().Role(
            "everything",
            """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""",
            """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""");
        var policy = TrailBucketPolicy.Document("logs", "audit", PolicyJudge.Account);
        var without = new JudgedWorld([account.Details], SmallStack.Place);
        var world = without with
        {
            Layers = new() { Resources = new(KeyValuePair.Create("arn:aws:s3:::logs", JsonNode.Parse(policy.ToJson()))) },
        };
        var keys = context.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
            .Select(entry => (entry[0], entry[1])).ToArray();

        (await Judge.DecideAsync(without, by, $"s3:{action}", $"arn:aws:s3:::{on}", keys)).Allowed.Should().Be(
            by == Everything, "without a policy of the bucket's, those of the account decide");
        var decision = await Judge.DecideAsync(world, by, $"s3:{action}", $"arn:aws:s3:::{on}", keys);

        decision.Result.Should().Be(allowed ? DecisionResult.Allowed : DecisionResult.Denied, decision.Why);
    }
}
