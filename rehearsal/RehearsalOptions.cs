using System.Collections.Immutable;
using Proof;

namespace Rehearsal;

/// <summary>What the user asked for on the command line.</summary>
/// <param name="Stacks">The stacks or stack files, in the order of their updates.</param>
/// <param name="Account">The account that the stacks stand in, 12 digits; null for the one that each says.</param>
/// <param name="AsUpdates">Whether stacks of other names are updates of the first one of their project, rather than lives of their
/// own.</param>
/// <param name="NoContract">Whether a stack may be without an access contract, so that nothing is proven of it.</param>
/// <param name="NoDrift">Whether nothing is changed by hand before the stacks are destroyed.</param>
/// <param name="AuthorizationDetails">Where to write what IAM's GetAccountAuthorizationDetails says after the last update; null for
/// nowhere.</param>
/// <param name="Outputs">Where to write the stack's outputs as JSON; null for nowhere.</param>
/// <param name="Report">Where to write the HTML report; null for nowhere.</param>
/// <param name="Keep">Whether the emulator stays up after the last update, and nothing is destroyed.</param>
/// <param name="Endpoint">The URL of an emulator that runs already; null to start one.</param>
/// <param name="ShowSecrets">Whether secrets are shown and written in clear.</param>
/// <param name="WithPulumi">Whether Pulumi's own engine plays the stacks, and not the rehearsal's.</param>
/// <param name="Prove">The stack whose access contract is to be proven over a live account, in place of a rehearsal; null for a
/// rehearsal.</param>
/// <param name="AuthorizationDetailsFrom">The files with what the live accounts hold, that of the stack first; none for a
/// rehearsal.</param>
/// <param name="ResourcePolicies">The file with the policies of the live accounts' resources; null for none.</param>
/// <param name="ServiceControlPolicies">The files with the service control policies of the account, a level each.</param>
/// <param name="ResourceControlPolicies">The files with its resource control policies, a level each.</param>
/// <param name="Boundary">The file with the content of the boundaries that are named and stood in for; null where they bound
/// nothing.</param>
/// <param name="OutputsFrom">The file with the outputs of the live stack; null where they are not known.</param>
internal sealed record RehearsalOptions(
    ImmutableArray<string> Stacks,
    string? Account = null,
    bool AsUpdates = false,
    bool NoContract = false,
    bool NoDrift = false,
    string? AuthorizationDetails = null,
    string? Outputs = null,
    string? Report = null,
    bool Keep = false,
    Uri? Endpoint = null,
    bool ShowSecrets = false,
    bool WithPulumi = false,
    string? Prove = null,
    ImmutableArray<string> AuthorizationDetailsFrom = default,
    string? ResourcePolicies = null,
    ImmutableArray<string> ServiceControlPolicies = default,
    ImmutableArray<string> ResourceControlPolicies = default,
    string? Boundary = null,
    string? OutputsFrom = null)
{
    /// <summary>The files with policies that decide beside the account's own.</summary>
    public IEnumerable<string> PolicyFiles =>
        [.. Given(ServiceControlPolicies), .. Given(ResourceControlPolicies), .. Boundary is null ? Array.Empty<string>() : [Boundary]];

    /// <summary>The control policies that the user gave.</summary>
    /// <exception cref="InvalidPoliciesException">A file does not hold the policies that it is given for.</exception>
    public PolicyLayers Layers() => new()
    {
        ServiceControl = [.. Given(ServiceControlPolicies).Select(ControlPolicies.ReadService)],
        ResourceControl = [.. Given(ResourceControlPolicies).Select(ControlPolicies.ReadResource)],
    };

    private static ImmutableArray<string> Given(ImmutableArray<string> files) => files.IsDefault ? [] : files;
}
