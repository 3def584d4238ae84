using System.Text.Json;
using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Settings;

/// <summary>Every fault of a configuration: where it is, what stood there, what may stand there.</summary>
public class SettingsFaultTests
{
    private static readonly AwsAccount Account = new("aws", "us-east-1", "123456789012");

    [Theory]
    [InlineData(
        """{ "executionRole": {} }""",
        "executionRole: unknown key. Did you mean 'executionRoles'? Known keys: executionRoles, deployers, passRoleGrants, "
            + "externalIds, keys, managedSecrets, accounts, guardedBuckets, endpoints, repositories, analyzer, trail, boundary.")]
    [InlineData("""{ "executionRoles": { "a": { "bukets": [] } } }""", "executionRoles.a.bukets: unknown key. Did you mean 'buckets'?*")]
    [InlineData(
        """{ "executionRoles": { "a": { "buckets": [ { "name": "data", "access": ["read"], "prefx": "x" } ] } } }""",
        "executionRoles.a.buckets[0].prefx: unknown key. Did you mean 'prefix'?*")]
    [InlineData(
        """{ "executionRoles": { "a": { "repositories": { "pul": [] } } } }""",
        "executionRoles.a.repositories.pul: unknown key. Did you mean 'pull'?*")]
    [InlineData(
        """{ "executionRoles": { "a": { "vpc": { "subnets": ["subnet-1"], "securityGroups": ["sg-1"], "x": 1 } } } }""",
        "executionRoles.a.vpc.x: unknown key. Known keys: subnets, securityGroups, processingJobs.")]
    [InlineData("""{ "deployers": { "a": { "role": [] } } }""", "deployers.a.role: unknown key.*")]
    [InlineData(
        """{ "passRoleGrants": { "a": { "executionRoles": [], "principal": "arn:aws:iam::123456789012:role/r", "servces": [] } } }""",
        "passRoleGrants.a.servces: unknown key. Did you mean 'services'?*")]
    public void UnknownKey_IsReportedWithTheNearestKnownKey(string configuration, string fault) =>
        FaultOf(configuration).Should().Match(fault);

    [Theory]
    [InlineData(
        """{ "executionRoles": [] }""",
        "executionRoles: a list. Expected a map of entries, each by a name of 1 to 40 letters, digits, '-' and '_', "
            + "beginning with a letter.")]
    [InlineData("""{ "executionRoles": { "a": "b" } }""", "executionRoles.a: 'b'. Expected a map with the keys *")]
    [InlineData(
        """{ "executionRoles": { "a": { "buckets": "data" } } }""",
        "executionRoles.a.buckets: 'data'. Expected a list of buckets, each { name, access, prefix }.")]
    [InlineData(
        """{ "executionRoles": { "a": { "instanceProfile": "yes" } } }""",
        "executionRoles.a.instanceProfile: 'yes'. Expected true or false.")]
    [InlineData("""{ "executionRoles": { "a": { "roleName": 5 } } }""", "executionRoles.a.roleName: 5. Expected an IAM name*")]
    [InlineData(
        """{ "executionRoles": { "a": { "trustedServices": [] } } }""",
        "executionRoles.a.trustedServices: an empty list. Expected one or more of: sagemaker.amazonaws.com,*")]
    public void WrongType_IsReportedWithWhatIsExpected(string configuration, string fault) => FaultOf(configuration).Should().Match(fault);

    [Theory]
    [InlineData("tra\\u200bin", "executionRoles.a.roleName: 'tra\\u200bin'. *")]
    [InlineData("tra\\nin", "executionRoles.a.roleName: 'tra\\u000ain'. *")]
    [InlineData("tra\\u00a0in", "executionRoles.a.roleName: 'tra\\u00a0in'. *")]
    public void WhatCannotBeSeen_IsShownByItsNumber(string name, string fault) =>
        FaultOf($$"""{ "executionRoles": { "a": { "roleName": "{{name}}" } } }""").Should().Match(fault);

    [Theory]
    [InlineData("*")]
    [InlineData("UPPER")]
    [InlineData("a")]
    [InlineData("a..b")]
    [InlineData("-abc")]
    public void BucketName_ThatS3WouldRefuse_IsReported(string name) =>
        FaultOf($$"""{ "executionRoles": { "a": { "buckets": [ { "name": "{{name}}", "access": ["read"] } ] } } }""")
            .Should().StartWith($"executionRoles.a.buckets[0].name: '{name}'. Expected a bucket's name: 3 to 63 lower-case letters");

    [Theory]
    [InlineData("*")]
    [InlineData("train/*")]
    [InlineData("${aws:username}/")]
    [InlineData("/train")]
    public void Prefix_ThatAPolicyWouldTakeForAPattern_IsReported(string prefix) =>
        FaultOf($$"""{ "executionRoles": { "a": { "buckets": [ { "name": "data", "access": ["read"], "prefix": "{{prefix}}" } ] } } }""")
            .Should().StartWith("executionRoles.a.buckets[0].prefix: ");

    [Fact]
    public void RoleName_Of65Characters_IsReported() =>
        FaultOf($$"""{ "executionRoles": { "a": { "roleName": "{{new string('r', 65)}}" } } }""")
            .Should().EndWith("Expected an IAM name: 1 to 64 letters, digits and any of _+=,.@-.");

    [Fact]
    public void RoleName_WithASpace_IsReported() =>
        FaultOf("""{ "executionRoles": { "a": { "roleName": "my role" } } }""")
            .Should().Be("executionRoles.a.roleName: 'my role'. Expected an IAM name: 1 to 64 letters, digits and any of _+=,.@-.");

    [Fact]
    public void MLActivity_Misspelt_IsReportedWithTheNearestOne() =>
        FaultOf("""{ "deployers": { "a": { "activities": ["manageJob"], "resourcePrefixes": ["unet-"] } } }""")
            .Should().Be(
                "deployers.a.activities[0]: 'manageJob'. Did you mean 'manageJobs'? Expected one of: "
                    + $"{string.Join(", ", MLActivity.All.Select(activity => activity.Word))}.");

    [Fact]
    public void ExecutionRole_ThatDoesNotExist_IsReportedWithThoseThatDo() =>
        FaultOf("""{ "executionRoles": { "unet": {} }, "deployers": { "a": { "executionRoles": ["nope"] } } }""")
            .Should().Be("deployers.a.executionRoles[0]: 'nope'. Expected a key of executionRoles: unet.");

    [Fact]
    public void Activities_WithoutAPrefix_AreReported() =>
        FaultOf("""{ "deployers": { "a": { "activities": ["manageJobs"] } } }""")
            .Should().StartWith(
                "deployers.a.resourcePrefixes: missing. The activities need a list of beginnings of the names of SageMaker resources");

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public void ResourcePrefix_ThatCouldMatchEverythingOrNothing_IsReported(string prefix) =>
        FaultOf($$"""{ "deployers": { "a": { "activities": ["manageJobs"], "resourcePrefixes": ["{{prefix}}"] } } }""")
            .Should().StartWith($"deployers.a.resourcePrefixes[0]: '{prefix}'.");

    [Theory]
    [InlineData("arn:aws:s3:::data")]
    [InlineData("arn:aws-cn:iam::123456789012:role/r")]
    public void Principal_ThatIsNoRoleOrUserOfThePartition_IsReported(string principal) =>
        FaultOf(
            $$"""{ "executionRoles": { "a": {} }, "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "{{principal}}" } } }""")
            .Should().Be(
                $"passRoleGrants.g.principal: '{principal}'. Expected the ARN of a role or user, 'arn:aws:iam::ACCOUNT:role/NAME'.");

