using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>
/// The name of a CloudWatch log group, <c>/aws/sagemaker/TrainingJobs</c> say; every one under it where it ends in a slash.
/// </summary>
internal sealed class LogGroupKind : ParameterKind
{
    public override string Word => "logGroup";

    public override string Expected => "the name of a log group; with a slash at its end, every one under it";

    public override string Sample => "/aws/sagemaker/TrainingJobs";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("log group") { Strangers = (value, _) => ["/aws/lambda/someone-elses", .. Nearest.OfFolderOrName(value)] }];


    public override string Fill(string value, Place place, string? part) => value.EndsWith('/') ? $"{value}any-group" : value;

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "logs:PutLogEvents" => new("logs of SageMaker", "writes"),
        "logs:GetLogEvents" => new("logs of SageMaker", "reads"),
        _ => null,
    };
}
