using System.Diagnostics;
using System.Text.Json;
using SageMakerIam.Iam;

namespace SageMakerIam.Tests.Iam;

public class AwsRegionsTests
{
    private const string Partitions =
        "rehearsal/node/node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js";

    private const string PrintRegions = """
        const { partitionsInfo } = await import(process.argv[1]);
        const regions = partitionsInfo.partitions.flatMap(({ id, regions }) => Object.keys(regions).map(region => [region, id]));
        console.log(JSON.stringify(Object.fromEntries(regions.filter(([region]) => !region.endsWith('-global')))));
        """;

    [Fact]
    public async Task Regions_AreThoseOfTheAwsSdk_EachInItsPartition()
    {
        var official = await OfficialAsync();

        AwsRegions.Names.Should().BeEquivalentTo(official.Keys, "infra/Iam/aws-regions.txt is renewed with the SDK");
        AwsRegions.Names.ToDictionary(region => region, region => AwsAccount.In(region).Partition).Should().Equal(official);
    }

    [Theory]
    [InlineData("ap-southeast-9", "aws")]
    [InlineData("us-gov-north-1", "aws-us-gov")]
    [InlineData("cn-south-1", "aws-cn")]
    [InlineData("eusc-de-west-1", "aws-eusc")]
    [InlineData("moon-east-1", "aws")]
    public void RegionThatIsNewerThanTheList_IsInThePartitionOfItsNeighbours(string region, string partition) =>
        AwsAccount.In(region).Partition.Should().Be(partition);

    private static async Task<Dictionary<string, string>> OfficialAsync()
    {
        var start = new ProcessStartInfo(
            "node", ["--input-type=module", "--eval", PrintRegions, Path.Combine(RepositoryFolder.Path, Partitions)])
        {
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        return (await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(node.StandardOutput.BaseStream))!;
    }
}
