using Proof.Contracts;
using Proof.Judging;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Proof.Contracts;

public sealed class ContractFaultTests
{
    [Theory]
    [InlineData("executionRols: {}", "executionRols", "Did you mean 'executionRoles'?")]
    [InlineData("executionRoles: { a: { may: [ read: 's3://data/*/x' ] } }", "executionRoles.a.may[0].read", "without *, ? and $")]
    [InlineData("executionRoles: { a: { may: [ read: 's3://data/${x}/' ] } }", "executionRoles.a.may[0].read", "without *, ? and $")]
    [InlineData("executionRoles: { a: { may: [ read: 's3://da*/' ] } }", "executionRoles.a.may[0].read", "without *, ? and $")]
    [InlineData(
        "executionRoles: { a: { may: [ pull an image of: 'a*' ] } }", "executionRoles.a.may[0].pull an image of", "without *, ? and $")]
    [InlineData(
        "executionRoles: { a: { may: [ use key: 'arn:aws:kms:us-east-1:*:key/x' ] } }",
        "executionRoles.a.may[0].use key",
        "without *, ? and $")]
    [InlineData("others: { a: { name: 'arn:aws:iam::12:role/x', may: [ read: s3://x/ ] } }", "others.a.name", "the ARN of an identity")]
    [InlineData(
        "deployers: { a: { sourceAddresses: [ 1.2.3 ], may: [ read: s3://x/ ] } }", "deployers.a.sourceAddresses[0]", "by its first")]
    [InlineData(
        "deployers: { a: { sourceAddresses: [ 10.0.0.1/8 ], may: [ read: s3://x/ ] } }", "deployers.a.sourceAddresses[0]", "by its first")]
    [InlineData("executionRoles: { a: { nam: x } }", "executionRoles.a.nam", "Did you mean 'name'?")]
    [InlineData("executionRoles: { a: { foreignReach: many } }", "executionRoles.a.foreignReach", "a number of actions")]
    [InlineData("executionRoles: { a: { may: { read: s3://x/ } } }", "executionRoles.a.may", "a list")]
    [InlineData("executionRoles: { a: { may: [ red: s3://x/ ] } }", "executionRoles.a.may[0]", "Did you mean 'read'?")]
    [InlineData("executionRoles: { a: { may: [ read: s3//x ] } }", "executionRoles.a.may[0].read", "s3://BUCKET/")]
    [InlineData(
        "executionRoles: { a: { may: [ { read: s3://x/, form: y } ] } }", "executionRoles.a.may[0].form",
        "It may be of account, read, through endpoint.")]
    [InlineData(
        "deployers: { a: { resourcePrefixes: [ b- ], may: [ invoke endpoint: b-1, invoke endpoint: c-1 ] } }",
        "deployers.a.may[1]",
        "It begins with none of resourcePrefixes: b-.")]
    [InlineData(
        "deployers: { a: { resourcePrefixes: [ b-, c- ], may: [ invoke endpoint: b-1 ] } }",
        "deployers.a.resourcePrefixes[1]",
        "No row under may has a name that begins so")]
    [InlineData("deployers: { a: { may: [ train: job ] } }", "deployers.a.may[0]", "needs it: an execution role")]
    [InlineData(
        "executionRoles: { r: {} }\ndeployers: { a: { may: [ { create model: m, as: r, with an image of: none } ] } }",
        "deployers.a.may[0]",
        "Where there is none, write 'from artifacts under: none'.")]
    [InlineData(
        "executionRoles: { r: {} }\ndeployers: { a: { may: [ { run a pipeline: p, as: r, steps as: none } ] } }",
        "deployers.a.may[0]",
        "Where there is none, write 'with steps: none'.")]
    [InlineData(
        "executionRoles: { r: {} }\ndeployers: { a: { may: [ { run notebook: n, as: r, on data under: nowhere, results under: none } ] } }",
        "deployers.a.may[0].on data under",
        "Where there is none, write 'on data under: none'.")]
    [InlineData(
        "executionRoles: { r: {} }\ndeployers: { a: { may: [ { run a pipeline: p, as: r, steps as: r, "
        + "with steps: [ train one, create model a, train another ] } ] } }",
        "deployers.a.may[0].with steps[2]",
        "'train' stands in this list already")]
    [InlineData(
        "executionRoles: { training: {} }\ndeployers: { a: { may: [ { train: job, as: trainin } ] } }",
        "deployers.a.may[0].as",
        "Did you mean 'training'?")]
    [InlineData(
        "deployers: { a: { may: [ { train: 'a job', as: 'arn:aws:iam::1:role/x' } ] } }",
        "deployers.a.may[0].train",
        "letters, digits, hyphens, dots and underscores")]
    [InlineData(
        "executionRoles: { a: { may: [ be assumed by: sagemaker ] } }",
        "executionRoles.a.may[0].be assumed by",
        "sagemaker.amazonaws.com")]
    [InlineData("executionRoles: { a: { may: [ action: GetObject ] } }", "executionRoles.a.may[0].action", "service:Action")]
    [InlineData("executionRoles: { a: { may: [ do the same with another: bucket ] } }", "executionRoles.a.may[0]", "stands under mayNot")]
    [InlineData(
        "executionRoles: { a: { mayNot: [ do the same with another: [ buket ] ] } }",
        "executionRoles.a.mayNot[0].do the same with another[0]",
        "Did you mean 'bucket'?")]
    [InlineData("executionRoles: [ a ]", "executionRoles", "A map stands here")]
    [InlineData("{}", "", "executionRoles")]
    [InlineData("just words", "", "A contract is a map")]
    [InlineData("executionRoles: {", "", "Write the contract as YAML")]
    public async Task AFault_IsNamedWithItsPathAndItsRemedy(string yaml, string path, string remedy)
    {
        var faults = await FaultsAsync(yaml);
        faults.Should().ContainSingle(
            fault => fault.Place.Path == path && fault.Allowed.Contains(remedy, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [InlineData("\\u200b")]
    [InlineData("\\u000a")]
    [InlineData("\\u00a0")]
    public async Task WhatCannotBeSeen_IsShownByItsNumber(string number) =>
        (await FaultsAsync($$"""executionRoles: { a: { may: [ read: "s3://da{{number}}ta/" ] } }""")).Should().ContainSingle()
            .Which.ToString().Should().Contain($"read: 's3://da{number}ta/'\n");

    /// <summary>Each contract has a ¦ before the place that its one fault has to name.</summary>
    [Theory]
    [InlineData("deployers: {}\n¦executionRols: {}\n", "executionRols: unknown key")]
    [InlineData("executionRoles:\n  a:\n    ¦nam: x\n", "executionRoles.a.nam: unknown key")]
    [InlineData("executionRoles:\n  a:\n    foreignReach: ¦many\n", "executionRoles.a.foreignReach: 'many'")]
    [InlineData("executionRoles:\n  a:\n    ¦may:\n      read: s3://x/\n", "executionRoles.a.may: '")]
    [InlineData("executionRoles:\n  a:\n    may: ¦{ read: s3://x/ }\n", "executionRoles.a.may: '")]
    [InlineData("executionRoles: ¦[ a ]\n", "executionRoles: '")]
    [InlineData("executionRoles:\n  a:\n    may:\n      - ¦red: s3://x/\n", "executionRoles.a.may[0]: unknown task")]
    [InlineData("executionRoles:\n  a:\n    may:\n    - { ¦red: s3://x/ }\n", "executionRoles.a.may[0]: unknown task")]
    [InlineData("executionRoles:\n  a:\n    may:\n      - read: [s3://x/, ¦s3//y]\n", "executionRoles.a.may[0].read[1]: 's3//y'")]
    [InlineData("executionRoles:\n  a:\n    may:\n      - { read: s3://x/, ¦form: y }\n", "executionRoles.a.may[0].form: unknown")]
    [InlineData("deployers:\n  a:\n    may:\n      - ¦keep features in: store\n", "deployers.a.may[0]: no 'as'")]
    [InlineData("deployers:\n  a:\n    may:\n      - ¦{ keep features in: store }\n", "deployers.a.may[0]: no 'as'")]
    [InlineData("executionRoles:\n  a:\n    may: [¦{}]\n", "executionRoles.a.may[0]: an empty row")]
    [InlineData("executionRoles:\n  a:\n    mayNot:\n      - do the same with another: ¦buket\n", "executionRoles.a.mayNot[0].do the")]
    [InlineData("executionRoles:\n  a:\n    may:\n      - ¦action: s3:GetObjekt\n", "executionRoles.a.may[0]: 's3:GetObjekt")]
    [InlineData(
        "executionRoles:\n  a:\n    may: [ read: s3://x/ ]\n    mayNot:\n      - ¦read: s3://x/\n",
        "executionRoles.a.mayNot[0]: 'read s3://x/'")]
    [InlineData("\uFEFFexecutionRoles:\r\n  a:\r\n    ¦nam: x\r\n", "executionRoles.a.nam: unknown key")]
    [InlineData("executionRoles: {\n¦", "While parsing")]
    [InlineData("executionRoles: ¦[\na", "this is not YAML")]
    [InlineData("executionRoles: \"\"*a!?\n¦", "this is not YAML")]
    [InlineData("executionRoles: {}\n¦executionRoles: {}\n", "Duplicate key")]
    public async Task AFault_BeginsWithFileLineAndColumn(string yaml, string text)
    {
        var before = yaml.TrimStart('\uFEFF').Split('¦')[0].Split('\n');
        var fault = (await FaultsAsync(yaml.Replace("¦", "", StringComparison.Ordinal))).Should().ContainSingle().Which.ToString();
        fault.Should().MatchRegex($"^/.*\\.tmp:{before.Length}:{before[^1].Length + 1}: ").And.Contain($": {text}");
    }

    [Theory]
    [InlineData(
        "executionRoles: { a: { may: [ read: s3://x/, ] } }\ndeployers:\n  b:\n    may:\n      -\n",
        "deployers.b.may[0]", "an empty row")]
    [InlineData("executionRoles: { a: { may: [ {} ] } }", "executionRoles.a.may[0]", "an empty row")]
    [InlineData("executionRoles: { a: { mayNot: [ ~ ] } }", "executionRoles.a.mayNot[0]", "an empty row")]
    [InlineData("executionRoles: { a: { may: } }", "executionRoles.a.may", "nothing")]
    [InlineData("executionRoles: { a: { may: [ read: [] ] } }", "executionRoles.a.may[0].read", "an empty list")]
    [InlineData("executionRoles: { a: { may: [ read: ] } }", "executionRoles.a.may[0].read", "nothing")]
    [InlineData(
        "executionRoles: { a: { mayNot: [ do the same with another: [] ] } }",
        "executionRoles.a.mayNot[0].do the same with another", "an empty list")]
    [InlineData("executionRoles: { a: { may: [], mayNot: [], foreignReach: 1 } }", "", "no row")]
    public async Task ARowThatSaysNothing_IsAFault(string yaml, string path, string found) =>
        (await FaultsAsync(yaml)).Should().ContainSingle()
            .Which.Should().Match<ContractFault>(fault => fault.Place.Path == path && fault.Found == found);

    [Theory]
    [InlineData("name: ~")]
    [InlineData("name: [ x ]")]
    [InlineData("foreignReach: -1")]
    [InlineData("foreignReach: 1.5")]
    [InlineData("foreignReach: 3000000000")]
    [InlineData("may: [ read ]")]
    [InlineData("may: [ read: { s3://x/: y } ]")]
    [InlineData("may: [ read: '' ]")]
    [InlineData("may: [ { read: s3://x/, write: s3://x/ } ]")]
    [InlineData("may: [ { read: s3://x/, action: s3:GetObject } ]")]
    [InlineData("may: [ { be assumed by: sagemaker.amazonaws.com, for account: 12 } ]")]
    [InlineData("may: [ { attach to subnet: subnet-0123abcd, with security group: [ sg-0123abcd ] } ]")]
    [InlineData("may: [ action: 5 ]")]
    [InlineData("may: [ action: 's3:Get:Object' ]")]
    [InlineData("may: [ { action: s3:ListAllMyBuckets, on: [] } ]")]
    [InlineData("may: [ { action: s3:ListAllMyBuckets, with: [ a ] } ]")]
    [InlineData("may: [ { action: s3:ListAllMyBuckets, with: { a: ~ } } ]")]
    [InlineData("mayNot: [ { do the same with another: bucket, read: s3://x/ } ]")]
    public async Task AFaultOfShape_IsOneToAnEditor_Too(string principal) =>
        (await FaultsAsync($"executionRoles: {{ a: {{ {principal} }} }}")).Should().NotBeEmpty();

    [Fact]
    public async Task AFaultOfTheWholeContract_BeginsWithWhatWasFound() =>
        (await FaultsAsync("{}")).Should().ContainSingle().Which.ToString().Should().StartWith("no principal\n  Name the stack's");

    [Fact]
    public void AContractThatIsNotThere_IsAFault() =>
        FluentActions.Invoking(() => AccessContract.Read("/nowhere/x.access.yaml")).Should()
            .Throw<InvalidContractException>().Which.Faults.Should().ContainSingle();

    [Fact]
    public async Task AllFaults_AreNamedAtOnce() =>
        (await FaultsAsync("executionRoles: { a: { nam: x, may: [ red: y, read: z ] } }")).Should().HaveCount(3);

    [Theory]
    [InlineData("action: s3:GetObjekt, on: 'arn:aws:s3:::x/y'", "there is no such action", "Did you mean 's3:GetObject'?")]
    [InlineData("action: s4:GetObject, on: 'arn:aws:s3:::x/y'", "there is no such service", "Did you mean 's3:GetObject'?")]
    [InlineData("action: s3:GetObject, on: 'arn:aws:sqs:us-east-1:123456789012:x'", "knows no resource of this kind")]
    [InlineData("action: s3:GetObject, on: 'arn:aws:s3:::x/*'", "is a pattern")]
    [InlineData("action: ecr:GetAuthorizationToken, on: 'arn:aws:ecr:us-east-1:123456789012:repository/x'", "only *")]
    [InlineData("action: s3:GetObject, on: 'arn:aws:s3:::x/y', with: { 'iam:PassedToService': x }", "iam:PassedToService")]
    [InlineData("list all: Fishes", "there is no such action")]
    public async Task ARequestThatCanNeverBeAsked_IsAFault(string entry, string why, string? remedy = null)
    {
        var fault = (await FaultsAsync($"executionRoles: {{ a: {{ may: [ {{ {entry} }} ] }} }}")).Should().ContainSingle().Which;
        fault.Place.Path.Should().Be("executionRoles.a.may[0]");
        fault.Found.Should().Contain(why);
        (remedy is null || fault.Allowed.Contains(remedy, StringComparison.Ordinal)).Should().BeTrue();
    }

    [Theory]
    [InlineData("read: s3://x/")]
    [InlineData("push with DVC: s3://x/")]
    public async Task TheSameUnderMayAndMayNot_IsAFault(string task) =>
        (await FaultsAsync($"executionRoles: {{ a: {{ may: [ {task} ], mayNot: [ {task} ] }} }}"))
            .Should().ContainSingle(
                fault => fault.Place.Path == "executionRoles.a.mayNot[0]"
                    && fault.Allowed.Contains("can never hold", StringComparison.Ordinal));

    [Fact]
    public async Task WhatNothingDependsOn_IsAFault() =>
        (await FaultsAsync("executionRoles: { a: { may: [ read: s3://x/ ], mayNot: [ do the same with another: subnet ] } }"))
            .Should().ContainSingle(fault => fault.Allowed.Contains("says nothing", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<ContractFault>> FaultsAsync(string yaml)
    {
        // An editor that knows the schema underlines what is faulty by itself.
        var faults = await ReaderFaultsAsync(yaml);
        if (!faults.Any(fault => fault.Allowed == "Write the contract as YAML."))
        {
            AccessSchemaVerdict.Accepts(yaml).Should().Be(faults.All(fault => MoreThanASchemaCanSay(fault) is not null));
        }

        return faults;
    }

    /// <summary>Why the schema accepts a contract with a fault; null where it does not.</summary>
    private static string? MoreThanASchemaCanSay(ContractFault fault) => fault switch
    {
        { Found: "no principal" or "no row" } => "it is a fault of the whole contract: there is no place to underline",
        _ when fault.Found.StartsWith("unknown role", StringComparison.Ordinal) => "that the contract has a principal of this name",
        _ when fault.Found.Contains("can never be asked", StringComparison.Ordinal) => "what actions AWS has, on which resources",
        _ when fault.Allowed.Contains("the row can never hold", StringComparison.Ordinal) => "that another row says the opposite",
        _ when fault.Allowed.Contains("by its first", StringComparison.Ordinal) => "what an address is, and where a range of them begins",
        _ when fault.Allowed.Contains("none of resourcePrefixes", StringComparison.Ordinal) => "what a name begins with",
        _ when fault.Allowed.Contains("a name that begins so", StringComparison.Ordinal) => "which names other rows have",
        _ when fault.Allowed.Contains("stands in this list already", StringComparison.Ordinal) => "that another value begins the same",
        _ when fault.Allowed.Contains("depends on it: the row says nothing", StringComparison.Ordinal) => "what other rows depend on",
        _ => null,
    };

    private static async Task<IReadOnlyList<ContractFault>> ReaderFaultsAsync(string yaml)
    {
        try
        {
            await AccessProof.VetAsync(ContractText.InAFile(yaml, AccessContract.Read), SmallStack.Place);
            return [];
        }
        catch (InvalidContractException invalid)
        {
            return invalid.Faults;
        }
    }
}
