using System.Text.Json;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Settings;

public class SettingsReadingTests
{
    [Fact]
    public void ExecutionRole_ThatSaysNothing_IsAssumedBySageMakerAloneForThisAccountAlone()
    {
        var role = Role("{}");
        role.TrustedServices.Should().Equal(TrustedService.SageMaker);
        role.ConfusedDeputyProtection.Should().BeTrue();
    }

    [Fact]
    public void ExecutionRole_OfSageMaker_PublishesSageMakersMetrics() =>
        Role("{}").MetricNamespaces.Should().Equal("/aws/sagemaker/*");

    [Fact]
    public void ExecutionRole_OfEc2Alone_PublishesNoMetrics() =>
        Role("""{ "trustedServices": ["ec2.amazonaws.com"] }""").MetricNamespaces.Should().BeEmpty();

    [Theory]
    [InlineData("""{ "gitLab": { "project": "acme/churn", "tag": "v1" } }""", "https://gitlab.com")]
    [InlineData("""{ "gitLab": { "project": "acme/churn", "tag": "v1", "host": "git.acme.co.uk" } }""", "https://git.acme.co.uk")]
    [InlineData(
        """{ "oidc": { "issuer": "https://oidc.eks.eu-west-1.amazonaws.com/id/D48675832CA65BD10A532F59741CF90B", "audience":"""
            + """ "sts.amazonaws.com", "subject": ["system:serviceaccount:ml:train", "system:serviceaccount:ml:*"] } }""",
        "https://oidc.eks.eu-west-1.amazonaws.com/id/D48675832CA65BD10A532F59741CF90B")]
    public void KeylessDeployer_IsAssumedByTokensOfTheIssuerThatIsNamed(string assumedBy, string url) =>
        Read($$"""{ "deployers": { "d": { "assumedBy": {{assumedBy}} } } }""").Deployers["d"].AssumedBy!.Issuer.Url.Should().Be(url);

    [Fact]
    public void WhatSageMakerNames_IsReadByItsIds()
    {
        var role = Role("""
            {
              "activities": ["runStudioApps", "useHyperPod", "usePartnerApps"],
              "resourcePrefixes": ["demo-"],
              "studioUserProfiles": ["d-0123456789ab/jane"],
              "hyperPodClusters": ["0123456789ab"],
              "eksClusters": ["demo"],
              "partnerApps": ["app-DEMO01234567"],
              "serves": ["hyperPod"],
              "alarms": ["demo-errors"]
            }
            """);
        role.StudioUserProfiles.Should().Equal("d-0123456789ab/jane");
        role.HyperPodClusters.Should().Equal("0123456789ab");
        role.EksClusters.Should().Equal("demo");
        role.Serves.Should().Equal(ServedFeature.HyperPod);
        role.Alarms.Should().Equal("demo-errors");
        role.PartnerApps.Should().Equal("app-DEMO01234567");
    }

    [Fact]
    public void Repositories_AsAList_AreToBePulled() =>
        Role("""{ "repositories": ["unet"] }""").Repositories.Pull.Should().Equal("unet");

    [Fact]
    public void Boolean_AsText_IsReadAsPulumiConfigSetStoresIt() =>
        Role("""{ "protect": "true" }""").Protect.Should().BeTrue();

    [Fact]
    public void Null_IsTheSameAsLeftOut() =>
        Role("""{ "permissionsBoundary": null, "managedPolicies": null }""").PermissionsBoundary.Should().BeNull();

