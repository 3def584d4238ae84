using System.Text.Json.Nodes;
using Proof.Parameters.Kinds;

namespace Proof.Judging;

/// <summary>The accounts that the judge decides over, with the words of contracts that it has to know.</summary>
/// <param name="Details">What GetAccountAuthorizationDetails says of each account.</param>
/// <param name="Place">The stack's place.</param>
internal sealed record JudgedWorld(IReadOnlyList<JsonNode> Details, Place Place)
{
    /// <summary>What decides beside the policies of identities. Default: nothing that is known.</summary>
    public PolicyLayers Layers { get; init; } = PolicyLayers.None;

    /// <summary>The ARNs of identities that are taken to have AdministratorAccess. Default: none.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>What stands for the external id that a role demands.</summary>
    public string OwnExternalId { get; } = AccessRequest.OwnExternalId;

    /// <summary>The name of the role of a stranger, an administrator, which the judge adds.</summary>
    public string AdminRole { get; } = RoleKind.Admin;
}
