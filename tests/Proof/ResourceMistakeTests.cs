using System.Text.Json;
using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// Mistakes in the policies that resources bear, and in the one that goes into the account of a grant's principal. The proof notices each
/// by itself, and says the row, or whom it lets in.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class ResourceMistakeTests
{
    private const string Training = "arn:aws:iam::123456789012:role/training";
    private const string Ci = "arn:aws:iam::123456789012:user/ci";
    private const string Grant = "arn:aws:iam::123456789012:role/builder";
    private const string App = "arn:aws:iam::123456789012:role/app";
    private const string Updates = "arn:aws:iam::123456789012:role/updates";
    private const string Auditors = "arn:aws:iam::123456789012:role/auditors";
    private const string Builder = "arn:aws:iam::222222222222:role/builder";
    private const string Partner = "arn:aws:iam::333333333333:role/partner";
    private const string ExternalId = "0123456789abcdefghijABCDEFGHIJ01";
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:ml/database-a1B2c3";
    private const string Images = "arn:aws:ecr:us-east-1:123456789012:repository/serving";
    private const string AwsImage = "arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training";
    private const string Endpoint = "vpce-0a1b2c3d";
    private const string OfTheTrail = "\"aws:SourceArn\":\"arn:aws:cloudtrail:us-east-1:123456789012:trail/audit\"";
    private const string OfCloudTrail = "\"aws:PrincipalIsAWSService\":\"true\"";

    private const string Settings = $$"""
        { "executionRoles": { "training": {
            "buckets": [ { "name": "data", "access": ["read", "write"] } ], "repositories": { "awsImages": ["pytorch-training"] },
            "kmsKeys": ["{{Key}}"], "secrets": ["ml/database"], "secretKmsKeys": ["{{Key}}"] } },
          "deployers": { "ci": { "kmsKeys": ["{{Key}}"], "listBuckets": true } },
          "passRoleGrants": { "builder": {
            "principal": "{{Builder}}", "executionRoles": ["training"], "activities": ["manageJobs"], "resourcePrefixes": ["b-"] } },
          "guardedBuckets": { "data": {
            "create": true, "administrators": ["{{Updates}}"], "kmsKey": "{{Key}}", "endpoints": ["{{Endpoint}}"] } },
          "endpoints": { "vpc": {
            "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b"], "securityGroups": ["sg-0a1b"], "routeTables": ["rtb-0a1b"] } } }
        """;

    private const string OfThePrincipal = $$"""
        passRoleGrants:
          builder:
            may:
              - { be assumed from outside by: {{Builder}}, with external id: its own }
            mayNot:
              - do the same with another: [identity, external id]
        others:
          build-server:
            name: {{Builder}}
            policies: [assume-grant]
            may:
              - { become: builder, with external id: its own }
            mayNot:
              - do the same with another: [account, role, external id]
        """;

    private const string OfTheHandedOverSecret = $$"""
        others:
          app:
            name: {{App}}
            may:
              - read secret: {{Secret}}
            mayNot:
              - write secret: {{Secret}}
        """;

    private const string OfTheSecret = $$"""
        executionRoles:
          training:
            may:
              - read secret: ml/database
            mayNot: []
        others:
          partner:
            name: {{Partner}}
            may:
              - read secret: ml/database
            mayNot:
              - write secret: ml/database
        administrators:
          updates:
            name: {{Updates}}
            may:
              - write secret: ml/database
            mayNot:
              - read secret: ml/database
        """;

    private const string OfTheWorkersKey = $$"""
        executionRoles:
          training:
            may:
              - use key: {{Key}}
            mayNot:
              - do the same with another: [key, grantee]
        deployers:
          ci:
            may:
              - encrypt with: {{Key}}
            mayNot:
              - do the same with another: [key, grantee, service]
              - use key: {{Key}}
        administrators:
          updates:
            name: {{Updates}}
            may:
              - administer key: {{Key}}
            mayNot:
              - use key: {{Key}}
        """;

    private const string OfTheReadersKey = $$"""
        executionRoles:
          training:
            may:
              - { read secret: ml/database, under key: {{Key}} }
            mayNot:
              - do the same with another: [key, secret]
        others:
          partner:
            name: {{Partner}}
            may:
              - { read secret: ml/database, under key: {{Key}} }
            mayNot:
              - do the same with another: service
              - use key: {{Key}}
        administrators:
          updates:
            name: {{Updates}}
            may:
              - { write secret: ml/database, under key: {{Key}} }
            mayNot:
              - do the same with another: service
              - use key: {{Key}}
        """;

    private const string OfTheTrailsKey = $$"""
        administrators:
          auditors:
            name: {{Auditors}}
            may:
              - { encrypt logs under: {{Key}}, of trail: audit, in the name of: audit }
              - { read logs under: {{Key}}, in the name of: audit }
            mayNot:
              - { encrypt logs under: {{Key}}, of trail: audit, in the name of: audi }
              - { encrypt logs under: {{Key}}, of trail: audi, in the name of: audit }
              - { encrypt logs under: {{Key}}, of trail: audit }
              - { read logs under: {{Key}}, in the name of: audi }
              - read logs under: {{Key}}
              - do the same with another: service
          account-administrators:
            mayNot:
              - { read logs under: {{Key}}, in the name of: audit }
        """;

    private const string OfTheBucket = $$"""
        executionRoles:
          training:
            may:
              - { read: s3://data/, through endpoint: {{Endpoint}} }
              - { write: s3://data/, through endpoint: {{Endpoint}} }
              - action: s3:PutObject
                on: arn:aws:s3:::data/any-object
                with:
                  s3:x-amz-server-side-encryption: aws:kms
                  s3:x-amz-server-side-encryption-aws-kms-key-id: {{Key}}
                  aws:SourceVpce: {{Endpoint}}
              - { action: s3:GetObject, on: "arn:aws:s3:::data/any", with: { aws:ViaAWSService: "true" } }
            mayNot:
              - do the same with another: [account, bucket, endpoint, key]
              - { reach insecurely: s3://data/, through endpoint: {{Endpoint}} }
              - { write with a key of its own: s3://data/, through endpoint: {{Endpoint}} }
        administrators:
          updates:
            name: {{Updates}}
            may:
              - administer bucket: s3://data/
            mayNot:
              - { action: s3:GetObject, on: "arn:aws:s3:::data/any", with: { aws:SourceVpce: {{Endpoint}} } }
              - { delete: s3://data/, through endpoint: {{Endpoint}} }
              - reach insecurely: s3://data/
          account-administrators:
            mayNot:
              - { list: s3://data/, through endpoint: {{Endpoint}} }
        """;

    private const string OfTheTrailsBucket = """
        administrators:
          auditors:
            may:
              - { deliver logs to: s3://logs/AWSLogs/123456789012/, of trail: audit }
            mayNot:
              - { deliver logs to: [s3://logs/AWSLogs/1234567890120/, s3://logs/], of trail: audit }
              - { deliver logs to: s3://logs/AWSLogs/123456789012/, of trail: audi }
              - reach insecurely: s3://logs/
        """;

    private const string OfTheRepository = $$"""
        others:
          account:
            name: arn:aws:iam::333333333333:root
            may:
              - { action: ecr:BatchGetImage, on: "{{Images}}" }
              - { action: ecr:BatchCheckLayerAvailability, on: "{{Images}}" }
              - { action: ecr:GetDownloadUrlForLayer, on: "{{Images}}" }
            mayNot:
              - push an image to: {{Images}}
        administrators:
          image-maintainers:
            may:
              - { be pulled by SageMaker: serving, for account: "333333333333" }
            mayNot:
              - { be pulled by SageMaker: serving, for account: "999999999999" }
        """;

    // The bucket lets a partner in, but not through the VPC.
    private const string OfTheEndpointOfS3 = $$"""
        executionRoles:
          training:
            may:
              - { read: s3://data/, through endpoint: {{Endpoint}} }
              - { write: s3://data/, through endpoint: {{Endpoint}} }
            mayNot: []
        deployers:
          ci:
            may:
              - { action: s3:ListAllMyBuckets, on: "*", with: { aws:SourceVpce: {{Endpoint}} } }
            mayNot: []
        others:
          partner:
            name: {{Partner}}
            may:
              - { action: s3:GetObject, on: "arn:aws:s3:::data/any" }
            mayNot:
              - { action: s3:GetObject, on: "arn:aws:s3:::data/any", with: { aws:SourceVpce: {{Endpoint}} } }
          image-layers:
            name: arn:aws:iam::999999999999:role/ecr
            may:
              - action: s3:GetObject
                on: arn:aws:s3:::prod-us-east-1-starport-layer-bucket/any-layer
                with: { aws:SourceVpce: {{Endpoint}}, aws:ResourceAccount: "999999999999" }
            mayNot:
              - action: s3:PutObject
                on: arn:aws:s3:::prod-us-east-1-starport-layer-bucket/any-layer
                with: { aws:SourceVpce: {{Endpoint}}, aws:ResourceAccount: "999999999999" }
        """;

    private const string OfTheEndpointOfEcr = $$"""
        executionRoles:
          training:
            may:
              - { action: ecr:BatchGetImage, on: "{{AwsImage}}", with: { aws:SourceVpce: {{Endpoint}} } }
              - { action: ecr:GetAuthorizationToken, on: "*", with: { aws:SourceVpce: {{Endpoint}} } }
            mayNot: []
        administrators:
          account-administrators:
            may:
              - { action: ecr:BatchGetImage, on: "{{AwsImage}}", with: { aws:SourceVpce: {{Endpoint}} } }
            mayNot:
              - { action: ecr:BatchGetImage, on: "{{AwsImage}}-2", with: { aws:SourceVpce: {{Endpoint}} } }
              - { action: ecr:PutImage, on: "{{AwsImage}}", with: { aws:SourceVpce: {{Endpoint}} } }
        """;

    private static readonly Lazy<Dictionary<string, Borne>> Bearers = new(() => Made().ToDictionary(borne => borne.By));

    /// <summary>What bears the policy, a statement, what stands in it, what stands there by mistake, and what the proof says.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes { get; } = new()
    {
        { "principal", "AssumePassRoleGrant", "role/builder", "role/*", "build-server may not do the same with another role" },
        { "principal", "AssumePassRoleGrant", "role/builder", "role/builder*", "build-server may not do the same with another role" },
        { "principal", "AssumePassRoleGrant", "123456789012", "*", "build-server may not do the same with another account" },
        { "principal", "AssumePassRoleGrant", "sts:AssumeRole", "sts:TagSession", "build-server may become builder" },
        { "handed-over secret", "Readers", "role/app", "root", "app may read secret" },
        { "handed-over secret", "Readers", "role/app", "role/ap", "app may read secret" },
        { "handed-over secret", "Readers", "arn:aws:iam::123456789012:role/app", "*", "lets in every account" },
        { "handed-over secret", "Readers", "iam::123456789012", "iam::123456789013", "lets in arn:aws:iam::123456789013:role/app" },
        { "handed-over secret", "Readers", "secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue", "app may not write secret" },
        { "secret", "ReadersAlone", "ArnNotEquals", "ArnEquals", "training may read secret ml/database" },
        { "secret", "ReadersAlone", "aws:PrincipalArn", "aws:SourceArn", "training may read secret ml/database" },
        { "secret", "ReadersAlone", "role/training", "role/*", "updates may not read secret ml/database" },
        { "secret", "ReadersAlone", "\"Deny\"", "\"Allow\"", "lets in every account" },
        { "secret", "ReadersAlone", "GetSecretValue", "PutSecretValue", "updates may write secret ml/database" },
        { "secret", "ReadersOfOtherAccounts", "role/partner", "root", "lets in account 333333333333" },
        { "secret", "ReadersOfOtherAccounts", "secretsmanager:DescribeSecret", "secretsmanager:*", "partner may not write secret" },
        { "workers' key", "Administration", "kms:GetKeyPolicy", "kms:Decrypt", "updates may not use key" },
        { "workers' key", "Administration", "kms:GetKeyPolicy", "kms:CreateGrant", "updates may administer key" },
        { "workers' key", "Administration", "\"kms:PutKeyPolicy\",", "", "updates may administer key" },
        { "workers' key", "Administration", "123456789012:root", "123456789012:role/training", "updates may administer key" },
        { "workers' key", "WorkUse", "role/training", "role/*", "updates may not use key" },
        { "workers' key", "WorkUse", "role/training", "role/train*", "lets in whoever is named like role/train" },
        { "workers' key", "WorkUse", "ArnEquals", "ArnNotEquals", "training may use key" },
        { "workers' key", "WorkUse", "kms:Encrypt", "kms:ReEncryptTo", "training may use key" },
        { "workers' key", "CallerUse", "user/ci", "user/*", "lets in whoever is named like user/SomeoneElses" },
        { "workers' key", "CallerUse", "user/ci", "user/c", "ci may encrypt with" },
        { "readers' key", "ReaderUse", "role/training", "role/*", "updates may not use key" },
        { "readers' key", "ReaderUse", "kms:Decrypt", "kms:Encrypt", "training may read secret ml/database" },
        { "readers' key", "OtherReaderUse", "role/partner", "root", "lets in account 333333333333" },
        { "readers' key", "OtherReaderUse", "kms:ViaService", "kms:CallerAccount", "partner may read secret" },
        { "readers' key", "OtherReaderUse", "StringEquals", "StringEqualsIfExists", "partner may not use key" },
        { "readers' key", "WriterUse", "secretsmanager.us-east-1", "*.us-east-1", "updates may write secret" },
        { "readers' key", "WriterUse", "StringEquals", "StringEqualsIfExists", "updates may not do the same with another service" },
        { "readers' key", "WriterUse", "kms:GenerateDataKey", "kms:Encrypt", "updates may write secret" },
        { "trail's key", "TrailEncrypts", OfTheTrail, OfCloudTrail, "lets in cloudtrail.amazonaws.com for every account" },
        { "trail's key", "TrailEncrypts", "StringLike", "StringLikeIfExists", "auditors may not encrypt logs under" },
        { "trail's key", "TrailEncrypts", "cloudtrail:*:123456789012:trail/audit", "cloudtrail:*", "auditors may not encrypt logs under" },
        { "trail's key", "TrailEncrypts", "kms:GenerateDataKey*", "kms:Encrypt", "auditors may encrypt logs under" },
        { "trail's key", "TrailLooksUp", OfTheTrail, OfCloudTrail, "lets in cloudtrail.amazonaws.com for every account" },
        { "trail's key", "TrailLooksUp", "kms:DescribeKey", "kms:GetKeyPolicy", "auditors may encrypt logs under" },
        { "trail's key", "LogReaderUse", "role/auditors", "root", "account-administrators may not read logs under" },
        { "trail's key", "LogReaderUse", "\"s3.us-east-1", "\"*.us-east-1", "auditors may read logs under" },
        { "trail's key", "LogReaderUse", "StringLike", "StringLikeIfExists", "auditors may not read logs under" },
        { "bucket", "GuardedFromPlainHttp", "\"false\"", "\"true\"", "training may read s3://data/" },
        { "bucket", "GuardedFromPlainHttp", "\"arn:aws:s3:::data\",", "", "updates may not reach insecurely s3://data/" },
        { "bucket", "GuardedFromOldTls", "1.2", "1.1", "updates may not reach insecurely s3://data/" },
        { "bucket", "GuardedFromOldTls", "NumericLessThan", "NumericGreaterThan", "updates may not reach insecurely s3://data/" },
        { "bucket", "GuardedFromKeysOfCallers", "\"false\"", "\"true\"", "training may write s3://data/" },
        { "bucket", "GuardedFromKeysOfCallers", "PutObject", "GetObject", "training may not write with a key of its own s3://data/" },
        { "bucket", "GuardedFromOtherKeys", "ArnNotEquals", "ArnEquals", "training may s3:PutObject" },
        { "bucket", "GuardedFromOtherKeys", "key/1234abcd-12ab-34cd-56ef-1234567890ab", "key/*", "another key" },
        { "bucket", "GuardedFromOthers", "role/training", "role/*", "updates may not s3:GetObject" },
        { "bucket", "GuardedFromOthers", "s3:*", "s3:Get*", "updates may not delete s3://data/" },
        { "bucket", "GuardedFromOthers", "aws:PrincipalArn", "aws:SourceArn", "training may read s3://data/" },
        { "bucket", "GuardedFromOthersLists", "role/updates", "role/*", "account-administrators may not list s3://data/" },
        { "bucket", "GuardedFromOthersLists", "ListBucket*", "ListBucketVersions", "account-administrators may not list s3://data/" },
        { "bucket", "GuardedFromElsewhere", Endpoint, "vpce-*", "training may read s3://data/" },
        { "bucket", "GuardedFromElsewhere", "s3:*", "s3:Put*", "training may not do the same with another endpoint" },
        { "bucket", "GuardedFromElsewhereLists", Endpoint, "vpce-0a1b2c3e", "training may read s3://data/" },
        { "trail's bucket", "TrailWrites", "AWSLogs/123456789012/*", "*", "auditors may not deliver logs to" },
        { "trail's bucket", "TrailWrites", "AWSLogs/123456789012/*", "AWSLogs/123456789012*", "auditors may not deliver logs to" },
        { "trail's bucket", "TrailWrites", OfTheTrail, OfCloudTrail, "lets in cloudtrail.amazonaws.com for every account" },
        { "trail's bucket", "TrailLooksUp", "s3:GetBucketAcl", "s3:GetBucketPolicy", "auditors may deliver logs to" },
        { "trail's bucket", "TrailFromPlainHttp", "\"false\"", "\"true\"", "auditors may deliver logs to" },
        { "trail's bucket", "TrailFromOldTls", "\"Deny\"", "\"Allow\"", "auditors may not reach insecurely" },
        { "repository", "AccountsPull", "333333333333", "999999999999", "account may ecr:BatchGetImage" },
        { "repository", "AccountsPull", "arn:aws:iam::333333333333:root", "*", "lets in every account" },
        { "repository", "AccountsPull", "ecr:BatchGetImage", "ecr:*", "account may not push an image to" },
        { "repository", "SageMakerPulls", "StringEquals", "StringEqualsIfExists", "sagemaker.amazonaws.com for every account" },
        { "repository", "SageMakerPulls", "333333333333", "*", "maintainers may be pulled by SageMaker" },
        { "repository", "SageMakerPulls", "aws:SourceAccount", "aws:SourceArn", "maintainers may be pulled by SageMaker" },
        { "repository", "SageMakerPulls", "sagemaker.amazonaws.com", "lambda.amazonaws.com", "maintainers may be pulled by SageMaker" },
        { "endpoint of S3", "OwnToOwn", "\"aws:PrincipalAccount\":\"123456789012\",", "", "partner may not s3:GetObject" },
        { "endpoint of S3", "OwnToOwn", "s3:*", "s3:Get*", "training may write s3://data/" },
        { "endpoint of S3", "OwnToAny1", "s3:ListAllMyBuckets", "s3:*", "lets in everybody in the account, to what is of every account" },
        { "endpoint of S3", "OwnToAny1", "aws:PrincipalAccount", "aws:ResourceAccount", "lets in every account" },
        { "endpoint of S3", "ImageLayers", "s3:GetObject", "s3:PutObject", "image-layers may s3:GetObject" },
        { "endpoint of S3", "ImageLayers", "prod-us-east-1-starport-layer-bucket", "*", "lets in every account" },
        { "endpoint of ECR", "OwnToOwn", ",\"aws:ResourceAccount\":\"123456789012\"", "", "to what is of every account" },
        { "endpoint of ECR", "OwnToOwn", "\"aws:PrincipalAccount\":\"123456789012\",", "", "lets in every account" },
        { "endpoint of ECR", "OwnToOthers1", "ecr:BatchGetImage", "ecr:PutImage", "training may ecr:BatchGetImage" },
        { "endpoint of ECR", "OwnToOthers1", "repository/pytorch-training", "repository/*", "administrators may not ecr:BatchGetImage" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistake_IsNoticed(string by, string sid, string right, string wrong, string words)
    {
        var before = await BeforeAsync(by);
        var proof = await ProveAsync(by, policy => MistakenAccount.With(policy, sid, right, wrong));
        proof.Failures.Except(before.Failures).Should().Contain(failure => failure.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAMistake_EveryRowHolds_AndNobodyElseGetsIn()
    {
        foreach (var by in Mistakes.Select(mistake => (string)mistake[0]).Distinct())
        {
            var proof = await BeforeAsync(by);
            proof.BrokenRows.Select(broken => broken.Row.Text).Should().BeEmpty();
            proof.Openings.Should().BeEmpty();
        }
    }

    private static Task<ProofResult> BeforeAsync(string by) =>
        Judge.ProveOnceAsync($"no mistake in policy of {by}", () => ProveAsync(by, policy => policy));

    private static Task<ProofResult> ProveAsync(string by, Func<string, string> alter)
    {
        var borne = Bearers.Value[by];
        var policy = JsonNode.Parse(alter(borne.Policy.ToJson()))!;
        var isPrincipals = borne.Arn == Builder;
        return AccessProof.RunAsync(
            ContractText.Read(borne.Contract),
            new AuthorizationDetails(isPrincipals ? [Home(), OtherAccount(policy)] : [Home()]),
            SmallStack.Place,
            layers: new()
            {
                Resources = new(
                    [.. isPrincipals ? [] : new[] { KeyValuePair.Create(borne.Arn, (JsonNode?)policy) }, .. borne.Beside]),
            });
    }

    // The policies of this account's, and of the principal of the grant.
    private static IEnumerable<Borne> Made()
    {
        var account = PolicyJudge.Account;
        var plan = StackPlan.Of(Stack, account, []);
        PolicyDocument KeyFor(KeyUsers users) => KeyPolicy.Document(users, account);
        const string Endpoints = $"arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/{Endpoint}";
        var principals = plan.PassRoleGrants["builder"].InOtherAccount!.Statements([Grant], OwnKeyArns.None);
        return
        [
            new("principal", Builder, new PolicyDocument(principals), OfThePrincipal),
            new("handed-over secret", Secret, DeployerSecretPolicy.Document([App], Secret), OfTheHandedOverSecret),
            new("secret", Secret, ManagedSecretPolicy.Document([Training, Partner], account), OfTheSecret),
            new("workers' key", Key, KeyFor(new() { Work = [Training], Callers = [Ci] }), OfTheWorkersKey),
            new(
                "readers' key", Key, KeyFor(new() { Readers = [Training], OtherReaders = [Partner], Writers = [Updates] }),
                OfTheReadersKey)
            {
                Beside = [KeyValuePair.Create(Secret, (JsonNode?)JsonNode.Parse(
                    ManagedSecretPolicy.Document([Training, Partner], account).ToJson()))],
            },
            new("trail's key", Key, KeyFor(new() { Trail = "audit", LogReaders = [Auditors] }), OfTheTrailsKey),
            new(
                "bucket", "arn:aws:s3:::data", GuardedBucketPolicy.Document("data", Stack.GuardedBuckets["data"], [Training], account),
                OfTheBucket),
            new("trail's bucket", "arn:aws:s3:::logs", TrailBucketPolicy.Document("logs", "audit", account), OfTheTrailsBucket),
            new("repository", Images, ImageRepositoryPolicy.Document(["333333333333"], account), OfTheRepository),
            new("endpoint of S3", Endpoints, plan.Endpoints["vpc"][EndpointService.S3], OfTheEndpointOfS3)
            {
                Beside = [KeyValuePair.Create("arn:aws:s3:::data", JsonNode.Parse($$"""
                    {"Version":"2012-10-17","Statement":[{"Sid":"Shared","Effect":"Allow","Principal":{"AWS":"{{Partner}}"},
                      "Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}]}
                    """))],
            },
            new("endpoint of ECR", Endpoints, plan.Endpoints["vpc"][EndpointService.EcrDkr], OfTheEndpointOfEcr),
        ];
    }

    private static StackSettings Stack { get; } =
        StackSettingsReader.Read("mistakes", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account);

    private static JsonNode Home()
    {
        var role = Stack.ExecutionRoles["training"];
        var trust = TrustPolicy.Document(role.TrustedServices, role.ConfusedDeputyProtection, PolicyJudge.Account).ToJson();
        var plan = StackPlan.Of(Stack, PolicyJudge.Account, []);
        return JsonNode.Parse($$"""
            {"UserDetailList":[{"UserName":"ci","Arn":"{{Ci}}",
               "UserPolicyList":{{MistakenAccount.Policies("ci-policy", plan.Deployers["ci"].Statements([], OwnKeyArns.None))}}}],
             "RoleDetailList":[
               {"RoleName":"training","Arn":"{{Training}}","AssumeRolePolicyDocument":{{trust}}, "RolePolicyList":
                {{MistakenAccount.Policies("training-policy", plan.ExecutionRoles["training"].Statements([Training], OwnKeyArns.None))}}},
               {"RoleName":"app","Arn":"{{App}}","AssumeRolePolicyDocument":{{trust}}},
               {"RoleName":"builder","Arn":"{{Grant}}","AssumeRolePolicyDocument":
                {{PassRoleGrantTrust.Document(Stack.PassRoleGrants["builder"], ExternalId).ToJson()}}}]}
            """)!;
    }

    private static JsonNode OtherAccount(JsonNode policy) => JsonNode.Parse($$"""
        {"RoleDetailList":[{"RoleName":"builder","Arn":"{{Builder}}","RolePolicyList":[
          {"PolicyName":"assume-grant","PolicyDocument":{{policy.ToJsonString()}}}],
          "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]} }]}
        """)!;

    /// <summary>A policy that is borne.</summary>
    /// <param name="By">By what, in words.</param>
    /// <param name="Arn">Its ARN.</param>
    /// <param name="Policy">The policy.</param>
    /// <param name="Contract">What it is for.</param>
    private sealed record Borne(string By, string Arn, PolicyDocument Policy, string Contract)
    {
        /// <summary>The policies of what is reached beside it.</summary>
        public IReadOnlyList<KeyValuePair<string, JsonNode?>> Beside { get; init; } = [];
    }
}
