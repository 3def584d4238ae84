using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Proof;
using Proof.Contracts;
using Proof.Judging;

namespace SageMakerIam.Bench;

/// <summary>
/// The proof of an access contract of 1,200 rows on 100 principals: 50 execution roles with thirteen rows each, and 50 deployers with
/// eleven. The claim: less than ten seconds.
/// </summary>
public class ProofBenchmark
{
    private const int Pairs = 50;

    private readonly Place place = Place.Of("123456789012", "us-east-1");
    private readonly string file = Path.GetTempFileName();
    private readonly AuthorizationDetails details = new(Details());
    private AccessContract? contract;

    [GlobalSetup]
    public void ReadContract()
    {
        File.WriteAllText(file, Contract());
        contract = AccessContract.Read(file);
    }

    [GlobalCleanup]
    public void DeleteContract() => File.Delete(file);

    [Benchmark]
    public async Task ProveAsync()
    {
        var proof = await AccessProof.RunAsync(contract!, details, place);
        if (!proof.Held || proof.Rows.Count != 1_200)
        {
            throw new InvalidOperationException($"{proof.Rows.Count} rows: {string.Join('\n', proof.Failures.Take(5))}");
        }
    }

    private static string Contract() => $$"""
        executionRoles:
        {{Repeat(i => $$"""
          role-{{i}}:
            may:
              - { be assumed by: sagemaker.amazonaws.com, for account: this }
              - read: s3://data-{{i}}/train/
              - write: s3://data-{{i}}/models/
              - pull an image of: image-{{i}}
              - write logs of: /aws/sagemaker/
            mayNot:
              - do the same with another: [account, bucket, folder, log group, region, repository, service]
              - delete: s3://data-{{i}}/train/
        """)}}
        deployers:
        {{Repeat(i => $$"""
          user-{{i}}:
            may:
              - { train: team-{{i}}-nightly, as: role-{{i}}, with an image of: image-{{i}}, on data under: none, results under: none }
              - { pass: role-{{i}}, to: sagemaker.amazonaws.com }
              - list all: TrainingJobs
              - push an image to: image-{{i}}
            mayNot:
              - do the same with another: [account, region, name, repository, role, service]
              - read: s3://data-{{i}}/train/
        """)}}
        """;

    private static JsonObject Details() => new JsonObject
    {
        ["RoleDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => Role(i))]),
        ["UserDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => User(i))]),
    };

    private static JsonObject Role(int i) => new()
    {
        ["RoleName"] = $"role-{i}",
        ["Arn"] = $"arn:aws:iam::123456789012:role/role-{i}",
        ["AssumeRolePolicyDocument"] = Document("""
            {"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole",
              "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}}
            """),
        ["RolePolicyList"] = Inline($$"""
            {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::data-{{i}}",
              "Condition":{"StringEquals":{"aws:ResourceAccount":"123456789012"},"StringLike":{"s3:prefix":"train/*"} } },
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data-{{i}}/train/*",
              "Condition":{"StringEquals":{"aws:ResourceAccount":"123456789012"} } },
            {"Effect":"Allow","Action":["s3:PutObject","s3:AbortMultipartUpload"],"Resource":"arn:aws:s3:::data-{{i}}/models/*",
              "Condition":{"StringEquals":{"aws:ResourceAccount":"123456789012"} } },
            {"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"},
            {"Effect":"Allow","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],
              "Resource":"arn:aws:ecr:us-east-1:123456789012:repository/image-{{i}}"},
            {"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"],
              "Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/*"}
            """),
    };

    private static JsonObject User(int i) => new()
    {
        ["UserName"] = $"user-{i}",
        ["Arn"] = $"arn:aws:iam::123456789012:user/user-{i}",
        ["UserPolicyList"] = Inline($$"""
            {"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/role-{{i}}",
              "Condition":{"StringEquals":{"iam:PassedToService":"sagemaker.amazonaws.com"} } },
            {"Effect":"Allow","Action":"sagemaker:AddTags",
              "Resource":"arn:aws:sagemaker:us-east-1:123456789012:training-job/team-{{i}}-*",
              "Condition":{"StringEquals":{"sagemaker:TaggingAction":"CreateTrainingJob"} } },
            {"Effect":"Allow","Action":["sagemaker:BatchGetMetrics","sagemaker:CreateTrainingJob","sagemaker:DeleteTags",
              "sagemaker:DeleteTrainingJob","sagemaker:DescribeTrainingJob","sagemaker:ListTags","sagemaker:StopTrainingJob",
              "sagemaker:UpdateTrainingJob"],
              "Resource":"arn:aws:sagemaker:us-east-1:123456789012:training-job/team-{{i}}-*"},
            {"Effect":"Allow","Action":"sagemaker:ListTrainingJobs","Resource":"*"},
            {"Effect":"Allow","Action":"logs:DescribeLogStreams",
              "Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:*"},
            {"Effect":"Allow","Action":"logs:GetLogEvents",
              "Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:team-{{i}}-*"},
            {"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"},
            {"Effect":"Allow","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:CompleteLayerUpload",
              "ecr:InitiateLayerUpload","ecr:PutImage","ecr:UploadLayerPart"],
              "Resource":"arn:aws:ecr:us-east-1:123456789012:repository/image-{{i}}"}
            """),
    };

    private static JsonArray Inline(string statements) =>
        [new JsonObject { ["PolicyName"] = "policy", ["PolicyDocument"] = Document(statements) }];

    private static JsonNode Document(string statements) => JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")!;

    private static string Repeat(Func<int, string> entry) => string.Join('\n', Enumerable.Range(0, Pairs).Select(entry));
}
