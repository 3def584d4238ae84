using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Sdk;

public class UnknownOutputTests
{
    private static readonly Output<string> Known = Output.Create("known");
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("");

    [Fact]
    public async Task Apply_OnAnUnknown_IsUnknownAndDoesNotRun()
    {
        var ran = false;
        var applied = Unknown.Apply(_ => ran = true);

        (await applied.IsKnownAsync()).Should().BeFalse();
        ran.Should().BeFalse();
    }

    [Fact]
    public async Task Apply_ThatReturnsAnUnknown_IsUnknown()
    {
        (await Known.Apply(_ => Unknown).IsKnownAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task All_WithOneUnknown_IsUnknown()
    {
        (await Output.All(Known, Unknown).IsKnownAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Unknown_ThatIsSecret_StaysSecret()
    {
        var applied = Output.CreateSecret(Unknown).Apply(value => value.Length);

        (await applied.IsSecretAsync()).Should().BeTrue();
        (await applied.IsKnownAsync()).Should().BeFalse();
    }
}
