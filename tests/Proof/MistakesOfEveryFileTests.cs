using System.Text.RegularExpressions;
using SageMakerIam.Tests.Repository;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// That the mistakes of this folder touch every file of <c>infra/Policies</c> that makes statements: one at least of its statements, by
/// its Sid.
/// </summary>
public sealed partial class MistakesOfEveryFileTests
{
    // Why no mistake names a statement of theirs.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Activities/MonitorModels.cs"] = "its example is sagemaker-sdk, whose proof takes long; CI rehearses it with all mutants",
        ["Activities/ReadMetrics.cs"] = "as MonitorModels",
        ["Permissions/AssumeRole.cs"] = "the policy of a grant to a principal of another account, which the grant's own tests prove",
        ["Resources/GuardedBucketPolicy.cs"] = "as ImageRepositoryPolicy",
        ["Resources/ImageRepositoryPolicy.cs"] = "ResourceProofTests widen the policies of resources, whose parts have Sids of their own",
        ["Resources/InsecureConnections.cs"] = "as ImageRepositoryPolicy",
        ["Resources/ManagedSecretPolicy.cs"] = "as ImageRepositoryPolicy",
        ["Resources/TrailBucketPolicy.cs"] = "it is CloudTrail's, whom no contract names: the mutants of ml-security are of it",
        ["Trust/SecretReaders.cs"] = "as ImageRepositoryPolicy",
    };

    public static TheoryData<string> EachFile =>
    [
        .. RepositoryFiles.Paths.Where(path => path.StartsWith("infra/Policies/", StringComparison.Ordinal) && SidsOf(path).Any())
            .Select(path => path["infra/Policies/".Length..]),
    ];

    [Theory]
    [MemberData(nameof(EachFile))]
    public void File_HasAMistake_OrAReason(string file)
    {
        var named = SidsOf($"infra/Policies/{file}").Any(IsMistaken);
        (named != Others.ContainsKey(file)).Should().BeTrue("a file has a mistake here, or else a reason why not");
    }

    private static IEnumerable<string> SidsOf(string path) =>
        RepositoryFiles.Lines(path).SelectMany(line => Sid().Matches(line)).Select(sid => sid.Groups["sid"].Value);

    // Of a Sid that is composed, what it begins and ends with counts.
    private static bool IsMistaken(string sid)
    {
        var (beginning, end) = (sid.Split('{')[0], sid.Split('}')[^1]);
        return Mistakes().Any(mistaken => sid == beginning
            ? mistaken == sid
            : mistaken.StartsWith(beginning, StringComparison.Ordinal) && mistaken.EndsWith(end, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Mistakes() => RepositoryFiles.Paths
        .Where(path => path.StartsWith("tests/Proof/", StringComparison.Ordinal) && path.EndsWith("Tests.cs", StringComparison.Ordinal)
            && !path.EndsWith($"{nameof(MistakesOfEveryFileTests)}.cs", StringComparison.Ordinal))
        .SelectMany(RepositoryFiles.Lines)
        .SelectMany(line => Quoted().Matches(line))
        .Select(quoted => quoted.Groups["text"].Value)
        .Distinct();

    [GeneratedRegex("\\b[Ss]id(?: =|:) \\$?\"(?<sid>[^\"]+)\"|\\(\\$?\"(?<sid>[A-Z{][A-Za-z0-9{}]+)\"")]
    private static partial Regex Sid();

    [GeneratedRegex("\"(?<text>[A-Z][A-Za-z0-9]+)(?:\"|\\|)")]
    private static partial Regex Quoted();
}
