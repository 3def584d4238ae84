using System.Collections.Immutable;
using System.Text.Json;
using Moq;
using Pulumi;
using Pulumi.Testing;
using SageMakerIam.Plan;
using SageMakerIam.Plan.LookUps;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;
using SageMakerIam.Tests.Sdk;

namespace SageMakerIam.Tests.Plan.LookUps;

/// <summary>What a stack file names is asked for, by the function that knows of it, and missed where it is not there.</summary>
[Collection(nameof(PulumiConfiguration))]
public class NamedThingsCheckTests
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string KeyOfTheRegion = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Boundary = "arn:aws:iam::123456789012:policy/bound";

    private static readonly string[] NameKeys = ["arn", "keyId", "name", "userName"];

    public static TheoryData<string, string, string, string> Named => new()
    {
        {
            """{ "executionRoles": { "r": { "permissionsBoundary": "arn:aws:iam::123456789012:policy/bound" } } }""",
            "aws:iam/getPolicy:getPolicy", Boundary,
            $"executionRoles.r.permissionsBoundary: '{Boundary}', a policy that is not there"
        },
        {
            """{ "executionRoles": { "r": { "managedPolicies": ["AmazonSageMakerReadOnli"] } } }""",
            "aws:iam/getPolicy:getPolicy", "arn:aws:iam::aws:policy/AmazonSageMakerReadOnli",
            "executionRoles.r.managedPolicies[0]: 'arn:aws:iam::aws:policy/AmazonSageMakerReadOnli', a policy that is not there"
        },
        {
            $$"""{ "executionRoles": { "r": { "kmsKeys": ["{{Key}}"] } } }""",
            "aws:kms/getKey:getKey", Key, $"executionRoles.r.kmsKeys[0]: '{Key}', a key that is not there"
        },
        {
            """{ "executionRoles": { "r": { "secrets": ["ml/database"] } } }""",
            "aws:secretsmanager/getSecret:getSecret", "ml/database",
            "executionRoles.r.secrets[0]: 'ml/database', a secret that is not there"
        },
        {
            """{ "executionRoles": { "r": { "secrets": ["arn:aws:secretsmanager:eu-west-1:222222222222:secret:token-AbCdEf"] } } }""",
            "aws:secretsmanager/getSecret:getSecret", "arn:aws:secretsmanager:eu-west-1:222222222222:secret:token-AbCdEf",
            "executionRoles.r.secrets[0]: 'arn:aws:secretsmanager:eu-west-1:222222222222:secret:token-AbCdEf', "
                + "a secret that is not there"
        },
        {
            $$"""{ "executionRoles": { "r": { "secretKmsKeys": ["{{Key}}"] } } }""",
            "aws:kms/getKey:getKey", Key, $"executionRoles.r.secretKmsKeys[0]: '{Key}', a key that is not there"
        },
        {
            """{ "executionRoles": { "r": { "roleName": "by-hand", "adopt": true } } }""",
            "aws:iam/getRole:getRole", "by-hand", "executionRoles.r.roleName: 'by-hand', a role that is not there"
        },
        {
            """{ "executionRoles": { "r": { "roleName": "by-hand", "adopt": { "managed": "theirs" } } } }""",
            "aws:iam/getPolicy:getPolicy", "arn:aws:iam::123456789012:policy/theirs",
            "executionRoles.r.adopt.managed: 'arn:aws:iam::123456789012:policy/theirs', a policy that is not there"
        },
        {
            $$"""{ "deployers": { "d": { "permissionsBoundary": "{{Boundary}}" } } }""",
            "aws:iam/getPolicy:getPolicy", Boundary, $"deployers.d.permissionsBoundary: '{Boundary}', a policy that is not there"
        },
        {
            $$"""
            { "guardedBuckets": { "data": { "kmsKey": "{{Key}}", "principals": ["arn:aws:iam::123456789012:role/reader"] } } }
            """,
            "aws:kms/getKey:getKey", Key, $"guardedBuckets.data.kmsKey: '{Key}', a key that is not there"
        },
        {
            $$"""{ "deployers": { "d": { "secretsManager": { "kmsKey": "{{KeyOfTheRegion}}" } } } }""",
            "aws:kms/getKey:getKey", KeyOfTheRegion,
            $"deployers.d.secretsManager.kmsKey: '{KeyOfTheRegion}', a key that is not there"
        },
        {
            Grant("arn:aws:iam::123456789012:role/state/machine"),
            "aws:iam/getRole:getRole", "machine",
            "passRoleGrants.g.principal: 'arn:aws:iam::123456789012:role/state/machine', a role that is not there"
        },
        {
            Grant("arn:aws:iam::123456789012:user/ci"),
            "aws:iam/getUser:getUser", "ci", "passRoleGrants.g.principal: 'arn:aws:iam::123456789012:user/ci', a user that is not there"
        },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public async Task NamedThing_IsMissedByItsPath_WhereAwsHasNone(string configuration, string function, string name, string fault)
    {
        (await FaultsAsync(configuration, asked => asked != (function, name)))
            .Should().Equal($"{fault}. Correct it, or make what it names first.");
        (await FaultsAsync(configuration, _ => true)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/machine")]
    [InlineData("arn:aws:iam::123456789012:user/d")]
    public async Task Principal_OfAnotherAccountOrOfTheStack_IsNotAskedFor(string principal) =>
        (await FaultsAsync(Grant(principal), _ => false)).Should().BeEmpty();

    [Fact]
    public async Task ThingThatIsNamedTwice_IsAskedForOnce_AndMissedTwice()
    {
        var asked = new List<string>();
        var faults = await FaultsAsync(
            $$"""{ "executionRoles": { "a": { "kmsKeys": ["{{Key}}"] }, "b": { "kmsKeys": ["{{Key}}"] } } }""",
            call =>
            {
                asked.Add(call.Name);
                return false;
            });

        asked.Should().Equal(Key);
        faults.Select(fault => fault.Split(':')[0]).Should().Equal("executionRoles.a.kmsKeys[0]", "executionRoles.b.kmsKeys[0]");
    }

    private static string Grant(string principal) => $$"""
        {
          "executionRoles": { "r": {} },
          "deployers": { "d": { "userName": "d", "exclusive": false } },
          "passRoleGrants": { "g": {
            "executionRoles": ["r"], "principal": "{{principal}}", "activities": ["manageJobs"], "resourcePrefixes": ["a-"]
          } }
        }
        """;

    private static async Task<IEnumerable<string>> FaultsAsync(string configuration, Func<(string Function, string Name), bool> isThere)
    {
        var settings = StackSettingsReader.Read("dev", JsonDocument.Parse(configuration).RootElement, PolicyJudge.Account);
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns((MockCallArgs call) =>
        {
            var name = NameKeys.Select(key => call.Args.GetValueOrDefault(key)).OfType<string>().First();
            return isThere((call.Token!, name))
                ? Task.FromResult<object>(ImmutableDictionary<string, object>.Empty.Add("arn", $"arn:aws:any:::{name}"))
                : throw new InvalidOperationException($"reading {name}: couldn't find resource");
        });
        var faults = Enumerable.Empty<Fault>();
        await Deployment.TestAsync(mocks.Object, new TestOptions { ProjectName = "sagemaker-iam", StackName = "dev" }, async () =>
        {
            faults = await NamedThingsCheck.FaultsAsync(settings, PolicyJudge.Account, OwnPrincipal.Of(settings, LastUpdate.None));
            return ImmutableDictionary<string, object?>.Empty;
        });
        return [.. faults.Select(fault => fault.ToString())];
    }
}
