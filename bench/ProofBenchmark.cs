using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Proof;
using Proof.Contracts;
using Proof.Judging;

namespace SageMakerIam.Bench;

/// <summary>
/// The proof of an access contract of 1,200 rows on 100 principals: 50 execution roles with thirteen rows each, and 50 deployers with
/// eleven. The claim: less than five seconds. Under layers, all bear boundaries, and 50 guarded buckets have policies, with a row more for
/// each role and three for the account's administrators. The claim: less than ten seconds.
/// </summary>
public class ProofBenchmark
{
    private const int Pairs = 50;

    private const string OfRoles = "arn:aws:iam::123456789012:policy/executionRoles-boundary-0a1b2c3";
    private const string OfDeployers = "arn:aws:iam::123456789012:policy/deployers-boundary-0a1b2c3";

    private static readonly Place Home = Place.Of("123456789012", "us-east-1");

    private readonly string file = Path.GetTempFileName();
    private AuthorizationDetails? details;
    private PolicyLayers layers = PolicyLayers.None;
    private AccessContract? contract;

    /// <summary>Whether boundaries and policies of buckets decide as well.</summary>
    [Params(false, true)]
    public bool UnderLayers { get; set; }

    [GlobalSetup]
    public void ReadContract()
    {
        File.WriteAllText(file, UnderLayers ? Contract() + OfLayers() : WithoutLayers(Contract()));
        contract = AccessContract.Read(file);
        details = new(Details(UnderLayers));
        layers = UnderLayers ? new() { Resources = new(Enumerable.Range(0, Pairs).Select(Bucket)) } : PolicyLayers.None;
    }

    [GlobalCleanup]
    public void DeleteContract() => File.Delete(file);

    [Benchmark]
    public async Task ProveAsync()
    {
        var proof = await AccessProof.RunAsync(contract!, details!, Home, layers: layers);
        var (rows, boundaries) = UnderLayers ? (1_400, 2) : (1_200, 0);
        if (!proof.Held || proof.Rows.Count != rows || proof.Boundaries.Count != boundaries)
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
        """;

    // Only a layer denies what is reached insecurely.
    private static string WithoutLayers(string contract) => string.Join('\n', contract.Split('\n').Where(
        line => !line.Contains("boundary:", StringComparison.Ordinal) && !line.Contains("reach insecurely", StringComparison.Ordinal)));

    private static string OfLayers() => $$"""

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

    private static JsonObject Details(bool areBounded) => new()
    {
        ["RoleDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => Bounded(Role(i), areBounded ? OfRoles : null))]),
        ["UserDetailList"] = new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => Bounded(User(i), areBounded ? OfDeployers : null))]),
        ["Policies"] = areBounded ? Boundaries() : [],
    };

    private static JsonObject Bounded(JsonObject identity, string? boundary)
    {
        if (boundary is not null)
        {
            identity["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryArn"] = boundary };
        }

        return identity;
    }

    private static JsonArray Boundaries() =>
    [
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
            """),
    ];

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
