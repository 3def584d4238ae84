namespace Rehearsal;

/// <summary>How a rehearsal ends, for the shell.</summary>
internal static class ExitCode
{
    /// <summary>All held.</summary>
    public const int Held = 0;

    /// <summary>A step failed.</summary>
    public const int Failed = 1;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The user stopped it.</summary>
    public const int Cancelled = 130;
}
