using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What <c>pulumi up</c> and <c>pulumi preview</c> can be told of how to run.</summary>
internal sealed record UpdateOptions
{
    /// <summary>An update of the whole stack, which ends at its first failure.</summary>
    public static UpdateOptions Default { get; } = new();

    /// <summary>Whether what does not depend on a failed step is done all the same (<c>--continue-on-error</c>). Default: false.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Whether it first looks at what is there (<c>--refresh</c>), whatever the stack does by itself. Default: false.</summary>
    public bool Refresh { get; init; }

    /// <summary>Whether it fails if it changes anything (<c>--expect-no-changes</c>). Default: false.</summary>
    public bool ExpectNoChanges { get; init; }

    /// <summary>The URNs that alone may be touched, see <see cref="UrnPattern"/> (<c>--target</c>). Default: none, which is all.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>The URNs that may not be touched, see <see cref="UrnPattern"/> (<c>--exclude</c>). Default: none.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>Which URNs fail, whatever their provider says to them. Default: none.</summary>
    public Func<string, bool> Fails { get; init; } = _ => false;

    /// <summary>Whether a resource may be touched.</summary>
    public bool IsTarget(string urn) =>
        (Targets.IsEmpty || Targets.Any(target => UrnPattern.Matches(target, urn)))
        && !Excludes.Any(excluded => UrnPattern.Matches(excluded, urn));
}
