namespace Rehearsal.Engine;

/// <summary>A stack of a Pulumi project over all its updates, whichever engine makes them.</summary>
internal interface IStack
{
    /// <summary>The project's name.</summary>
    string Project { get; }

    /// <summary>The stack's name.</summary>
    string Name { get; }

    /// <summary>The URNs of the resources that protection keeps from being destroyed.</summary>
    IEnumerable<string> Held { get; }

    /// <summary>Says what an update would do, and changes nothing.</summary>
    /// <param name="config">The stack's configuration.</param>
    Task<UpdateResult> PreviewAsync(ProgramConfig config);

    /// <summary>Updates the whole stack; it ends at the first failure.</summary>
    /// <param name="config">The stack's configuration.</param>
    Task<UpdateResult> UpAsync(ProgramConfig config);

    /// <summary>Deletes everything, dependents first; protection is lifted, as <c>pulumi state unprotect</c> lifts it.</summary>
    Task<UpdateResult> DestroyAsync();
}
