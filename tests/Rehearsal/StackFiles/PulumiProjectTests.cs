using Rehearsal;
using Rehearsal.StackFiles;

namespace SageMakerIam.Tests.Rehearsal.StackFiles;

/// <summary>What is read of a <c>Pulumi.yaml</c>.</summary>
public sealed class PulumiProjectTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("project").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Binary_IsLookedForFromTheProgramsFolder_AsPulumiDoes() =>
        Read("main: infra\nruntime: { name: dotnet, options: { binary: ../out/Shop } }").Binary
            .Should().Be(Path.Combine(folder, "out", "Shop"));

    [Fact]
    public void BinaryThatIsNotThere_IsBadInput_WithTheCommandThatMakesIt()
    {
        var program = () => Read("runtime: { name: dotnet, options: { binary: Shop } }").Program();

        program.Should().Throw<BadInputException>().WithMessage(
            $"{folder}/Pulumi.yaml: binary names {folder}/Shop, which is not there.\n  Make it with ./build, *");
    }

    [Theory]
    [InlineData("\">=3.187.0\"", "3.187.0")]
    [InlineData("\">=3.187.0 <4\"", null)]
    [InlineData("3.187.0", null)]
    public void LeastVersion_IsReadWhereTheRangeHasNothingElse(string range, string? least) =>
        Read($"runtime: dotnet\nrequiredPulumiVersion: {range}").LeastPulumiVersion?.ToString().Should().Be(least);

    private PulumiProject Read(string lines)
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), $"name: shop\n{lines}\n");
        return PulumiProject.Read(folder);
    }
}
