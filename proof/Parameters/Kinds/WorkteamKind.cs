using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of a private work team of Ground Truth.</summary>
internal sealed class WorkteamKind : ParameterKind
{
    public override string Word => "workteam";

    public override string Expected => "the name of a private work team, of letters, digits and hyphens";

    public override string Pattern => "[A-Za-z0-9-]+";

    public override ImmutableArray<string> JsonTypes => ["string", "integer", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("work team")
        {
            Strangers = NameKind.OtherNames,
            Keys = ["sagemaker:WorkteamArn"],
            // The crowd of everybody is in an account of AWS: SageMaker Developer Guide, "Use the Amazon Mechanical Turk workforce".
            StrangersToValue = (arn, near) =>
            [
                null,
                $"arn:{near.Place.Partition}:sagemaker:{near.Place.Region}:394669845002:workteam/public-crowd/default",
                .. NameKind.OtherArns(arn, near),
            ],
        },
    ];
}
