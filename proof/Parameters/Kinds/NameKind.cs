using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of a job, model, endpoint or the like.</summary>
internal sealed class NameKind : ParameterKind
{
    public override string Word => "name";

    public override string Expected => "a name, of letters, digits and hyphens";

    public override string Pattern => "[A-Za-z0-9-]+";

    public override ImmutableArray<string> JsonTypes => ["string", "integer", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("name") { Strangers = (value, _, _) => [$"someone-elses-{value}"] }];

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "sagemaker:InvokeEndpoint" => new($"endpoint {request.LastOfResource}", "invokes"),
        _ when request.Action.StartsWith("sagemaker:Create", StringComparison.Ordinal) => new("made in SageMaker", TypesOf(request.On)),
        _ => null,
    };

    // The training jobs of arn:aws:sagemaker:us-east-1:123456789012:training-job/unet.
    private static string TypesOf(string arn) => $"{arn.Split(':', 6)[5].Split('/')[0].Replace('-', ' ')}s";
}
