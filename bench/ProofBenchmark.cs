using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Proof;
using Proof.Contracts;
using Proof.Judging;

namespace SageMakerIam.Bench;

/// <summary>
/// The proof of an access contract of 1,400 rows on 100 principals under boundaries: 50 execution roles with fourteen rows each, 50
/// deployers with eleven, and 50 guarded buckets with three for the account's administrators. The claim: less than ten seconds.
/// </summary>
public class ProofBenchmark
{
    private const int Pairs = 50;

    private const string OfRoles = "arn:aws:iam::123456789012:policy/executionRoles-boundary-0a1b2c3";
    private const string OfDeployers = "arn:aws:iam::123456789012:policy/deployers-boundary-0a1b2c3";

    private static readonly Place Home = Place.Of("123456789012", "us-east-1");

    private readonly string file = Path.GetTempFileName();
    private readonly AuthorizationDetails details = new(Details());
    private readonly PolicyLayers layers = new() { Resources = new(Enumerable.Range(0, Pairs).Select(Bucket)) };
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
        var proof = await AccessProof.RunAsync(contract!, details, Home, layers: layers);
        if (!proof.Held || proof.Rows.Count != 1_400 || proof.Boundaries.Count != 2)
        {
            throw new InvalidOperationException($"{proof.Rows.Count} rows: {string.Join('\n', proof.Failures.Take(5))}");
        }
    }

    private static string Contract() => $$"""
        executionRoles:
        {{Repeat(i => $$"""
          role-{{i}}:
            boundary: executionRoles-boundary
            may:
              - { be assumed by: sagemaker.amazonaws.com, for account: this }
              - read: s3://data-{{i}}/train/
              - write: s3://data-{{i}}/models/
              - pull an image of: image-{{i}}
              - write logs of: /aws/sagemaker/
            mayNot:
              - do the same with another: [account, bucket, folder, log group, region, repository, service]
              - delete: s3://data-{{i}}/train/
              - reach insecurely: s3://data-{{i}}/train/
        """)}}
        deployers:
        {{Repeat(i => $$"""
          user-{{i}}:
            boundary: deployers-boundary
            may:
              - { train: team-{{i}}-nightly, as: role-{{i}}, with an image of: image-{{i}}, on data under: none, results under: none }
              - { pass: role-{{i}}, to: sagemaker.amazonaws.com }
              - list all: TrainingJobs
              - push an image to: image-{{i}}
            mayNot:
              - do the same with another: [account, region, name, repository, role, service]
              - read: s3://data-{{i}}/train/
        """)}}
        administrators:
        {{Repeat(i => $$"""
          admin-{{i}}:
            may:
              - { action: s3:PutBucketPolicy, on: "arn:aws:s3:::data-{{i}}" }
            mayNot:
              - { action: s3:GetObject, on: "arn:aws:s3:::data-{{i}}/any" }
              - reach insecurely: s3://data-{{i}}/train/
        """)}}
        """;

    private static JsonObject Details() => new JsonObject
    {
        ["RoleDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => Role(i))]),
        ["UserDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => User(i))]),
        ["Policies"] = new JsonArray(
            Boundary(
                OfRoles,
                """
                {"Effect":"Allow","Resource":"*","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage",
                  "ecr:GetAuthorizationToken","ecr:GetDownloadUrlForLayer","logs:CreateLogGroup","logs:CreateLogStream",
                  "logs:DescribeLogStreams","logs:PutLogEvents","s3:AbortMultipartUpload","s3:GetObject","s3:ListBucket","s3:PutObject"]}
                """),
            Boundary(
                OfDeployers,
                $$"""
                {"Effect":"Allow","Action":"iam:PassRole","Condition":{"StringEquals":{"iam:PassedToService":"sagemaker.amazonaws.com"} },
                  "Resource":[{{string.Join(',', Enumerable.Range(0, Pairs).Select(i => $"\"{RoleArn(i)}\""))}}]},
                {"Effect":"Allow","Resource":"*","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage",
                  "ecr:CompleteLayerUpload","ecr:GetAuthorizationToken","ecr:InitiateLayerUpload","ecr:PutImage","ecr:UploadLayerPart",
                  "logs:DescribeLogStreams","logs:GetLogEvents","sagemaker:AddTags","sagemaker:BatchGetMetrics",
                  "sagemaker:CreateTrainingJob","sagemaker:DeleteTags","sagemaker:DeleteTrainingJob","sagemaker:DescribeTrainingJob",
                  "sagemaker:ListTags","sagemaker:ListTrainingJobs","sagemaker:StopTrainingJob","sagemaker:UpdateTrainingJob"]}
                """)),
    };

    private static JsonObject Boundary(string arn, string statements) => new JsonObject
    {
        ["Arn"] = arn,
        ["PolicyVersionList"] = new JsonArray(new JsonObject
        {
            ["IsDefaultVersion"] = true,
            ["Document"] = Document($$"""
                {{statements}},
                {"Effect":"Deny","Resource":"*","Action":["iam:DeleteRolePermissionsBoundary","iam:DeleteUserPermissionsBoundary",
                  "iam:PutRolePermissionsBoundary","iam:PutUserPermissionsBoundary"]},
                {"Effect":"Deny","Resource":"arn:aws:iam::123456789012:policy/*-boundary-*","Action":["iam:CreatePolicyVersion",
                  "iam:DeletePolicy","iam:DeletePolicyVersion","iam:SetDefaultPolicyVersion"]}
                """),
        }),
    };

    private static KeyValuePair<string, JsonNode?> Bucket(int i) => KeyValuePair.Create(
        $"arn:aws:s3:::data-{i}",
        (JsonNode?)Document($$"""
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::data-{{i}}","arn:aws:s3:::data-{{i}}/*"],
              "Condition":{"Bool":{"aws:SecureTransport":"false"} } },
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::data-{{i}}","arn:aws:s3:::data-{{i}}/*"],
              "Condition":{"NumericLessThan":{"s3:TlsVersion":"1.2"} } },
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::data-{{i}}/*",
              "Condition":{"ArnNotLike":{"aws:PrincipalArn":"{{RoleArn(i)}}"} } }
            """));

    private static string RoleArn(int i) => $"arn:aws:iam::123456789012:role/role-{i}";

    private static JsonObject Role(int i) => new()
    {
        ["RoleName"] = $"role-{i}",
        ["Arn"] = RoleArn(i),
        ["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryArn"] = OfRoles },
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
        ["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryArn"] = OfDeployers },
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
