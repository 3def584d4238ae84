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
            // The crowd of everybody is in an account of AWS.
            StrangersToValue = (arn, near) =>
                [null, $"{near.Place.Arn("sagemaker")}:workteam/public-crowd/default", .. NameKind.OtherArns(arn, near)],
        },
    ];
}
