using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>An entry that may have had another name.</summary>
internal interface IRenamed
{
    /// <summary>The names that the entry had before.</summary>
    ImmutableArray<string> Formerly { get; }
}
