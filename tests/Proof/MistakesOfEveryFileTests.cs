using System.Text.RegularExpressions;
using SageMakerIam.Tests.Repository;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// That each file of <c>infra/Policies</c> that makes statements has a mistake in one of them, by its Sid.
/// </summary>
public sealed partial class MistakesOfEveryFileTests
{
    private static readonly HashSet<string> Mistaken =
    [
        .. MistakeTests.OfTheRole.Concat(MistakeTests.OfTheDeployer).Concat(GuardMistakeTests.Mistakes)
            .Concat(BoundaryProofTests.OfTheBoundary).Concat(BoundaryProofTests.OfTheDelegation)
            .Select(mistake => (string)mistake[0])
            .Concat(ExampleMistakeTests.Mistakes.Concat(ResourceMistakeTests.Mistakes).Select(mistake => (string)mistake[1])),
    ];

    public static TheoryData<string> EachFile =>
    [
        .. RepositoryFiles.Paths.Where(path => path.StartsWith("infra/Policies/", StringComparison.Ordinal) && SidsOf(path).Any())
            .Select(path => path["infra/Policies/".Length..]),
    ];

    [Theory]
    [MemberData(nameof(EachFile))]
    public void File_HasAMistake(string file) => SidsOf($"infra/Policies/{file}").Should().Contain(sid => IsMistaken(sid));

    private static IEnumerable<string> SidsOf(string path) =>
        RepositoryFiles.Lines(path).SelectMany(line => Sid().Matches(line)).Select(sid => sid.Groups["sid"].Value);

    // Of a Sid that is composed, what it begins and ends with counts, where that is enough to know it by.
    private static bool IsMistaken(string sid)
    {
        var (beginning, end) = (sid.Split('{')[0], sid.Split('}')[^1]);
        return sid == beginning
            ? Mistaken.Contains(sid)
            : beginning.Length + end.Length > "Use".Length && Mistaken.Any(mistaken =>
                mistaken.StartsWith(beginning, StringComparison.Ordinal) && mistaken.EndsWith(end, StringComparison.Ordinal));
    }

    [GeneratedRegex("\\b[Ss]id(?: =|:) \\$?\"(?<sid>[^\"]+)\"|(?<!new)\\(\\$?\"(?<sid>[A-Z{][A-Za-z0-9{}]+)\"")]
    private static partial Regex Sid();
}
