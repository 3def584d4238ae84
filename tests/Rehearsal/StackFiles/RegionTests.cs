using Rehearsal;
using Rehearsal.Providers.Aws;
using Rehearsal.StackFiles;
using SageMakerIam.Tests.Sdk;

namespace SageMakerIam.Tests.Rehearsal.StackFiles;

[Collection(nameof(PulumiConfiguration))]
public sealed class RegionTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("aws:region: eu-west-1", "eu-west-2", "eu-west-3", "eu-west-1")]
    [InlineData("size: 1", "eu-west-2", "eu-west-3", "eu-west-2")]
    [InlineData("size: 1", null, "eu-west-3", "eu-west-3")]
    [InlineData("size: 1", "", "eu-west-3", "eu-west-3")]
    public void Region_IsTheOneThatTheProviderTakes(string config, string? region, string? defaultRegion, string expected)
    {
        using var environment = new ChangedEnvironment(("AWS_REGION", region), ("AWS_DEFAULT_REGION", defaultRegion));

        AwsProviderSettings.Target(Read(config).AwsSettings, AwsProviderSettings.DefaultAccount).Region.Should().Be(expected);
    }

    [Fact]
    public void MissingRegion_IsRefusedWithTheRemedy()
    {
        using var environment = new ChangedEnvironment(("AWS_REGION", null), ("AWS_DEFAULT_REGION", null));

        var read = () => Read("size: 1");

        read.Should().Throw<BadInputException>().WithMessage(
            $"{file}: config has no aws:region, and AWS_REGION and AWS_DEFAULT_REGION are not set.*aws:region: us-east-1*");
    }

    private StackConfig Read(string config)
    {
        File.WriteAllText(file, $"config:\n  {config}\n");
        return StackConfig.Read(file, PulumiProject.Read(RepositoryFolder.Path));
    }
}
