using System.Text.Json;
using SageMakerIam.Policies;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Settings;

/// <summary>Every fault of a configuration: where it is, what stood there, what may stand there.</summary>
public class SettingsFaultTests
{
    private static readonly AwsAccount Account = new("aws", "us-east-1", "123456789012");

    [Theory]
    [InlineData("""{ "executionRole": {} }""", "executionRole: unknown key. Did you mean 'executionRoles'? Known keys: executionRoles, deployers, passRoleGrants, accounts.")]
    [InlineData("""{ "executionRoles": { "a": { "bukets": [] } } }""", "executionRoles.a.bukets: unknown key. Did you mean 'buckets'?*")]
    [InlineData("""{ "executionRoles": { "a": { "buckets": [ { "name": "data", "access": ["read"], "prefx": "x" } ] } } }""", "executionRoles.a.buckets[0].prefx: unknown key. Did you mean 'prefix'?*")]
    [InlineData("""{ "executionRoles": { "a": { "repositories": { "pul": [] } } } }""", "executionRoles.a.repositories.pul: unknown key. Did you mean 'pull'?*")]
    [InlineData("""{ "executionRoles": { "a": { "vpc": { "subnets": ["subnet-1"], "securityGroups": ["sg-1"], "x": 1 } } } }""", "executionRoles.a.vpc.x: unknown key. Known keys: subnets, securityGroups.")]
    [InlineData("""{ "deployers": { "a": { "role": [] } } }""", "deployers.a.role: unknown key.*")]
    [InlineData("""{ "passRoleGrants": { "a": { "executionRoles": [], "principal": "arn:aws:iam::123456789012:role/r", "servces": [] } } }""", "passRoleGrants.a.servces: unknown key. Did you mean 'services'?*")]
    public void UnknownKey_IsReportedWithTheNearestKnownKey(string configuration, string fault) => FaultOf(configuration).Should().Match(fault);

    [Theory]
    [InlineData("""{ "executionRoles": [] }""", "executionRoles: a list. Expected a map of entries, each by a name of 1 to 40 letters, digits, '-' and '_', beginning with a letter.")]
    [InlineData("""{ "executionRoles": { "a": "b" } }""", "executionRoles.a: 'b'. Expected a map with the keys *")]
    [InlineData("""{ "executionRoles": { "a": { "buckets": "data" } } }""", "executionRoles.a.buckets: 'data'. Expected a list of buckets, each { name, access, prefix }.")]
    [InlineData("""{ "executionRoles": { "a": { "instanceProfile": "yes" } } }""", "executionRoles.a.instanceProfile: 'yes'. Expected true or false.")]
    [InlineData("""{ "executionRoles": { "a": { "roleName": 5 } } }""", "executionRoles.a.roleName: 5. Expected an IAM name*")]
    [InlineData("""{ "executionRoles": { "a": { "trustedServices": [] } } }""", "executionRoles.a.trustedServices: an empty list. Expected one or more of: sagemaker.amazonaws.com,*")]
    public void WrongType_IsReportedWithWhatIsExpected(string configuration, string fault) => FaultOf(configuration).Should().Match(fault);

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
        FaultOf("""{ "deployers": { "a": { "activities": ["manageJob"], "resourcePrefix": "unet-" } } }""")
            .Should().Be("deployers.a.activities[0]: 'manageJob'. Did you mean 'manageJobs'? Expected one of: manageJobs, manageModels, manageEndpoints, managePipelines, manageExperiments, manageNotebooks.");

    [Fact]
    public void ExecutionRole_ThatDoesNotExist_IsReportedWithThoseThatDo() =>
        FaultOf("""{ "executionRoles": { "unet": {} }, "deployers": { "a": { "executionRoles": ["nope"] } } }""")
            .Should().Be("deployers.a.executionRoles[0]: 'nope'. Expected a key of executionRoles: unet.");

    [Fact]
    public void Activities_WithoutAPrefix_AreReported() =>
        FaultOf("""{ "deployers": { "a": { "activities": ["manageJobs"] } } }""")
            .Should().StartWith("deployers.a.resourcePrefix: missing. The activities need the beginning of the names of SageMaker resources");

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("Unet-")]
    public void ResourcePrefix_ThatCouldMatchEverythingOrNothing_IsReported(string prefix) =>
        FaultOf($$"""{ "deployers": { "a": { "activities": ["manageJobs"], "resourcePrefix": "{{prefix}}" } } }""")
            .Should().StartWith($"deployers.a.resourcePrefix: '{prefix}'.");

    [Theory]
    [InlineData("arn:aws:s3:::data")]
    [InlineData("arn:aws-cn:iam::123456789012:role/r")]
    [InlineData("arn:aws:iam::123456789012:root")]
    [InlineData("*")]
    public void Principal_ThatIsNoRoleOrUserOfThePartition_IsReported(string principal) =>
        FaultOf($$"""{ "executionRoles": { "a": {} }, "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "{{principal}}" } } }""")
            .Should().Be($"passRoleGrants.g.principal: '{principal}'. Expected the ARN of a role or user, 'arn:aws:iam::ACCOUNT:role/NAME'.");

    [Fact]
    public void Principal_OfAnotherAccount_IsReportedWithTheReason() =>
        FaultOf("""{ "executionRoles": { "a": {} }, "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "arn:aws:iam::222222222222:role/r" } } }""")
            .Should().Match("passRoleGrants.g.principal: 'arn:aws:iam::222222222222:role/r'.*PassRole does not cross accounts*");

    [Fact]
    public void Service_ThatTheExecutionRoleDoesNotTrust_IsReported() =>
        FaultOf("""{ "executionRoles": { "a": {} }, "passRoleGrants": { "g": { "executionRoles": ["a"], "principal": "arn:aws:iam::123456789012:role/r", "services": ["glue.amazonaws.com"] } } }""")
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
            .Should().Be("executionRoles.a.instanceProfile: true. An instance profile is of use to EC2 alone: add 'ec2.amazonaws.com' to trustedServices.");

    [Fact]
    public void Policies_ThatCannotFit_AreReportedWithByHowMuchAndWhatToSplit()
    {
        var buckets = string.Join(",", Enumerable.Range(0, 900).Select(i => $$"""{ "name": "a-bucket-with-a-rather-long-name-{{i:D4}}", "access": ["read"] }"""));
        FaultOf($$"""{ "deployers": { "a": { "buckets": [{{buckets}}] } } }""")
            .Should().MatchRegex(@"^deployers\.a: its policies take [\d,]+ characters, [\d,]+ more than IAM holds for it: 2,048 inline and 10 managed policies of 6,144\. Split it into several entries.*most is taken by S3(List1|Read)");
    }

    [Fact]
    public void AllFaults_AreReportedInOneGo()
    {
        var read = () => Read("""{ "executionRoles": { "a": { "roleName": "my role", "bukets": [] } }, "deployers": { "d": { "executionRoles": ["b"] } } }""");
        read.Should().Throw<InvalidSettingsException>().Which.Message.Split('\n').Should().HaveCount(4)
            .And.StartWith("Configuration of stack 'dev' has 3 faults:");
    }

    private static string FaultOf(string configuration)
    {
        var read = () => Read(configuration);
        return read.Should().Throw<InvalidSettingsException>().Which.Faults.Should().ContainSingle().Which.ToString();
    }

    private static void Read(string configuration) =>
        StackSettingsReader.Read("dev", JsonDocument.Parse(configuration).RootElement, Account);
}
