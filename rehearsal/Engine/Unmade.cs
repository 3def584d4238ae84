using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Rehearsal.Engine;

/// <summary>
/// The registrations that an update leaves unmade: what failed, what it was told to skip, and what depends on either. Each is answered as
/// the engine answers it, so that the program goes on.
/// </summary>
/// <remarks>
/// As recorded of Pulumi 3.274.1; pulumi/pulumi, <c>pkg/resource/deploy</c>, step.go, step_generator.go and deployment_executor.go.
/// </remarks>
internal sealed class Unmade
{
    private readonly ConcurrentDictionary<string, bool> unmade = new();

    /// <summary>The URN, among those that a resource needs, that is left unmade; null if all are made.</summary>
    public string? NeededBy(ResourceGoal goal) => goal.Dependencies
        .Append(goal.Parent)
        .Append(ProviderReference.Urn(goal.Provider))
        .FirstOrDefault(unmade.ContainsKey);

    /// <summary>Answers a registration that failed.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="id">The id that it has from before; empty if it has none.</param>
    public RegisterResourceResponse Failed(string urn, string id) => Leave(urn, new() { Id = id, Result = Result.Fail });

    /// <summary>Answers a registration that depends on one that is left unmade.</summary>
    public RegisterResourceResponse Skipped(string urn) => Leave(urn, new() { Result = Result.Skip });

    /// <summary>Answers a registration that the update does not make.</summary>
    /// <param name="known">What can be said of it all the same.</param>
    public RegisterResourceResponse Unknown(RegisterResourceResponse known)
    {
        known.Unknown = true;
        return Leave(known.Urn, known);
    }

    private RegisterResourceResponse Leave(string urn, RegisterResourceResponse answer)
    {
        unmade[urn] = true;
        answer.Urn = urn;
        answer.Object ??= new Struct();
        return answer;
    }
}
