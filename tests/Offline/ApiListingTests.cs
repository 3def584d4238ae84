namespace SageMakerIam.Tests.Offline;

public class ApiListingTests
{
    [Theory]
    [InlineData(typeof(Pulumi.Resource))]
    [InlineData(typeof(Pulumi.Aws.Iam.Role))]
    [InlineData(typeof(Pulumi.Random.RandomPassword))]
    public void Slice_HasNoMemberThatTheOfficialPackageHasNot(Type type)
    {
        ApiListing.Of(type.Assembly).Except(OfficialLines(type)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(typeof(Pulumi.Aws.Iam.Role))]
    [InlineData(typeof(Pulumi.Random.RandomPassword))]
    public void GeneratedAssembly_HasEveryMemberOfItsListing(Type type)
    {
        OfficialLines(type).Except(ApiListing.Of(type.Assembly)).Should().BeEmpty();
    }

    private static string[] OfficialLines(Type type) => File.ReadAllLines(
        Path.Combine(RepositoryFolder.Path, "offline", "api", $"{type.Assembly.GetName().Name}.txt"));
}
