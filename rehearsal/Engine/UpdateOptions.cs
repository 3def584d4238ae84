namespace Rehearsal.Engine;

/// <summary>What <c>pulumi up</c> can be told of how to run an update.</summary>
internal sealed record UpdateOptions
{
    /// <summary>An update of the whole stack, which ends at its first failure.</summary>
    public static UpdateOptions Default { get; } = new();

    /// <summary>Whether what does not depend on a failed step is done all the same (<c>--continue-on-error</c>). Default: false.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>
    /// Which URNs may be touched (<c>--target</c>); with none of them the program only sees what is there (<c>--run-program</c>).
    /// Default: all.
    /// </summary>
    public Func<string, bool> IsTarget { get; init; } = _ => true;

    /// <summary>Which URNs fail, whatever their provider says to them. Default: none.</summary>
    public Func<string, bool> Fails { get; init; } = _ => false;
}
