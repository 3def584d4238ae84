using SageMakerIam.Tests.Proof.Contracts;namespace SageMakerIam.Tests.Schemas;

/// <summary>The schema of access contracts. That it says what the reader says is held where each fault is (ContractFaultTests).</summary>
public class AccessSchemaTests
{
    [Fact]
    public void Schema_SaysWhatTheTasksSay() => SchemaFile.ShouldBe("access.schema.json", AccessSchema.Render());

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contract_OpensWithItsSchema_WhichAcceptsIt(string file)
    {
        SchemaFile.ShouldOpen(file, "access.schema.json");
        AccessSchemaVerdict.Read(Path.Combine(RepositoryFolder.Path, file)).IsWritten.Should().BeTrue();
    }

    /// <summary>What is not in quotes is a number to an editor, and a text to the reader.</summary>
    [Theory]
    [InlineData("name: 2024")]
    [InlineData("name: ~x")]
    [InlineData("foreignReach: '3'")]
    [InlineData("may: [ { be assumed by: sagemaker.amazonaws.com, for account: 123456789012 } ]")]
    [InlineData("may: [ { be assumed by: sagemaker.amazonaws.com, for account: '012345678901' } ]")]
    [InlineData("may: [ { be assumed from outside by: 'arn:aws:iam::210987654321:role/x', with external id: 12345 } ]")]
    [InlineData("may: [ { register a model in: 1 } ]")]
    [InlineData("may: [ { action: s3:ListAllMyBuckets, with: { aws:MultiFactorAuthPresent: true, aws:MultiFactorAuthAge: 60 } } ]")]
    [InlineData("may: [ { action: s3:ListAllMyBuckets, with: } ]")]
    [InlineData("may: [ read: s3://x/ ], mayNot: []")]
    public void ValueThatIsNotInQuotes_IsAcceptedAsTheReaderAcceptsIt(string principal)
    {
        var contract = $"executionRoles: {{ a: {{ {principal} }}, b: {{ may: [ read: s3://x/ ] }}, c: }}\ndeployers:\n";
        ContractText.Read(contract).Principals.Should().HaveCount(3);
    }

    public static TheoryData<string> Contracts() => new(RepositoryFolder.Contracts());
}
