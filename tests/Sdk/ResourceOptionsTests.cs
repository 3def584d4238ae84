using Pulumi;

namespace SageMakerIam.Tests.Sdk;

public class ResourceOptionsTests
{
    [Fact]
    public void MergedOptions_JoinListsAndPreferTheSecond()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Protect = true, IgnoreChanges = { "tags" }, AdditionalSecretOutputs = { "secret" } },
            new CustomResourceOptions { Protect = false, IgnoreChanges = { "path" }, Version = "1.2.3" });

        merged.Protect.Should().BeFalse();
        merged.IgnoreChanges.Should().Equal("tags", "path");
        merged.AdditionalSecretOutputs.Should().Equal("secret");
        merged.Version.Should().Be("1.2.3");
    }
}
