using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>An entry that reaches SageMaker resources by the beginnings of their names.</summary>
internal interface IOfATeam
{
    /// <summary>The beginnings of the names.</summary>
    ImmutableArray<string> ResourcePrefixes { get; }

    /// <summary>The team that it says it is of; null where it says none.</summary>
    string? Team { get; }
}
