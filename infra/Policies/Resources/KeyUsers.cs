using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Resources;

/// <summary>Those whom a KMS key is for, by their ARNs. Default: nobody.</summary>
internal sealed record KeyUsers
{
    /// <summary>Whose work uses it.</summary>
    public ImmutableArray<string> Work { get; init; } = [];

    /// <summary>Who launches work and uploads data that S3 and SageMaker encrypt with it.</summary>
    public ImmutableArray<string> Callers { get; init; } = [];

    /// <summary>Whose policies, which are the stack's, let them read secrets that Secrets Manager encrypts with it.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>Who else reads these, of this account and of others.</summary>
    public ImmutableArray<string> OtherReaders { get; init; } = [];

    /// <summary>Who puts values into these, and reads what was there.</summary>
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>The name of the trail whose logs CloudTrail encrypts with it; null for none.</summary>
    public string? Trail { get; init; }

    /// <summary>Who reads these.</summary>
    public ImmutableArray<string> LogReaders { get; init; } = [];

    /// <summary>Those of a key that the stack makes.</summary>
    /// <param name="entries">The entries that name the key.</param>
    /// <param name="work">The ARNs of the execution roles whose work uses it.</param>
    /// <param name="callers">The ARNs of the deployers, and of who holds the grants.</param>
    /// <param name="readers">The ARNs of the execution roles that read its secrets.</param>
    public static KeyUsers Of(
        KeyEntries entries, ImmutableArray<string> work, ImmutableArray<string> callers, ImmutableArray<string> readers) => new()
    {
        Work = work,
        Callers = callers,
        Readers = readers,
        OtherReaders = [.. entries.Secrets.SelectMany(secret => secret.Readers)],
        Writers = [.. entries.Secrets.SelectMany(secret => secret.Writers)],
        Trail = entries.Trail?.Name,
        LogReaders = entries.Trail?.Readers ?? [],
    };
}
