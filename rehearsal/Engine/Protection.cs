namespace Rehearsal.Engine;

/// <summary>What is protected is neither deleted nor replaced (Pulumi docs, iac/concepts/resources/options/protect).</summary>
internal static class Protection
{
    /// <summary>Refuses a fate that protection keeps from a resource.</summary>
    /// <param name="states">The resources.</param>
    /// <param name="fate">What is to become of them, <c>deleted</c>.</param>
    /// <exception cref="EngineException">One of them is protected.</exception>
    public static void Refuse(IReadOnlyCollection<ResourceState> states, string fate)
    {
        if (states.FirstOrDefault(state => state.Goal.IsProtected) is { } held)
        {
            throw new EngineException(
                $"{held.Urn} is protected and cannot be {fate}. Take its protection away first, in the program and its configuration, "
                + "with an update of its own, or with `pulumi state unprotect`");
        }
    }
}
