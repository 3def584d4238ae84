using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A role: an execution role or PassRole grant of the contract, or an ARN.</summary>
internal sealed class RoleKind : ParameterKind
{
    /// <summary>The role that an administrator of the account might have; the judge puts it into the account.</summary>
    public const string Admin = "SomeoneElsesAdmin";

    public override string Word => "role";

    public override string Expected => "an execution role or PassRole grant of this contract, or a role's ARN";

    public override string Sample => "training";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("role") { Strangers = (value, near) => [near.Place.Identity($"role/{Admin}"), .. near.Roles, .. Nearest.OfArn(value)] }];

    public override bool NamesRole(string value) => !value.StartsWith("arn:", StringComparison.Ordinal);
}
