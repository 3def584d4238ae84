using Pulumi;
using Pulumi.Aws.AccessAnalyzer;
using Pulumi.Aws.AccessAnalyzer.Inputs;

namespace SageMakerIam.Components;

/// <summary>An analyzer of what the account shares with others, and an archive rule for each thing that the stack means to share.</summary>
/// <remarks>
/// IAM User Guide, "Archive rules" and "IAM Access Analyzer filter keys"; IAM Access Analyzer API Reference, "Criterion": it has at most 20
/// values, one of which the finding has to contain.
/// </remarks>
internal sealed class ExternalAccessAnalyzer : ComponentResource
{
    private const int MostValues = 20;

    // A region of an account has room for one: one of another name takes its place.
    private const string Component = "analyzer";

    /// <summary>Makes it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shares">What the stack means to share.</param>
    public ExternalAccessAnalyzer(string name, IEnumerable<Share> shares)
        : base("sagemaker-iam:index:ExternalAccessAnalyzer", Component, FormerNames.Options(name))
    {
        var options = new CustomResourceOptions { Parent = this };
        var analyzer = new Analyzer(
            $"{Component}-analyzer",
            new AnalyzerArgs { AnalyzerName = name, Type = "ACCOUNT" },
            new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true });
        foreach (var (share, with, number) in shares.SelectMany(
            share => share.With.Chunk(MostValues).Select((with, at) => (share, with, at + 1))))
        {
            // A finding is of one principal: what more there are than one rule holds, another does.
            var rule = number == 1 ? share.Name : $"{share.Name}-{number}";
            _ = new ArchiveRule(
                $"{Component}-{rule}",
                new ArchiveRuleArgs
                {
                    AnalyzerName = analyzer.AnalyzerName.Made(),
                    RuleName = rule,
                    // Both have to hold: the same thing shared with anybody else is found.
                    Filters =
                    {
                        new ArchiveRuleFilterArgs { Criteria = "resource", Eqs = { share.ResourceArn } },
                        new ArchiveRuleFilterArgs { Criteria = "principal.AWS", Contains = with },
                    },
                },
                options);
        }

        AnalyzerArn = analyzer.Arn.Made();
        RegisterOutputs(new Dictionary<string, object?> { ["analyzerArn"] = AnalyzerArn });
    }

    /// <summary>The ARN of the analyzer.</summary>
    [Output("analyzerArn")]
    public Output<string> AnalyzerArn { get; private set; }
}
