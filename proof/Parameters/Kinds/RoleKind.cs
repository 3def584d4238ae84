using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Proof.Parameters.Kinds;

/// <summary>A role: an execution role or PassRole grant of the contract, or an ARN.</summary>
internal sealed partial class RoleKind : ParameterKind
{
    /// <summary>The role that an administrator of the account might have; the judge puts it into the account.</summary>
    public const string Admin = "SomeoneElsesAdmin";

    public override string Word => "role";

    public override string Expected => "an execution role or PassRole grant of this contract, or a role's ARN";

    public override string Sample => "training";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("role")
        {
            Strangers = (value, near) =>
                [near.Place.Identity($"role/{Admin}"), .. near.Roles, .. Nearest.OfArn(value), .. NearestMadeByPulumi(value)],
        },
    ];

    public override bool NamesRole(string value) => !value.StartsWith("arn:", StringComparison.Ordinal);

    // Pulumi ends a name with a hyphen and seven digits; a boundary, which is made before the role, names what begins as it does.
    private static IEnumerable<string> NearestMadeByPulumi(string arn) => MadeByPulumi().Match(arn) is { Success: true } made
        ? [$"{arn[..made.Index]}2{made.Value}"]
        : [];

    [GeneratedRegex("-[0-9a-f]{7}$")]
    private static partial Regex MadeByPulumi();
}
