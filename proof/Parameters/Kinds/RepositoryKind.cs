using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of an ECR repository, or its ARN where it belongs to another account.</summary>
internal sealed class RepositoryKind : ParameterKind
{
    public override string Word => "repository";

    public override string Expected => "the name of an ECR repository, or its ARN";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("repository")
        {
            Strangers = (value, _) => IsArn(value)
                ? [$"{value[..(value.LastIndexOf('/') + 1)]}someone-elses", .. Nearest.OfArn(value)]
                : ["someone-elses", $"{value}-backup", .. Nearest.Of(value)],
        },
    ];

    public override string Fill(string value, Place place, string? part) => IsArn(value) ? value : $"{place.Arn("ecr")}:repository/{value}";

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "ecr:GetDownloadUrlForLayer" => new($"image {request.LastOfResource}", "pulls"),
        "ecr:PutImage" => new($"image {request.LastOfResource}", "pushes"),
        "ecr:CreateRepository" => new($"image {request.LastOfResource}", "creates"),
        _ => null,
    };

    private static bool IsArn(string value) => value.StartsWith("arn:", StringComparison.Ordinal);
}