    [Theory]
    [InlineData(
        "notebook", "An entry of this file says itself what it passes: an execution role by passes, a deployer by executionRoles")]
    [InlineData("*", "It is everyone in the world; name one role or user")]
    [InlineData("123456789012", "It is everyone whom that account allows; name one role or user")]
    [InlineData("arn:aws:iam::222222222222:root", "It is everyone whom that account allows; name one role or user")]
    [InlineData("lambda.amazonaws.com", "A service works as the role of its function, state machine or job; name that role")]
    [InlineData("arn:aws:iam::123456789012:group/ml", "A group makes no requests; name its users, each for itself")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/r/session", "It is one session of a role, which ends; name the role")]
    public void Principal_ThatIsOneElsewhereInAws_IsReportedWithWhatIsWrongWithIt(string principal, string lesson) =>
        FaultOf(Grant(principal)).Should().Be(
            $"passRoleGrants.g.principal: '{principal}'. {lesson}. Expected the ARN of a role or user, 'arn:aws:iam::ACCOUNT:role/NAME'.");

    [Theory]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "pullRequest": true } }""",
        "deployers.a.assumedBy.gitHubActions: a map. Expected one of branch, environment, tag, subject, so that the trust is bound to it "
            + "alone.")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "branch": [] } }""", "deployers.a.assumedBy.gitHubActions.branch: *")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "subject": "repo:acme/churn:*" } }""",
        "deployers.a.assumedBy.gitHubActions.subject: 'repo:acme/churn:*'. Expected the whole subject*")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "subject": "repo:acme/churn-2:environment:prod" } }""",
        "deployers.a.assumedBy.gitHubActions.subject: 'repo:acme/churn-2:environment:prod'. It does not name acme/churn: *")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "branch": ["main", "rel*"] } }""",
        "deployers.a.assumedBy.gitHubActions.branch[1]: 'rel*'.*")]
    public void Job_ThatIsNotNamedToTheLetter_IsReported(string assumedBy, string fault) =>
        FaultOf($$"""{ "deployers": { "a": { "assumedBy": {{assumedBy}} } } }""").Should().Match(fault);

    [Fact]
    public void SessionDuration_OfAUser_IsReported() =>
        FaultOf("""{ "deployers": { "a": { "sessionDuration": 7200 } } }""").Should().StartWith("deployers.a.sessionDuration: 7200.");

    [Theory]
    [InlineData("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Science_0123456789abcdef", "It is a role of IAM Identity Center")]
    [InlineData("role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks", "It is a role of a service")]
    public void Principal_ThatAwsAloneChanges_IsReported(string principal, string lesson) =>
        FaultOf(Grant($"arn:aws:iam::123456789012:{principal}")).Should().StartWith(
            $"passRoleGrants.g.principal: 'arn:aws:iam::123456789012:{principal}'. {lesson}, which alone changes it.");

    [Theory]
    [InlineData("training")]
    [InlineData("TRAINING")]
    public void Grant_OfARoleToItself_IsReported(string name) =>
        FaultOf(Grant($"arn:aws:iam::123456789012:role/{name}"))
            .Should().StartWith(
                $"passRoleGrants.g.principal: 'arn:aws:iam::123456789012:role/{name}'. It is executionRoles.a itself, "
                    + "so that its work could start more work as the same role.");

    [Fact]
    public void Grant_ToAnotherAccountWithoutActivities_IsReported() =>
        FaultOf(Grant("arn:aws:iam::222222222222:role/r"))
            .Should().StartWith("passRoleGrants.g: no activities. A principal of another account can do here only what the grant says");

    [Theory]
    [InlineData("externalId", "\"a-shared-secret-of-two\"")]
    [InlineData("organization", "\"o-a1b2c3d4e5\"")]
    [InlineData("sessionDuration", "7200")]
    [InlineData("roleNamePrefix", "\"ci-\"")]
    [InlineData("permissionsBoundary", "\"arn:aws:iam::123456789012:policy/b\"")]
    public void KeyOfARoleForAnotherAccount_IsReportedWhereThePrincipalIsOfThisOne(string key, string value) =>
        FaultOf(Grant("arn:aws:iam::123456789012:role/r", $", \"{key}\": {value}"))
            .Should().StartWith($"passRoleGrants.g.{key}: ").And.EndWith(
                "The principal is of this account and holds the right itself: no role is made that this could apply to. Leave it out.");

    [Theory]
    [InlineData(
        "externalId",
        "\"short\"",
        "'short'. Expected an external id that cannot be guessed: 16 to 256 letters, digits and any of _+=,.@:/-.")]
    [InlineData("externalId", "\"one with a space in it\"", "'one with a space in it'. Expected an external id that cannot be guessed*")]
    [InlineData(
        "organization",
        "\"a1b2c3d4e5\"",
        "'a1b2c3d4e5'. Expected the id of an AWS organization: 'o-' and 10 to 32 lower-case letters and digits.")]
    [InlineData("organization", "\"ou-a1b2-c3d4e5f6\"", "'ou-a1b2-c3d4e5f6'. Expected the id of an AWS organization*")]
    [InlineData("sessionDuration", "3599", "3599. Expected a whole number of seconds from 3600 to 43200.")]
    [InlineData("sessionDuration", "43201", "43201. Expected a whole number of seconds from 3600 to 43200.")]
    [InlineData("sessionDuration", "\"1h\"", "'1h'. Expected a whole number of seconds from 3600 to 43200.")]
    [InlineData("roleNamePrefix", "\"a prefix\"", "'a prefix'. Expected the beginning of an IAM name: 1 to 38 letters*")]
    [InlineData(
        "roleNamePrefix", "\"a-prefix-of-more-than-thirty-eight-characters\"", "*Expected the beginning of an IAM name: 1 to 38 letters*")]
    public void KeyOfARoleForAnotherAccount_ThatAwsWouldRefuse_IsReported(string key, string value, string fault) =>
        FaultOf(
            Grant(
                "arn:aws:iam::222222222222:role/r",
                $", \"activities\": [\"manageJobs\"], \"resourcePrefixes\": [\"unet-\"], \"{key}\": {value}"))
            .Should().Match($"passRoleGrants.g.{key}: {fault}");

    [Fact]
    public void SessionDuration_LongerThanARoleHoldsAnother_IsReported() =>
        FaultOf(
            Grant(
                "arn:aws:iam::222222222222:role/r",
                ", \"activities\": [\"manageJobs\"], \"resourcePrefixes\": [\"unet-\"], \"sessionDuration\": 7200"))
            .Should().StartWith(
                "passRoleGrants.g.sessionDuration: 7200. The principal is a role, and a role holds another for 3600 seconds at most");

    [Theory]
    [InlineData(
        "\"222222222222\": {}",
        "accounts.222222222222.assumeRole: missing. Expected the ARN of a role of that account, 'arn:aws:iam::222222222222:role/NAME'.")]
    [InlineData(
        "\"222222222222\": { \"assumeRole\": \"arn:aws:iam::333333333333:role/p\" }",
        "accounts.222222222222.assumeRole: 'arn:aws:iam::333333333333:role/p'. Expected the ARN of a role of that account*")]
    [InlineData(
        "\"222222222222\": { \"assumeRole\": \"arn:aws:iam::222222222222:user/p\" }",
        "accounts.222222222222.assumeRole: 'arn:aws:iam::222222222222:user/p'. Expected the ARN of a role of that account*")]
    [InlineData(
        "\"222222222222\": { \"assumeRole\": \"arn:aws:iam::222222222222:role/p\", \"role\": 1 }",
        "accounts.222222222222.role: unknown key.*")]
    [InlineData(
        "\"123456789012\": { \"assumeRole\": \"arn:aws:iam::123456789012:role/p\" }",
        "accounts.123456789012: the account '123456789012'. The stack stands in it, and needs no other role there.")]
    [InlineData(
        "\"333333333333\": { \"assumeRole\": \"arn:aws:iam::333333333333:role/p\" }",
        "accounts.333333333333: the account '333333333333'. No principal of passRoleGrants is in it*")]
    public void Account_ThatCannotBeWorkedIn_IsReported(string account, string fault) =>
        FaultOf(Grant("arn:aws:iam::222222222222:role/r", ", \"activities\": [\"manageJobs\"], \"resourcePrefixes\": [\"unet-\"]", account))
            .Should().Match(fault);

    [Fact]
    public void Service_ThatTheExecutionRoleDoesNotTrust_IsReported() =>
        FaultOf(
            """{ "executionRoles": { "a": {} }, "passRoleGrants": """
                + """{ "g": { "executionRoles": ["a"], "principal": "arn:aws:iam::123456789012:role/r", "services": """
                + """["glue.amazonaws.com"] } } }""")
            .Should().Match("passRoleGrants.g.services: 'glue.amazonaws.com'. executionRoles.a does not trust it*");

    [Theory]
    [InlineData("AdministratorAccess")]
    [InlineData("IAMFullAccess")]
    [InlineData("PowerUserAccess")]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess")]
    public void ManagedPolicy_ThatMakesAnAdministrator_IsRefused(string policy) =>
        FaultOf($$"""{ "executionRoles": { "a": { "managedPolicies": ["{{policy}}"] } } }""")
            .Should().StartWith($"executionRoles.a.managedPolicies[0]: '{policy}'. It makes whoever runs a job an administrator");

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:222222222222:secret:token")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:222222222222:secret:token-*")]
    [InlineData("arn:aws-cn:secretsmanager:cn-north-1:222222222222:secret:token-AbCdEf")]
    [InlineData("a secret")]
    public void Secret_ThatIsNeitherANameNorTheArnOfOne_IsReported(string secret) =>
        FaultOf($$"""{ "executionRoles": { "a": { "secrets": ["{{secret}}"] } } }""")
            .Should().StartWith($"executionRoles.a.secrets[0]: '{secret}'. Expected the name of a secret, ");

    [Theory]
    [InlineData("", "executionRoles.pipeline launches work itself, and is not bound to do so alike: give it requireVpc and guardrails.")]
    [InlineData(
        """, "requireVpc": { "subnets": ["subnet-a"], "securityGroups": ["sg-a"] }""",
        "executionRoles.pipeline launches work itself, and is not bound to do so alike: give it guardrails.")]
    public void Role_ThatCouldLaunchWhatItsDeployerMayNot_IsReported(string bound, string remedy) =>
        FaultOf($$"""
            {
              "executionRoles": { "pipeline": { "activities": ["manageJobs"], "resourcePrefixes": ["churn-"]{{bound}} }, "job": {} },
              "deployers": {
                "ci": {
                  "executionRoles": ["job", "pipeline"], "guardrails": {},
                  "requireVpc": { "subnets": ["subnet-a"], "securityGroups": ["sg-a"] }
                }
              }
            }
            """).Should().Be($"deployers.ci.executionRoles[1]: 'pipeline'. {remedy}");

    [Theory]
    [InlineData("\"requireKeys\": true", "kmsKeys without")]
    [InlineData("\"requireVpc\": { \"subnets\": [\"subnet-a\"], \"securityGroups\": [\"sg-a\"] }", "requireVpc.subnets without subnet-b")]
    [InlineData(
        "\"requireVpc\": { \"subnets\": [\"subnet-a\", \"subnet-b\"], \"securityGroups\": [\"sg-a\"], \"networkIsolation\": true }",
        "requireVpc.networkIsolation")]
    [InlineData("\"guardrails\": { \"instanceTypes\": [\"ml.m5.large\"] }", "guardrails.instanceTypes without ml.p5.*")]
    [InlineData("\"guardrails\": { \"maxRuntimeInSeconds\": 3600 }", "guardrails.maxRuntimeInSeconds")]
    [InlineData("\"guardrails\": { \"rootAccess\": false }", "guardrails.rootAccess: false")]
    [InlineData("\"guardrails\": { \"directInternetAccess\": false }", "guardrails.directInternetAccess: false")]
    [InlineData(
        "\"guardrails\": { \"minimumInstanceMetadataServiceVersion\": 2 }", "guardrails.minimumInstanceMetadataServiceVersion")]
    [InlineData("\"guardrails\": { \"remoteDebug\": false }", "guardrails.remoteDebug: false")]
    [InlineData("\"guardrails\": { \"publicWorkteams\": false }", "guardrails.publicWorkteams: false")]
    [InlineData("\"guardrails\": { \"modelApproval\": false }", "guardrails.modelApproval: false")]
    [InlineData("\"guardrails\": { \"requestTags\": [{ \"key\": \"project\", \"values\": [\"a\"] }] }", "guardrails.requestTags project")]
    public void Role_ThatIsBoundInTheSameWayButLess_IsReported(string bound, string remedy) =>
        FaultOf(PassedBy(bound)).Should().Contain($"is not bound to do so alike: give it {remedy}");

    [Theory]
    [InlineData("\"guardrails\": { \"remoteAccess\": false, \"maxRuntimeInSeconds\": 7200 }")]
    [InlineData("\"guardrails\": { \"instanceTypes\": [\"ml.m5.*\", \"ml.p*\"] }")]
    [InlineData("\"guardrails\": { \"requestTags\": [{ \"key\": \"project\" }] }")]
    public void Role_ThatIsBoundAsNarrowlyAsItsDeployer_IsTaken(string bound) =>
        FluentActions.Invoking(() => Read(PassedBy(bound))).Should().NotThrow();

    [Theory]
    [InlineData("", "guardrails.principalTag team=red")]
    [InlineData("""{ "principalTag": { "key": "team", "value": "blue" } }""", "guardrails.principalTag team=red")]
    [InlineData("""{ "principalTag": { "key": "group", "value": "red" } }""", "guardrails.principalTag team=red")]
    public void Role_ThatLaunchesForAnotherTeamThanItsDeployer_IsReported(string guardrails, string remedy) =>
        FaultOf($$"""
            {
              "executionRoles": { "pipeline": {
                "activities": ["manageJobs"], "resourcePrefixes": ["churn-"], "guardrails": {{(guardrails == "" ? "{}" : guardrails)}} } },
              "deployers": { "ci": {
                "executionRoles": ["pipeline"], "guardrails": { "principalTag": { "key": "team", "value": "red" } } } }
            }
            """).Should().EndWith($"is not bound to do so alike: give it {remedy}.");

    [Fact]
    public void OwnTag_OfAPrincipalThatTheStackDoesNotMake_IsReported() =>
        FaultOf("""
            {
              "executionRoles": { "job": {} },
              "passRoleGrants": { "app": {
                "executionRoles": ["job"], "principal": "arn:aws:iam::123456789012:role/app", "activities": ["manageJobs"],
                "resourcePrefixes": ["app-"], "guardrails": { "principalTag": { "key": "team", "value": "red" } } } }
            }
            """).Should().StartWith("passRoleGrants.app.guardrails.principalTag: a map. The principal is of this account, and the stack, ");

    [Fact]
    public void ManagedPolicy_ThatTheStacksBoundaryWouldTakeAway_IsReported() =>
        FaultOf("""{ "boundary": true, "executionRoles": { "a": { "managedPolicies": ["AmazonS3ReadOnlyAccess"] } } }""")
            .Should().StartWith("executionRoles.a.managedPolicies: a list. What they allow is not in the boundary of the stack, ");

    [Fact]
    public void ManagedPolicy_WithABoundaryOfTheRolesOwn_IsNot() => FluentActions.Invoking(() => StackSettingsReader.Read(
            "dev",
            JsonDocument.Parse("""
                { "boundary": true, "executionRoles": { "a": {
                  "managedPolicies": ["AmazonS3ReadOnlyAccess"], "permissionsBoundary": "arn:aws:iam::123456789012:policy/b" } } }
                """).RootElement,
            Account))
        .Should().NotThrow();

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/r")]
    [InlineData("arn:aws:s3::123456789012:policy/p")]
    [InlineData("arn:aws-us-gov:iam::123456789012:policy/p")]
    [InlineData("arn:aws:iam::222222222222:policy/p")]
    public void PermissionsBoundary_ThatIsNoPolicyOfThisAccount_IsReported(string arn) =>
        FaultOf($$"""{ "executionRoles": { "a": { "permissionsBoundary": "{{arn}}" } } }""")
            .Should().Match($"executionRoles.a.permissionsBoundary: '{arn}'. Expected the ARN of a policy*");

    [Fact]
    public void Users_OfOneName_AreReported() =>
        FaultOf("""{ "deployers": { "a": { "userName": "dev" }, "b": { "userName": "DEV" } } }""")
            .Should().Be("deployers.b.userName: 'DEV'. deployers.a has this name already; names are unique in an account.");

    [Fact]
    public void Roles_OfOneName_AreReported() =>
        FaultOf("""{ "executionRoles": { "a": { "roleName": "r" }, "b": { "roleName": "r" } } }""")
            .Should().Be("executionRoles.b.roleName: 'r'. executionRoles.a has this name already; names are unique in an account.");

    [Fact]
    public void InstanceProfile_OfARoleThatEc2DoesNotTrust_IsReported() =>
        FaultOf("""{ "executionRoles": { "a": { "instanceProfile": true } } }""")
            .Should().Be(
                "executionRoles.a.instanceProfile: true. An instance profile is of use to EC2 alone: add 'ec2.amazonaws.com' to "
                    + "trustedServices.");

    [Theory]
    [InlineData(
        """{ "requireKeys": true }""",
        "deployers.a.requireKeys: true. It asks for one of the kmsKeys, and there are none: name them as well.")]
    [InlineData("""{ "requireVpc": true }""", "deployers.a.requireVpc: true. Expected a map with the keys subnets, securityGroups, *")]
    [InlineData(
        """{ "requireVpc": { "subnets": [], "securityGroups": ["sg-a"] } }""",
        "deployers.a.requireVpc.subnets: an empty list. Expected a list of ids of subnets.")]
    [InlineData(
        """{ "guardrails": { "instanceTypes": ["m5.xlarge"] } }""",
        "deployers.a.guardrails.instanceTypes[0]: 'm5.xlarge'. SageMaker's instance types begin with 'ml.', EC2's do not. Expected *")]
    [InlineData(
        """{ "guardrails": { "maxRuntimeInSeconds": 0 } }""",
        "deployers.a.guardrails.maxRuntimeInSeconds: 0. Expected a whole number of seconds from 1 to 2419200.")]
    [InlineData(
        """{ "guardrails": { "rootAcess": false } }""", "deployers.a.guardrails.rootAcess: unknown key. Did you mean 'rootAccess'? *")]
    [InlineData(
        """{ "guardrails": { "requestTags": [{ "key": "${aws:username}" }] } }""",
        "deployers.a.guardrails.requestTags[0].key: '${aws:username}'. Expected the key or value of a tag*")]
    [InlineData(
        """{ "guardrails": { "principalTag": { "key": "team, 'x'", "value": "red" } } }""",
        "deployers.a.guardrails.principalTag.key: 'team, 'x''. Expected the key or value of a tag*")]
    [InlineData(
        """{ "userName": "a", "adopt": true, "guardrails": { "principalTag": { "key": "team", "value": "red" } } }""",
        "deployers.a.guardrails.principalTag: a map. What is taken over has tags of its owner's, *")]
    [InlineData(
        """{ "guardrails": { "principalTag": { "key": "team" } } }""", "deployers.a.guardrails.principalTag.value: missing. Expected *")]
    [InlineData(
        """{ "guardrails": { "principalTag": { "key": "t", "value": "a" }, "requestTags": [{ "key": "p" }, { "key": "t" }] } }""",
        "deployers.a.guardrails.requestTags[1].key: 't'. The principalTag asks for the same tag, with its own value alone: *")]
    public void Control_ThatMakesNoSense_IsReported(string deployer, string fault) =>
        FaultOf($$"""{ "deployers": { "a": {{deployer}} } }""").Should().Match(fault);

    [Theory]
    [InlineData("""{ "generation": 0 }""", "deployers.a.accessKey.generation: 0. Expected a whole number of generations from 1 to 10000.")]
    [InlineData(
        """{ "generation": 1.5 }""", "deployers.a.accessKey.generation: 1.5. Expected a whole number of generations from 1 to 10000.")]
    [InlineData(
        """{ "generation": 2, "previous": "activ" }""",
        "deployers.a.accessKey.previous: 'activ'. Did you mean 'active'? Expected one of: gone, inactive, active.")]
    [InlineData(
        """{ "previous": "active" }""",
        "deployers.a.accessKey.previous: 'active'. Generation 1 has none before it: raise the generation, or leave previous out.")]
    [InlineData("""{ "maxAgeDays": 0 }""", "deployers.a.accessKey.maxAgeDays: 0. Expected a whole number of days from 1 to 3650.")]
    [InlineData("""{ "generaton": 2 }""", "deployers.a.accessKey.generaton: unknown key. Did you mean 'generation'? *")]
    public void AccessKey_ThatMakesNoSense_IsReported(string accessKey, string fault) =>
        FaultOf($$"""{ "deployers": { "a": { "accessKey": {{accessKey}} } } }""").Should().Match(fault);

    [Theory]
    [InlineData(
        "{}",
        "guardedBuckets.data: the bucket 'data'. No entry's buckets name it, and it has no principals, so that nobody could use*")]
    [InlineData(
        """{ "create": true, "principals": ["arn:aws:iam::123456789012:role/r"] }""",
        "guardedBuckets.data.create: true. Pulumi looks up what it has made, and the policy of this bucket would lock it out: "
            + "name as administrators the roles and users that it runs as.")]
    [InlineData(
        """
        {
          "create": true, "adopt": "merge", "principals": ["arn:aws:iam::123456789012:role/r"],
          "administrators": ["arn:aws:iam::123456789012:role/a"]
        }
        """,
        "guardedBuckets.data.adopt: 'merge'. The stack makes the bucket, which has no policy then: leave it out.")]
    [InlineData("""{ "adopt": "keep" }""", "guardedBuckets.data.adopt: 'keep'. Expected*merge*replace*")]
    [InlineData(
        """{ "principals": ["arn:aws:iam::123456789012:role/r", "arn:aws:iam::123456789012:role/*"] }""",
        "guardedBuckets.data.principals[1]: 'arn:aws:iam::123456789012:role/[*]'. It is everybody, whom a guarded bucket is*")]
    [InlineData(
        """{ "principals": ["arn:aws:iam::123456789012:role/r"], "endpoints": ["subnet-0a1b"] }""",
        "guardedBuckets.data.endpoints[0]: 'subnet-0a1b'. Expected a VPC endpoint's id, such as 'vpce-0a1b2c3d', or a key of endpoints.")]
    public void GuardedBucket_ThatNobodyCouldUse_OrUpdate_IsReported(string bucket, string fault) =>
        FaultOf($$"""{ "guardedBuckets": { "data": {{bucket}} } }""").Should().Match(fault.Replace("[*]", "*", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        """{ "services": ["sts"], "vpcId": "vpc-0a1b", "subnets": ["vpc-0a1b"], "securityGroups": ["sg-0a1b"] }""",
        "endpoints.main.subnets[0]: 'vpc-0a1b'. Expected a subnet's id, such as *")]
    [InlineData("""{ "vpcId": "subnet-0a1b" }""", "endpoints.main.vpcId: 'subnet-0a1b'. Expected a VPC's id, such as 'vpc-0a1b2c3d'.")]
    [InlineData(
        """{ "services": ["s3"], "routeTables": ["rt-0a1b"], "vpcId": "vpc-0a1b" }""",
        "endpoints.main.routeTables[0]: 'rt-0a1b'. Expected a route table's id, such as 'rtb-0a1b2c3d'.")]
    [InlineData("""{ "services": ["s3"], "vpcId": "vpc-0a1b" }""", "endpoints.main.routeTables: missing. Expected the ids of the route *")]
    [InlineData("""{ "services": ["s3"], "routeTables": ["rtb-0a1b"] }""", "endpoints.main.vpcId: missing. Expected the id of the VPC *")]
    [InlineData(
        """{ "services": ["sts"], "vpcId": "vpc-0a1b", "securityGroups": ["sg-0a1b"] }""",
        "endpoints.main.subnets: missing. Expected the ids of the subnets that the endpoints are made in, or the endpoint among existing.")]
    [InlineData(
        """{ "services": ["sts"], "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b"] }""",
        "endpoints.main.securityGroups: missing. Expected the ids of the security groups *")]
    [InlineData("""{ "services": ["sagemaker"] }""", "endpoints.main.services[0]: 'sagemaker'. Did you mean 'sagemaker.api'*")]
    [InlineData("""{ "services": [] }""", "endpoints.main.services: an empty list. Expected one or more of: sagemaker.api, *")]
    [InlineData(
        """
        {
          "services": ["s3"], "existing": [{ "service": "s3", "id": "vpce-0a1b" }], "vpcId": "vpc-0a1b", "routeTables": ["rtb-0a1b"]
        }
        """,
        "endpoints.main.services: a list. The endpoint of s3 is among existing: leave it out here or there.")]
    [InlineData(
        """
        {
          "services": ["s3"], "existing": [{ "service": "sts", "id": "vpce-0a1b" }, { "service": "sts", "id": "vpce-0c2d" }],
          "vpcId": "vpc-0a1b", "routeTables": ["rtb-0a1b"]
        }
        """,
        "endpoints.main.existing: a list. The endpoint of sts stands there more than once.")]
    [InlineData("""{ "existing": [{ "service": "sts", "id": "vpc-0a1b" }] }""", "endpoints.main.existing[0].id: 'vpc-0a1b'. Expected *")]
    public void Endpoints_WithoutTheirPlace_AreReported(string endpoints, string fault) =>
        FaultOf($$"""{ "endpoints": { "main": {{endpoints}} } }""").Should().Match(fault);

    [Fact]
    public void Endpoints_WithoutOneOfS3_AreNoneOfABucket() => FaultOf("""
        {
          "endpoints": {
            "main": { "services": ["sts"], "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b"], "securityGroups": ["sg-0a1b"] }
          },
          "guardedBuckets": { "data": { "principals": ["arn:aws:iam::123456789012:role/r"], "endpoints": ["main"] } }
        }
        """).Should().Be(
        "guardedBuckets.data.endpoints: a list. endpoints.main has none of s3: add it to its services, or to existing.");

    [Fact]
    public void Endpoints_InChina_AreNotMade() => FluentActions.Invoking(() => StackSettingsReader.Read(
        "dev",
        JsonDocument.Parse("""
            { "endpoints": { "main": { "services": ["s3"], "vpcId": "vpc-0a1b", "routeTables": ["rtb-0a1b"] } } }
            """).RootElement,
        new AwsAccount("aws-cn", "cn-north-1", "123456789012"))).Should().Throw<InvalidSettingsException>()
        .WithMessage("*endpoints.main: endpoints in cn-north-1. The names of China's endpoint services are not known here*");

    [Theory]
    [InlineData(
        """{ "name": "audit", "bucket": "logs", "kmsKey": "main" }""",
        "trail.kmsKey: 'main'. Nobody could read the logs: name their readers, who then use the key.")]
    [InlineData(
        """{ "name": "audit", "bucket": "logs", "readers": ["arn:aws:iam::123456789012:role/r"] }""",
        "trail.readers: a list. They are named in the policy of a key of keys, and kmsKey names none: leave them out.")]
    [InlineData("""{ "name": "audit" }""", "trail.bucket: missing. Expected a bucket's name*")]
    [InlineData("""{ "name": "au", "bucket": "logs" }""", "trail.name: 'au'. Expected a name of 3 to 128 letters*")]
    [InlineData(
        """{ "name": "audit", "bucket": "logs", "dataOf": ["data", "logs"] }""",
        "trail.dataOf: a list. The trail writes into one of them, and each log would make another event: leave it out.")]
    [InlineData(
        """{ "name": "audit", "bucket": "data" }""",
        "trail.bucket: 'data'. guardedBuckets has it: the trail needs a bucket of its own.")]
    [InlineData(
        """{ "name": "audit", "bucket": "logs", "objectLockDays": 36501 }""",
        "trail.objectLockDays: 36501. Expected a whole number of days from 0 to 36500.")]
    public void Trail_ThatCouldNotBe_IsReported(string trail, string fault) =>
        FaultOf($$"""
            {
              "trail": {{trail}}, "keys": { "main": {} },
              "guardedBuckets": { "data": { "principals": ["arn:aws:iam::123456789012:role/r"] } }
            }
            """).Should().Match(fault);

    [Theory]
    [InlineData("""{ "Unet": {} }""", "repositories.Unet: *a repository's name in lower case*")]
    [InlineData("""{ "unet": { "pullFrom": ["acme"] } }""", "repositories.unet.pullFrom[0]: 'acme'. Expected the number of an account*")]
    [InlineData(
        """{ "unet": { "pullFrom": ["123456789012"] } }""",
        "repositories.unet.pullFrom[0]: '123456789012'. It is the stack's own account*")]
    public void Repository_ThatCouldNotBe_IsReported(string repositories, string fault) =>
        FaultOf($$"""{ "repositories": {{repositories}} }""").Should().Match(fault);

    [Theory]
    [InlineData("""
        "deployers": { "a": { "kmsKeys": ["KEY"] } }
        """, "deployers.a.kmsKeys[0]")]
    [InlineData("""
        "executionRoles": { "a": { "activities": ["manageJobs"], "resourcePrefixes": ["a-"], "kmsKeys": ["KEY"], "requireKeys": true } }
        """, "executionRoles.a.kmsKeys[0]")]
    [InlineData("""
        "guardedBuckets": {
          "data": {
            "create": true, "kmsKey": "KEY", "principals": ["arn:aws:iam::123456789012:role/r"],
            "administrators": ["arn:aws:iam::123456789012:role/r"]
          }
        }
        """, "guardedBuckets.data.kmsKey")]
    [InlineData("""
        "managedSecrets": { "a": { "kmsKey": "KEY" } }
        """, "managedSecrets.a.kmsKey")]
    [InlineData("""
        "trail": { "name": "audit", "bucket": "logs", "kmsKey": "KEY" }
        """, "trail.kmsKey")]
    public void KeyOfAnotherRegion_IsReported_WhereNothingCouldUseIt(string settings, string path)
    {
        string In(string region) => $"{{ {settings} }}".Replace("KEY", $"arn:aws:kms:{region}:123456789012:key/1234abcd");
        FaultOf(In("eu-west-1")).Should().Match(
            $"{path}: 'arn:aws:kms:eu-west-1:*'. It is of eu-west-1, and what it is to encrypt is in us-east-1: name a key *");
        StackSettingsReader.Faults(JsonDocument.Parse(In("us-east-1")).RootElement, Account).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "instanceTypes": ["ml.m5"] }""", "instanceTypes[0]: 'ml.m5'. It has no size, and is no instance's type. *")]
    [InlineData("""{ "requestTags": [{ "key": "aws:x" }] }""", "requestTags[0].key: 'aws:x'. AWS keeps what begins with 'aws:' *")]
    [InlineData("""{ "principalTag": { "key": "team", "value": "AWS:x" } }""", "principalTag.value: 'AWS:x'. AWS keeps what begins *")]
    public void Guardrail_ThatNothingCouldMeet_IsReported(string guardrails, string fault) =>
        FaultOf($$"""{ "deployers": { "a": { "guardrails": {{guardrails}} } } }""").Should().Match($"deployers.a.guardrails.{fault}");

    [Theory]
    [InlineData("{}", "analyzer.name: missing. Expected a name*")]
    [InlineData("""{ "name": "1st" }""", "analyzer.name: '1st'. Expected a name of 1 to 255 letters*")]
    public void Analyzer_ThatCouldNotBe_IsReported(string analyzer, string fault) =>
        FaultOf($$"""{ "analyzer": {{analyzer}} }""").Should().Match(fault);

    [Fact]
    public void GuardedBucket_WithoutABucketsName_IsReported() =>
        FaultOf("""{ "guardedBuckets": { "My Data": { "principals": ["arn:aws:iam::123456789012:role/r"] } } }""").Should()
            .Match("guardedBuckets.My Data: *a bucket's name*");

    [Theory]
    [InlineData(
        """{ "recoveryWindowInDays": 5 }""",
        "deployers.a.secretsManager.recoveryWindowInDays: 5. Expected 0, or a whole number of days from 7 to 30.")]
    [InlineData(
        """{ "recoveryWindowInDays": 31 }""",
        "deployers.a.secretsManager.recoveryWindowInDays: 31. Expected a whole number of days from 0 to 30.")]
    [InlineData(
        """{ "kmsKey": "alias/aws/secretsmanager" }""",
        "deployers.a.secretsManager.kmsKey: 'alias/aws/secretsmanager'. Expected the ARN of a key,*")]
    [InlineData(
        """{ "readers": ["*"] }""",
        "deployers.a.secretsManager.readers[0]: '*'. It is everyone in the world; name one role or user. "
            + "Expected the ARN of a role or user,*")]
    [InlineData(
        """{ "readers": ["arn:aws:iam::222222222222:role/r"] }""",
        "deployers.a.secretsManager.readers: a list. Another account cannot use the key aws/secretsmanager: give a kmsKey*")]
    public void Secret_ThatCouldNotBeMadeOrRead_IsReported(string secret, string fault) =>
        FaultOf($$"""{ "deployers": { "a": { "secretsManager": {{secret}} } } }""").Should().Match(fault);

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("203.0.113.5/24")]
    [InlineData("203.0.113.0")]
    [InlineData("office")]
    public void SourceIpRange_ThatIsNone_OrLimitsNothing_IsReported(string range) =>
        FaultOf($$"""{ "deployers": { "a": { "sourceIpRanges": ["{{range}}"] } } }""")
            .Should().StartWith($"deployers.a.sourceIpRanges[0]: '{range}'. Expected an IP range such as '203.0.113.0/24'");

    [Theory]
    [InlineData("0.0.0.0/1")]
    [InlineData("128.0.0.0/7")]
    [InlineData("2000::/3")]
    public void SourceIpRange_OfALargePartOfTheInternet_IsReported(string range) =>
        FaultOf($$"""{ "deployers": { "a": { "sourceIpRanges": ["{{range}}"] } } }""")
            .Should().StartWith($"deployers.a.sourceIpRanges[0]: '{range}'. It is a large part of the Internet. Expected an IP range");

    [Theory]
    [InlineData("AWS/SageMaker")]
    [InlineData("AWS/*")]
    [InlineData("A*")]
    public void MetricNamespace_OfAws_IsReported(string name) =>
        FaultOf($$"""{ "executionRoles": { "r": { "metricNamespaces": ["{{name}}"] } } }""")
            .Should().StartWith($"executionRoles.r.metricNamespaces[0]: '{name}'. Namespaces that begin with AWS/ are those of AWS's own");

    // A Chinese folder, a space of no width, one that does not break, a line feed, and what IAM takes for wildcards and variables.
    [Theory]
    [InlineData("\\u4e2d\\u6587/")]
    [InlineData("a\\u200bb/")]
    [InlineData("a\\u00a0b/")]
    [InlineData("a\\nb/")]
    [InlineData("a*/")]
    [InlineData("a?/")]
    [InlineData("${aws:username}/")]
    public void Text_ThatIamWouldNotTakeAsItIsWritten_IsReported(string text)
    {
        var quoted = $"\"{text}\"";
        FaultOf($$"""{ "executionRoles": { "r": { "buckets": [{ "name": "data", "prefix": {{quoted}}, "access": ["read"] }] } } }""")
            .Should().StartWith("executionRoles.r.buckets[0].prefix: ").And.Contain("Expected the beginning of object keys");
        FaultOf(
            $$"""{ "deployers": { "a": { "assumedBy": { "gitHubActions": { "repository": "acme/ml", "environment": {{quoted}} } } } } }""")
            .Should().StartWith("deployers.a.assumedBy.gitHubActions.environment: ").And.Contain("Expected the name of an environment");
        FaultOf($$"""{ "deployers": { "a": { "assumedBy": { "gitHubActions": { "repository": "acme/ml", "branch": {{quoted}} } } } } }""")
            .Should().StartWith("deployers.a.assumedBy.gitHubActions.branch: ").And.Contain("Expected the whole name of a branch");
    }

    [Theory]
    [InlineData("role/*/machine")]
    [InlineData("role/a?/machine")]
    [InlineData("user/${aws:username}/machine")]
    public void PrincipalsPath_ThatIsAPattern_IsReported(string principal) =>
        FaultOf($$"""
            {
              "executionRoles": { "r": {} },
              "passRoleGrants": { "g": {
                "executionRoles": ["r"], "principal": "arn:aws:iam::123456789012:{{principal}}", "activities": ["manageJobs"],
                "resourcePrefixes": ["a-"]
              } }
            }
            """)
            .Should().StartWith("passRoleGrants.g.principal: ").And.Contain("Expected the ARN of a role or user");

    [Theory]
    [InlineData("""{}""", "deployers.a.assumedBy: a map. Expected one of gitHubActions, gitLab, pulumiDeployments and oidc, and no more.")]
    [InlineData("""{ "gitHub": { "repository": "acme/churn", "branch": "main" } }""", "deployers.a.assumedBy.gitHub: unknown key. *")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn" } }""",
        "deployers.a.assumedBy.gitHubActions: a map. Expected one of branch, environment, tag, subject, so that the trust is bound to it "
            + "alone.")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "branch": "main", "tag": "v1" } }""",
        "deployers.a.assumedBy.gitHubActions: a map. Expected one of branch, environment, tag, *")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/*", "branch": "main" } }""",
        "deployers.a.assumedBy.gitHubActions.repository: 'acme/*'. Expected a repository, 'OWNER/NAME', or with its ids, "
            + "'OWNER@ID/NAME@ID'.")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "branch": "*" } }""",
        "deployers.a.assumedBy.gitHubActions.branch: '*'. Expected the whole name of a branch or tag*")]
    [InlineData(
        """{ "gitHubActions": { "repository": "acme/churn", "branch": "refs/heads/main" } }""",
        "deployers.a.assumedBy.gitHubActions.branch: 'refs/heads/main'. *without refs/*")]
    [InlineData(
        """{ "gitLab": { "project": "churn", "branch": "main" } }""",
        "deployers.a.assumedBy.gitLab.project: 'churn'. Expected a project with its groups, 'GROUP/PROJECT'.")]
    [InlineData(
        """{ "pulumiDeployments": { "organization": "acme", "project": "churn" } }""",
        "deployers.a.assumedBy.pulumiDeployments.stack: missing. Expected a name of 1 to 100 letters*")]
    [InlineData(
        """{ "gitLab": """
            + """{ "project": "acme/churn", "branch": "main" }, "oidcProviderArn":"""
            + """ "arn:aws:iam::123456789012:oidc-provider/gitlab.example.com" }""",
        "deployers.a.assumedBy.oidcProviderArn: *Expected the issuer's identity provider in this account, "
            + "'arn:aws:iam::123456789012:oidc-provider/gitlab.com'.")]
    [InlineData(
        """{ "gitLab": { "project": "acme/churn", "branch": "main", "host": "gitlab.example.com" }, "oidcProviderArn":"""
            + """ "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }""",
        "deployers.a.assumedBy.oidcProviderArn: *'arn:aws:iam::123456789012:oidc-provider/gitlab.example.com'.")]
    [InlineData(
        """{ "oidc": { "issuer": "https://ci.example.com", "subject": "job" } }""",
        "deployers.a.assumedBy.oidc.audience: missing. Expected the whole audience*")]
    [InlineData(
        """{ "oidc": { "issuer": "https://ci.example.com", "audience": "acme" } }""",
        "deployers.a.assumedBy.oidc.subject: missing. *")]
    [InlineData(
        """{ "oidc": { "issuer": "https://ci.example.com", "audience": "acme", "subject": [] } }""",
        "deployers.a.assumedBy.oidc.subject: *")]
    [InlineData(
        """{ "oidc": { "issuer": "https://ci.example.com", "audience": "*", "subject": "job" } }""",
        "deployers.a.assumedBy.oidc.audience: '*'. Expected the whole audience*")]
    [InlineData(
        """{ "oidc": { "issuer": "https://gitlab.com", "audience": "https://gitlab.com", "subject": "project_path:acme/*" } }""",
        "deployers.a.assumedBy.oidc.issuer: 'https://gitlab.com'. Say gitLab, which knows what its subjects mean.")]
    [InlineData(
        """{ "oidc": { "issuer": "https://token.actions.githubusercontent.com", "audience": "a", "subject": "repo:acme/*" } }""",
        "deployers.a.assumedBy.oidc.issuer: *. Say gitHubActions, which knows what its subjects mean.")]
    public void Trust_ThatIsNotBoundToOneJob_IsReported(string assumedBy, string fault) =>
        FaultsOf($$"""{ "deployers": { "a": { "assumedBy": {{assumedBy}} } } }""")[0].Should().Match(fault);

    [Theory]
    [InlineData("https://gitlab.example.com")]
    [InlineData("gitlab.example.com/")]
    [InlineData("gitlab.example.com:8443")]
    [InlineData("gitlab.example.com/gitlab")]
    [InlineData("*.example.com")]
    [InlineData("GitLab.example.com")]
    [InlineData("gitlab")]
    [InlineData("203.0.113.7")]
    [InlineData("gitlab..example.com")]
    [InlineData("-gitlab.example.com")]
    public void Host_ThatIsNone_IsReported(string host) =>
        FaultOf($$"""
            { "deployers": { "a": { "assumedBy": { "gitLab": { "project": "acme/churn", "branch": "main", "host": "{{host}}" } } } } }
            """).Should().StartWith("deployers.a.assumedBy.gitLab.host: ").And.Contain("Expected the name of a host");

    [Theory]
    [InlineData("http://ci.example.com", "Whoever is on the way could give tokens; AWS wants https. ")]
    [InlineData("https://*.example.com", "Whoever has a host that it matches could give tokens; name one issuer. ")]
    [InlineData("https://ci.example.com/*", "Whoever has a host that it matches could give tokens; name one issuer. ")]
    [InlineData("https://ci.example.com/.well-known/openid-configuration", "It is where the issuer describes itself; ")]
    [InlineData("https://ci.example.com/", "")]
    [InlineData("https://ci.example.com/oidc/", "")]
    [InlineData("https://ci.example.com:8443", "")]
    [InlineData("https://ci.example.com/oidc?tenant=a", "")]
    [InlineData("https://CI.example.com", "")]
    [InlineData("https://user@ci.example.com", "")]
    [InlineData("https://ci", "")]
    [InlineData("ci.example.com", "")]
    public void Issuer_ThatIsNone_IsReported(string issuer, string lesson) =>
        FaultOf($$"""
            { "deployers": { "a": { "assumedBy": { "oidc": { "issuer": "{{issuer}}", "audience": "a", "subject": "b" } } } } }
            """).Should().StartWith($"deployers.a.assumedBy.oidc.issuer: '{issuer}'. {lesson}").And.Contain("Expected the issuer's URL");

    [Theory]
    [InlineData("*")]
    [InlineData(":*")]
    [InlineData("a:*")]
    [InlineData("repository*")]
    [InlineData("repository:*:step")]
    [InlineData("repository:?:step")]
    [InlineData("${aws:username}")]
    [InlineData("re pository")]
    public void Subject_ThatIsAPattern_IsReported(string subject) =>
        FaultOf($$"""
            { "deployers": { "a": { "assumedBy": { "oidc": {
                "issuer": "https://ci.example.com", "audience": "a", "subject": "{{subject}}" } } } } }
            """).Should().StartWith($"deployers.a.assumedBy.oidc.subject: '{subject}'. Expected the whole subject");

    [Theory]
    [InlineData("""
        "userName": "dev"
        """)]
    [InlineData("""
        "accessKey": { "generation": 2 }
        """)]
    [InlineData("""
        "requireMfa": true
        """)]
    [InlineData("""
        "sourceIpRanges": ["203.0.113.0/24"]
        """)]
    public void KeyOfAUser_OnAKeylessDeployer_IsReported(string key) =>
        FaultOf($$"""{ "deployers": { "a": { "assumedBy": { "gitLab": { "project": "acme/churn", "branch": "main" } }, {{key}} } } }""")
            .Should().EndWith("With assumedBy the deployer is a role, which has no user name, no access key and no MFA.");

    [Fact]
    public void RoleName_OfAUser_IsReported() =>
        FaultOf("""{ "deployers": { "a": { "roleName": "r" } } }""")
            .Should().Be("deployers.a.roleName: 'r'. Without assumedBy the deployer is a user: its name is userName.");

    [Theory]
    [InlineData(
        """{ "a": { "formerly": "b" }, "b": { "formerly": "a" } }""",
        "executionRoles.a.formerly: 'b'. b is an entry itself: what it made would be a's, and b's would be made anew. *")]
    [InlineData("""{ "a": { "formerly": ["old", "b"] }, "b": {} }""", "executionRoles.a.formerly: 'b'. b is an entry itself*")]
    [InlineData("""{ "a": { "formerly": "a" } }""", "executionRoles.a.formerly: 'a'. It is the entry's name now. Leave it out.")]
    [InlineData(
        """{ "a": { "formerly": "old" }, "b": { "formerly": ["old"] } }""", "executionRoles.b.formerly: 'old'. a was that already; *")]
    [InlineData("""{ "a": { "formerly": "1st" } }""", "executionRoles.a.formerly: '1st'. Expected a name of 1 to 40 letters*")]
    [InlineData("""{ "a": { "formerly": ["old", "1st"] } }""", "executionRoles.a.formerly[1]: '1st'. Expected a name of 1 to 40 letters*")]
    [InlineData("""{ "a": { "formerly": 5 } }""", "executionRoles.a.formerly: 5. Expected a name of 1 to 40 letters*")]
    public void FormerName_ThatIsNone_OrTaken_IsReported(string roles, string fault) =>
        FaultsOf($$"""{ "executionRoles": {{roles}} }""")[0].Should().Match(fault);

    [Fact]
    public void Roles_OfOneName_AreReportedAcrossTheMaps() =>
        FaultOf(
            """{ "executionRoles": { "a": { "roleName": "r" } }, "deployers": """
                + """{ "d": { "roleName": "R", "assumedBy": { "gitLab": { "project": "acme/churn", "branch": "main" } } } } }""")
            .Should().Be("deployers.d.roleName: 'R'. executionRoles.a has this name already; names are unique in an account.");

    [Theory]
    [InlineData("""{ "adopt": true }""", "executionRoles.a.adopt: true. What is taken over is found by its name: give roleName.")]
    [InlineData(
        """{ "roleName": "r", "adopt": "yes" }""",
        "executionRoles.a.adopt: 'yes'. Expected true or false, or a map with the keys inline and managed.")]
    [InlineData(
        """{ "roleName": "r", "adopt": { "inlin": "p" } }""",
        "executionRoles.a.adopt.inlin: unknown key. Did you mean 'inline'? Known keys: inline, managed.")]
    [InlineData(
        """{ "roleName": "r", "adopt": { "inline": "my policy" } }""",
        "executionRoles.a.adopt.inline: 'my policy'. Expected the name of a policy: 1 to 128 letters, digits and any of _+=,.@-.")]
    public void Adoption_OfWhatCannotBeFoundOrUsed_IsReported(string role, string fault) =>
        FaultOf($$"""{ "executionRoles": { "a": {{role}} } }""").Should().Be(fault);

    [Fact]
    public void AdoptedGrant_OfAPrincipalOfAnotherAccount_IsReported() =>
        FaultOf(
            """
            {
              "executionRoles": { "a": {} },
              "passRoleGrants": { "g": {
                "executionRoles": ["a"], "principal": "arn:aws:iam::222222222222:role/r", "activities": ["manageJobs"],
                "resourcePrefixes": ["a-"], "adopt": { "inline": "p" }
              } }
            }
            """)
            .Should().StartWith("passRoleGrants.g.adopt: a map. The principal is of another account");

    [Theory]
    [InlineData("another", "long-enough-and-secret", "", "externalIds.another: the name 'another'. Expected a key of passRoleGrants: g.")]
    [InlineData("g", "short", "", "externalIds.g: a value that is not shown. Expected an external id that cannot be guessed*")]
    [InlineData(
        "g",
        "long-enough-and-secret",
        """, "externalId": "one-of-the-grants-own" """,
        "externalIds.g: a second external id. passRoleGrants.g.externalId gives one already*")]
    public void SecretExternalId_IsReportedAndNotShown(string grant, string value, string more, string fault)
    {
        var reported = FaultOf($$"""
            {
              "executionRoles": { "a": {} },
              "passRoleGrants": { "g": {
                "executionRoles": ["a"], "principal": "arn:aws:iam::222222222222:role/r", "activities": ["manageJobs"],
                "resourcePrefixes": ["a-"]{{more}}
              } },
              "externalIds": { "{{grant}}": "{{value}}" }
            }
            """);
        reported.Should().Match(fault).And.NotContain(value);
    }

    [Fact]
    public void SecretExternalIds_ThatAreNoMap_AreReportedAndNotShown() =>
        FaultOf("""{ "externalIds": "HIDDEN" }""")
            .Should().Be("externalIds: a value that is not shown. Expected a map of external ids, each by its key in passRoleGrants.");

    [Fact]
    public void SecretExternalId_ForAPrincipalOfThisAccount_IsReported() =>
        FaultOf("""
            {
              "executionRoles": { "a": {} },
              "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "arn:aws:iam::123456789012:role/r" } },
              "externalIds": { "g": "long-enough-and-secret" }
            }
            """).Should().Be(
                "externalIds.g: an external id. The principal is of this account and holds the right itself: "
                    + "no role is made that this could apply to. Leave it out.");

    [Theory]
    [InlineData(
        """{ "executionRoles": { "a": """
            + """{ "permissionsBoundary": "arn:aws:iam::222222222222:policy/edge", "managedPolicies": """
            + """["arn:aws:iam::222222222222:policy/more"] } } }""")]
    [InlineData(
        """{ "deployers": { "d": { "assumedBy": { "gitLab": """
            + """{ "project": "acme/churn", "branch": "main" }, "oidcProviderArn":"""
            + """ "arn:aws:iam::222222222222:oidc-provider/gitlab.com" } } } }""")]
    [InlineData("""{ "deployers": { "d": { "secretsManager": { "readers": ["arn:aws:iam::222222222222:role/ci"] } } } }""")]
    [InlineData(
        """{ "executionRoles": { "a": {} }, "passRoleGrants": """
            + """{ "g": { "executionRoles": ["a"], "principal": "arn:aws:iam::222222222222:role/r","""
            + """ "organization": "o-a1b2c3d4e5" } } }""")]
    public void AccountThatIsNotKnownYet_MayBeAny(string configuration)
    {
        StackSettingsReader.Faults(JsonDocument.Parse(configuration).RootElement, AwsAccount.In("us-east-1")).Should().BeEmpty();
        FaultsOf(configuration).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    public void ArnOfAnotherPartition_IsReportedBeforeTheAccountIsKnown(string region, string partition)
    {
        JsonElement Boundary(string of) => JsonSerializer.SerializeToElement(new
        {
            executionRoles = new { a = new { permissionsBoundary = $"arn:{of}:iam::222222222222:policy/edge" } },
        });
        StackSettingsReader.Faults(Boundary(partition), AwsAccount.In(region)).Should().BeEmpty();
        StackSettingsReader.Faults(Boundary("aws-elsewhere"), AwsAccount.In(region)).Should().ContainSingle()
            .Which.Allowed.Should().Contain($"'arn:{partition}:iam::ACCOUNT:policy/NAME'");
    }

    [Theory]
    [InlineData("\"repositories\": [\"arn:aws:ecr:us-esat-1:123456789012:repository/unet\"]", "executionRoles.a.repositories[0]")]
    [InlineData("\"kmsKeys\": [\"arn:aws:kms:us-esat-1:123456789012:key/7c2f1a52\"]", "executionRoles.a.kmsKeys[0]")]
    public void ArnInARegionThatDoesNotExist_IsReportedWithTheNearestOne(string setting, string path) =>
        FaultOf($$"""{ "executionRoles": { "a": { {{setting}} } } }""")
            .Should().StartWith($"{path}: ").And.Contain("The nearest region is 'us-east-1'. Expected");

    [Theory]
    [InlineData("arn:aws:ecr:*:123456789012:repository/unet")]
    [InlineData("arn:aws:ecr:us-east-1:????????????:repository/unet")]
    [InlineData("arn:aws:ecr:us-east-1:12345678901:repository/unet")]
    [InlineData("arn:aws:ecr:us-east-1:${aws:PrincipalAccount}:repository/unet")]
    public void RepositoryArn_WithAPatternForItsAccountOrRegion_IsReported(string repository) =>
        FaultOf($$"""{ "executionRoles": { "a": { "repositories": ["{{repository}}"] } } }""")
            .Should().StartWith($"executionRoles.a.repositories[0]: '{repository}'. Expected a repository's name in lower case");

    [Fact]
    public void FormerKey_OfResourcePrefixes_IsReportedWithTheKeyOfToday() =>
        FaultOf("""{ "deployers": { "a": { "resourcePrefix": "unet-" } } }""")
            .Should().StartWith("deployers.a.resourcePrefix: unknown key. Did you mean 'resourcePrefixes'?");

    [Theory]
    [InlineData("team-", "team-a-", "deployers.x.resourcePrefixes[0]: 'team-'. It reaches all that begins with 'team-a-' of deployers.y:")]
    [InlineData("team-a-", "team-", "deployers.y.resourcePrefixes[0]: 'team-'. It reaches all that begins with 'team-a-' of deployers.x:")]
    [InlineData("team-", "team-", "deployers.y.resourcePrefixes[0]: 'team-'. It reaches all that begins with 'team-' of deployers.x:")]
    [InlineData("team", "teams-", "deployers.x.resourcePrefixes[0]: 'team'. It reaches all that begins with 'teams-' of deployers.y:")]
    public void APrefixThatReachesAnotherTeam_IsAFault(string one, string other, string fault)
    {
        var read = () => Read(TwoDeployers(one, other, "b"));
        read.Should().Throw<InvalidSettingsException>().Which.Message.Split('\n').Should().HaveCount(2)
            .And.Contain(line => line.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("team-a-", "team-b-", "b")]
    [InlineData("team-", "team-a-", "a")]
    public void PrefixesOfSeveralTeams_OrOfOneThatHasARoleInCommon_AreNoFault(string one, string other, string role) =>
        FluentActions.Invoking(() => Read(TwoDeployers(one, other, role))).Should().NotThrow();

    [Fact]
    public void PrefixesOfOneTeam_AreNoFault()
    {
        var ofOneTeam = TwoDeployers("team-", "team-a-", "b").Replace("\"userName\"", "\"team\": \"both\", \"userName\"");
        FluentActions.Invoking(() => Read(ofOneTeam)).Should().NotThrow();
    }

    private static string TwoDeployers(string one, string other, string role) => $$"""
        { "executionRoles": { "a": {}, "b": {} }, "deployers": {
          "x": { "userName": "x", "executionRoles": ["a"], "activities": ["manageJobs"], "resourcePrefixes": ["{{one}}"] },
          "y": { "userName": "y", "executionRoles": ["{{role}}"], "activities": ["manageJobs"], "resourcePrefixes": ["{{other}}"] } } }
        """;

    [Fact]
    public void AllFaults_AreReportedInOneGo()
    {
        var read = () => Read(
            """{ "executionRoles": { "a": { "roleName": "my role", "bukets": [] } }, "deployers": """
                + """{ "d": { "executionRoles": ["b"] } } }""");
        read.Should().Throw<InvalidSettingsException>().Which.Message.Split('\n').Should().HaveCount(4)
            .And.StartWith("Configuration of stack 'dev' has 3 faults:");
    }

    [Theory]
    [InlineData(
        """ "buckets": [{ "name": "data", "access": ["read"], "prefix": "train" }] """,
        "executionRoles.a.buckets[0].prefix: 'train'. It is 'train-anything/' as well: end it with '/', or say prefixIsNotAFolder: true.")]
    [InlineData(
        """ "buckets": [{ "name": "data", "access": ["read"], "prefix": "train/", "prefixIsNotAFolder": true }] """,
        "executionRoles.a.buckets[0].prefixIsNotAFolder: true. The prefix is a folder, or the whole bucket: leave it out.")]
    [InlineData(
        """ "activities": ["manageJobs"], "resourcePrefixes": ["a-"], "pipelineSteps": true """,
        "executionRoles.a.pipelineSteps: true. The steps are of pipelines: add managePipelines to activities, and what the steps do.")]
    [InlineData(
        """ "passes": ["b"] """,
        "executionRoles.a.passes: a list. Passing a role is of use to who starts work: say what in activities.")]
    [InlineData(
        """ "activities": ["manageJobs"], "resourcePrefixes": ["a-"], "passes": ["c"] """,
        "executionRoles.a.passes[0]: 'c'. executionRoles.c passes other roles itself, which would be passed on: "
            + "pass those from here instead.")]
    [InlineData(
        """ "activities": ["manageJobs"], "resourcePrefixes": ["a-"], "passes": ["d"] """,
        "executionRoles.a.passes[0]: 'd'. executionRoles.d does not trust SageMaker: "
            + "add 'sagemaker.amazonaws.com' to its trustedServices.")]
    [InlineData(
        """ "activities": ["manageJobs"], "resourcePrefixes": ["a-"], "passes": ["e"] """,
        "executionRoles.a.passes[0]: 'e'. Did you mean 'a'? Expected a key of executionRoles: a, b, c, d.")]
    [InlineData(
        """ "topics": ["done"] """,
        "executionRoles.a.topics[0]: 'done'. Expected the ARN of a topic, 'arn:aws:sns:REGION:ACCOUNT:NAME'.")]
    [InlineData(
        """ "functions": ["arn:aws:lambda:us-east-1:123456789012:function:*"] """,
        "executionRoles.a.functions[0]: 'arn:aws:lambda:us-east-1:123456789012:function:*'. "
            + "Expected the ARN of a function, 'arn:aws:lambda:REGION:ACCOUNT:function:NAME'.")]
    [InlineData(
        """ "buckets": [{ "access": ["read"] }] """,
        "executionRoles.a.buckets[0]: a map. Expected name, or defaultBucket: true, and not both.")]
    [InlineData(
        """ "buckets": [{ "defaultBucket": false, "access": ["read"] }] """,
        "executionRoles.a.buckets[0].defaultBucket: false. A bucket has a name, or is the default bucket: leave it out and give a name, "
            + "or say true.")]
    [InlineData(
        """ "buckets": [{ "defaultBucket": true, "account": "222222222222", "access": ["read"] }] """,
        "executionRoles.a.buckets[0].account: '222222222222'. The default bucket is that of the stack's own account: "
            + "give the name of the other one.")]
    [InlineData(
        """ "buckets": [{ "name": "data", "clientKeys": true, "access": ["read"] }] """,
        "executionRoles.a.buckets[0].clientKeys: true. The keys are made of the names of jobs, models and endpoints: "
            + "say how those begin in resourcePrefixes.")]
    [InlineData(
        """ "repositories": ["763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1-gpu"] """,
        "executionRoles.a.repositories[0]: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1-gpu'. "
            + "It is an image of AWS's own: write 'pytorch-training' under awsImages. Expected a repository's name in lower case, such as "
            + "'unet-training', or an ARN 'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'.")]
    [InlineData(
        """ "repositories": ["763104351884.dkr.ecr.eu-south-2.amazonaws.com/pytorch-training:2.1-gpu"] """,
        "executionRoles.a.repositories[0]: '763104351884.dkr.ecr.eu-south-2.amazonaws.com/pytorch-training:2.1-gpu'. "
            + "It is an image of AWS's own: write 'pytorch-training' under awsImages. Expected a repository's name in lower case, such as "
            + "'unet-training', or an ARN 'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'.")]
    [InlineData(
        """ "repositories": ["123456789012.dkr.ecr.us-east-1.amazonaws.com/team/unet@sha256:0a1b"] """,
        "executionRoles.a.repositories[0]: '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/unet@sha256:0a1b'. "
            + "It is an image: write its repository, 'arn:aws:ecr:us-east-1:123456789012:repository/team/unet'. Expected a repository's "
            + "name in lower case, such as 'unet-training', or an ARN 'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'.")]
    [InlineData(
        """ "repositories": ["arn:aws:ecr:us-east-1:763104351884:repository/*"] """,
        "executionRoles.a.repositories[0]: 'arn:aws:ecr:us-east-1:763104351884:repository/*'. AWS's own images are named one by one, "
            + "under awsImages. Expected a repository's name in lower case, such as 'unet-training', or an ARN "
            + "'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'.")]
    [InlineData(
        """ "repositories": { "awsImages": ["pytorch-trainin"] } """,
        "executionRoles.a.repositories.awsImages[0]: 'pytorch-trainin'. The nearest one is 'pytorch-training'. "
            + "Expected the repository of one of AWS's own images, such as 'pytorch-training', without account and tag.")]
    [InlineData(
        """ "clientDefaults": ["sagemakerSDK"] """,
        "executionRoles.a.clientDefaults[0]: 'sagemakerSDK'. Did you mean 'sagemakerSdk'? "
            + "Expected one of: sagemakerSdk, huggingFace, modelBuilder, mlflow, zenml, autogluon.")]
    [InlineData(
        """ "mlflowApps": ["demo"] """,
        "executionRoles.a.mlflowApps[0]: 'demo'. Expected the id of an MLflow App, 'app-' and letters, digits and '-', "
            + "which ends its ARN.")]
    [InlineData(
        """ "serves": ["mlflow"] """,
        "executionRoles.a.serves[0]: 'mlflow'. It registers models: say how the names of their groups begin in resourcePrefixes.")]
    [InlineData(
        """ "serves": ["hyperPod", "featureStore"], "buckets": [{ "name": "data", "access": ["read"] }] """,
        "executionRoles.a.serves[1]: 'featureStore'. The offline store is in S3: name its bucket in buckets, with the access to write.")]
    [InlineData(
        """ "alarms": ["demo-*"] """,
        "executionRoles.a.alarms[0]: 'demo-*'. Expected the name of an alarm of CloudWatch: at most 255 letters, digits and '._-'.")]
    [InlineData(
        """ "studioUserProfiles": ["jane"] """,
        "executionRoles.a.studioUserProfiles[0]: 'jane'. Expected a user profile of Studio, 'DOMAIN/NAME' as its ARN ends, such as "
            + "'d-0123456789ab/jane'.")]
    [InlineData(
        """ "hyperPodClusters": ["demo"] """,
        "executionRoles.a.hyperPodClusters[0]: 'demo'. Expected the id of a HyperPod cluster, twelve lower-case letters and digits, "
            + "which ends its ARN.")]
    [InlineData(
        """ "eksClusters": ["demo/*"] """,
        "executionRoles.a.eksClusters[0]: 'demo/*'. Expected the name of a cluster of EKS: at most 100 letters, digits, '-' and '_'.")]
    [InlineData(
        """ "partnerApps": ["comet"] """,
        "executionRoles.a.partnerApps[0]: 'comet'. Expected the id of a partner AI app, 'app-' and twelve capitals and digits, which "
            + "ends its ARN.")]
    [InlineData(
        """ "activities": ["manageJobs", "runStudioApps"], "resourcePrefixes": ["a-"] """,
        "executionRoles.a.activities[1]: 'runStudioApps'. No prefix tells what it is allowed on: name that in studioUserProfiles.")]
    [InlineData(
        """ "activities": ["useHyperPod"], "resourcePrefixes": ["a-"] """,
        "executionRoles.a.activities[0]: 'useHyperPod'. No prefix tells what it is allowed on: name that in hyperPodClusters.")]
    [InlineData(
        """ "glueDatabases": ["sales/*"] """,
        "executionRoles.a.glueDatabases[0]: 'sales/*'. Expected the name of a database of AWS Glue, such as 'sales': at most 255 "
            + "lower-case letters, digits, '_' and '-'.")]
    [InlineData(
        """ "queues": ["arn:aws:sqs:us-esat-1:123456789012:approve"] """,
        "executionRoles.a.queues[0]: 'arn:aws:sqs:us-esat-1:123456789012:approve'. "
            + "The nearest region is 'us-east-1'. Expected the ARN of a queue, 'arn:aws:sqs:REGION:ACCOUNT:NAME'.")]
    public void WhatClientsNeed_IsSaidWhole_OrIsAFault(string role, string fault) => FaultOf($$"""
        {
          "executionRoles": {
            "a": { {{role}} },
            "b": {},
            "c": { "activities": ["manageJobs"], "resourcePrefixes": ["c-"], "passes": ["b"] },
            "d": { "trustedServices": ["lambda.amazonaws.com"] }
          }
        }
        """).Should().Be(fault);

    private static string Grant(string principal, string more = "", string accounts = "") => $$"""
        {
          "executionRoles": { "a": { "roleName": "training" } },
          "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "{{principal}}"{{more}} } },
          "accounts": { {{accounts}} }
        }
        """;

    // A role that launches work and is bound, and a deployer that passes it and is bound as is said.
    private static string PassedBy(string bound)
    {
        const string Keys = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890a";
        return $$"""
            {
              "executionRoles": { "pipeline": {
                "activities": ["manageJobs"], "resourcePrefixes": ["churn-"], "kmsKeys": ["{{Keys}}a", "{{Keys}}b"], "requireKeys": true,
                "requireVpc": { "subnets": ["subnet-a", "subnet-b"], "securityGroups": ["sg-a"] },
                "guardrails": { "instanceTypes": ["ml.m5.large", "ml.p5.*"], "maxRuntimeInSeconds": 7200, "remoteAccess": false,
                  "requestTags": [{ "key": "project", "values": ["a", "b"] }] } } },
              "deployers": { "ci": { "executionRoles": ["pipeline"], "kmsKeys": ["{{Keys}}a"], {{bound}} } }
            }
            """;
    }

    private static string FaultOf(string configuration) => FaultsOf(configuration).Should().ContainSingle().Which;

    private static List<string> FaultsOf(string configuration)
    {
        // An editor that knows the schema underlines what is faulty by itself, and leaves alone what is faulty only beside other things.
        var reading = new SettingsReading(JsonDocument.Parse(configuration).RootElement, AwsAccount.In(Account.Region));
        reading.Bind();
        StackSchemaVerdict.AcceptsConfiguration(configuration).Should().Be(reading.Faults.TrueForAll(fault => IsOfAReference(fault)));

        var read = () => Read(configuration);
        return [.. read.Should().Throw<InvalidSettingsException>().Which.Faults.Select(fault => fault.ToString())];
    }

    // That a key stands in another map is more than a schema can say.
    private static bool IsOfAReference(Fault fault) =>
        fault.Allowed.Contains("a key of ", StringComparison.Ordinal)
        || fault.Allowed.StartsWith("There is nothing in", StringComparison.Ordinal);

    private static void Read(string configuration) =>
        StackSettingsReader.Read("dev", JsonDocument.Parse(configuration).RootElement, Account);
}