    [Fact]
    public void Deployer_IsReadWhole()
    {
        var deployer = Read("""
            {
              "executionRoles": { "unet": {} },
              "deployers": {
                "dev": {
                  "userName": "sagemaker-developer", "executionRoles": ["unet"], "activities": ["manageJobs", "manageNotebooks"],
                  "resourcePrefixes": ["unet-"], "buckets": [{ "name": "data", "access": ["read", "write"], "prefix": "train/" }],
                  "repositories": { "push": ["unet"] }, "protect": true
                }
              }
            }
            """).Deployers["dev"];
        deployer.Should().BeEquivalentTo(new DeployerSettings
        {
            UserName = "sagemaker-developer",
            ExecutionRoles = ["unet"],
            Activities = [new ManageJobs(), new ManageNotebooks()],
            ResourcePrefixes = ["unet-"],
            Buckets = [new BucketAccess { Name = "data", Prefix = "train/", Access = [S3AccessLevel.Read, S3AccessLevel.Write] }],
            Repositories = new RepositoryAccess { Push = ["unet"] },
            Protect = true,
        });
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "processingJobs": false""", false)]
    public void Vpc_IsForProcessingJobs_UnlessItSaysOtherwise(string said, bool processingJobs) =>
        Read($$"""{ "executionRoles": { "a": { "vpc": { "subnets": ["subnet-a"], "securityGroups": ["sg-a"]{{said}} } } } }""")
            .ExecutionRoles["a"].Vpc.Should().BeEquivalentTo(
                new VpcSettings { Subnets = ["subnet-a"], SecurityGroups = ["sg-a"], ProcessingJobs = processingJobs });

    [Fact]
    public void Controls_AreReadWhole()
    {
        var deployer = Read("""
            {
              "deployers": {
                "dev": {
                  "kmsKeys": ["arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"], "requireKeys": true,
                  "requireVpc": { "subnets": ["subnet-a"], "securityGroups": ["sg-a"], "networkIsolation": true },
                  "guardrails": {
                    "instanceTypes": ["ml.m5.*"], "maxRuntimeInSeconds": 3600, "rootAccess": false, "directInternetAccess": false,
                    "minimumInstanceMetadataServiceVersion": 2, "remoteDebug": false, "modelApproval": false,
                    "requestTags": [{ "key": "project", "values": ["churn"] }], "principalTag": { "key": "team", "value": "red" }
                  }
                }
              }
            }
            """).Deployers["dev"];
        deployer.RequireKeys.Should().BeTrue();
        deployer.RequireVpc.Should().BeEquivalentTo(
            new RequiredVpc { Subnets = ["subnet-a"], SecurityGroups = ["sg-a"], NetworkIsolation = true });
        deployer.Guardrails.Should().BeEquivalentTo(new GuardrailSettings
        {
            InstanceTypes = ["ml.m5.*"],
            MaxRuntimeInSeconds = 3_600,
            RootAccess = false,
            DirectInternetAccess = false,
            MinimumInstanceMetadataServiceVersion = 2,
            RemoteDebug = false,
            ModelApproval = false,
            RequestTags = [new RequiredTag { Key = "project", Values = ["churn"] }],
            PrincipalTag = new() { Key = "team", Value = "red" },
        });
    }

    [Fact]
    public void Guardrails_ThatSayNothing_DenyNothing() =>
        Read("""{ "deployers": { "dev": { "guardrails": {} } } }""").Deployers["dev"].Guardrails
            .Should().BeEquivalentTo(new GuardrailSettings());

    [Fact]
    public void Grant_IsReadWhole()
    {
        var settings = Read("""
            {
              "executionRoles": { "unet": {} },
              "passRoleGrants": {
                "ci": {
                  "executionRoles": ["unet"], "principal": "arn:aws:iam::222222222222:user/ci", "activities": ["manageJobs"],
                  "resourcePrefixes": ["unet-"], "buckets": [{ "name": "data", "access": ["read"] }],
                  "repositories": { "describe": ["unet"] }, "externalId": "a1b2c3d4-e5f6-7890", "organization": "o-a1b2c3d4e5",
                  "sessionDuration": "7200", "roleNamePrefix": "ci-", "permissionsBoundary": "arn:aws:iam::123456789012:policy/b"
                }
              },
              "accounts": { "222222222222": { "assumeRole": "arn:aws:iam::222222222222:role/pulumi" } }
            }
            """);
        settings.PassRoleGrants["ci"].Should().BeEquivalentTo(new PassRoleGrantSettings
        {
            ExecutionRoles = ["unet"],
            Principal = Arn.Parse("arn:aws:iam::222222222222:user/ci")!,
            Activities = [new ManageJobs()],
            ResourcePrefixes = ["unet-"],
            Buckets = [new BucketAccess { Name = "data", Access = [S3AccessLevel.Read] }],
            Repositories = new RepositoryAccess { Describe = ["unet"] },
            ExternalId = "a1b2c3d4-e5f6-7890",
            Organization = "o-a1b2c3d4e5",
            SessionDuration = 7_200,
            RoleNamePrefix = "ci-",
            PermissionsBoundary = "arn:aws:iam::123456789012:policy/b",
        });
        settings.Accounts["222222222222"].AssumeRole.Should().Be(Arn.Parse("arn:aws:iam::222222222222:role/pulumi"));
    }

    [Fact]
    public void GuardedBucket_IsReadWhole_AndUsedByWhoseBucketsNameIt()
    {
        const string key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        var settings = Read($$"""
            {
              "executionRoles": {
                "unet": { "buckets": [{ "name": "data", "access": ["read"] }] },
                "other": { "buckets": [{ "name": "data", "account": "222222222222", "access": ["read"] }] }
              },
              "deployers": { "ci": { "buckets": [{ "name": "data", "access": ["write"] }] } },
              "guardedBuckets": {
                "data": {
                  "create": "true", "principals": ["arn:aws:iam::123456789012:role/aws-reserved/*/Analysts_*"], "kmsKey": "{{key}}",
                  "administrators": ["arn:aws:iam::123456789012:role/pulumi"], "endpoints": ["vpce-0a1b"], "protect": false
                }
              }
            }
            """);

        settings.GuardedBuckets["data"].Should().BeEquivalentTo(new GuardedBucketSettings
        {
            Create = true,
            Principals = ["arn:aws:iam::123456789012:role/aws-reserved/*/Analysts_*"],
            Administrators = ["arn:aws:iam::123456789012:role/pulumi"],
            KmsKey = key,
            Endpoints = ["vpce-0a1b"],
            Protect = false,
        });
        BucketUsers.Of("data", settings, new AwsAccount("aws", "us-east-1", "123456789012")).Should()
            .BeEquivalentTo(new BucketUsers(["unet"], ["ci"], []));
    }

    [Fact]
    public void Endpoints_AreReadWhole()
    {
        var endpoints = Read("""
            {
              "endpoints": {
                "main": {
                  "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b"], "securityGroups": ["sg-0a1b"], "buckets": ["reports"], "protect": true,
                  "existing": [{ "service": "s3", "id": "vpce-0a1b" }, { "service": "ecr.dkr", "id": "vpce-0c2d" }]
                }
              }
            }
            """).Endpoints["main"];

        endpoints.Should().BeEquivalentTo(new EndpointSettings
        {
            VpcId = "vpc-0a1b",
            Subnets = ["subnet-0a1b"],
            SecurityGroups = ["sg-0a1b"],
            Buckets = ["reports"],
            Protect = true,
            Existing =
            [
                new() { Service = EndpointService.S3, Id = "vpce-0a1b" }, new() { Service = EndpointService.EcrDkr, Id = "vpce-0c2d" },
            ],
        });
        endpoints.Made.Select(service => service.Name()).Should().Equal("sagemaker.api", "sagemaker.runtime", "sts", "ecr.api", "logs");
    }

    [Fact]
    public void Repository_IsReadWhole() =>
        Read("""{ "repositories": { "team/unet": { "pullFrom": ["222222222222"], "protect": false } } }""").Repositories["team/unet"]
            .Should().BeEquivalentTo(new ImageRepositorySettings { PullFrom = ["222222222222"], Protect = false });

    [Fact]
    public void Analyzer_IsReadWhole() => Read("""{ "analyzer": { "name": "shared" } }""").Analyzer!.Name.Should().Be("shared");

    [Fact]
    public void Trail_IsReadWhole()
    {
        const string key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        Read($$"""
            {
              "trail": {
                "name": "audit", "bucket": "logs", "dataOf": ["data"], "featureStore": true, "modelInvocations": "true",
                "objectLockDays": "365", "kmsKey": "{{key}}", "protect": false
              }
            }
            """).Trail.Should().BeEquivalentTo(new TrailSettings
        {
            Name = "audit",
            Bucket = "logs",
            DataOf = ["data"],
            FeatureStore = true,
            ModelInvocations = true,
            ObjectLockDays = 365,
            KmsKey = key,
            Protect = false,
        });
    }

    private static ExecutionRoleSettings Role(string entry) => Read($$"""{ "executionRoles": { "r": {{entry}} } }""").ExecutionRoles["r"];

    private static StackSettings Read(string configuration) =>
        StackSettingsReader.Read("dev", JsonDocument.Parse(configuration).RootElement, new AwsAccount("aws", "us-east-1", "123456789012"));
}
