using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of a job, model, endpoint or the like.</summary>
internal sealed class NameKind : ParameterKind
{
    public override string Word => "name";

    public override string Expected => "a name, of letters, digits, hyphens, dots and underscores";

    public override string Pattern => "[A-Za-z0-9._-]+";

    public override ImmutableArray<string> JsonTypes => ["string", "integer", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("name")
        {
            Strangers = OtherNames,
            // What is made with something of another's: a request need not name one. What is tagged, but not by the call that makes it.
            Keys = ["sagemaker:ModelArn", "sagemaker:NotebookInstanceLifecycleConfigArns", "sagemaker:TaggingAction"],
            StrangersToValue = (value, near) =>
                value.StartsWith("arn:", StringComparison.Ordinal) ? OtherArns(value, near) : Nearest.Of(value).Append<string?>(null),
            // What AWS itself names.
            StrangersToLiteral = Nearest.Steps,
        },
    ];

    /// <summary>Names near to a name that begin with none of the principal's prefixes.</summary>
    internal static IEnumerable<string> OtherNames(string name, Neighbourhood near) =>
        near.Prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(prefix => Nearest.OfBeginning(name, prefix.Length))
            .Append($"someone-elses-{name}")
            .Where(other => !near.Prefixes.Any(prefix => other.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>ARNs whose names are such, and the ARN elsewhere.</summary>
    internal static IEnumerable<string> OtherArns(string arn, Neighbourhood near)
    {
        var name = arn.LastIndexOf('/') + 1;
        return OtherNames(arn[name..], near).Select(other => $"{arn[..name]}{other}").Concat(Nearest.OfElsewhere(arn));
    }

    /// <summary>
    /// What names have in common, family by family: names of one family begin with the same word, and have a beginning in common that
    /// ends with a hyphen, or is the whole of one of them.
    /// </summary>
    public static IEnumerable<string> CommonBeginnings(IEnumerable<string> names) =>
        names.GroupBy(name => name.Split('-')[0]).Select(family => family.Aggregate(CommonBeginning)).Select(UpToHyphen);

    private static string CommonBeginning(string one, string other) =>
        one[..one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count()];

    private static string UpToHyphen(string beginning) =>
        beginning.Contains('-', StringComparison.Ordinal) ? beginning[..(beginning.LastIndexOf('-') + 1)] : beginning;

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "sagemaker:InvokeEndpoint" => new($"endpoint {request.LastOfResource}", "invokes"),
        _ when request.Action.StartsWith("sagemaker:Create", StringComparison.Ordinal) => new("made in SageMaker", TypesOf(request.On)),
        _ => null,
    };

    // The training jobs of arn:aws:sagemaker:us-east-1:123456789012:training-job/unet.
    private static string TypesOf(string arn) => $"{arn.Split(':', 6)[5].Split('/')[0].Replace('-', ' ')}s";
}
