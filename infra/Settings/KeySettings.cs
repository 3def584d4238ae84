using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A KMS key of the stack, rotated each year. The entries that name it in their <c>kmsKeys</c> or <c>secretKmsKeys</c> use it, each as its
/// own policy says; the account's administrators administer it, and use nothing.
/// </summary>
/// <remarks>AWS KMS Developer Guide, "Key policies in AWS KMS" and "Rotate AWS KMS keys".</remarks>
internal sealed record KeySettings : IRenamed
{
    /// <summary>The shortest time in which the deletion of a key can be taken back, in days.</summary>
    public const int ShortestWindow = 7;

    /// <summary>The longest time in which the deletion of a key can be taken back, in days, and the default.</summary>
    public const int LongestWindow = 30;

    /// <summary>
    /// The name, or the names, that this entry had before: with it, the key stays in place. It may stay afterwards. Default: none.
    /// </summary>
    [Format<EntryName>, ListOf("former names of the entry"), OrOne]
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The key's alias, without <c>alias/</c>. Default: null, <c>sagemaker/STACK/ENTRY</c>.</summary>
    [Format<KeyAlias>]
    public string? Alias { get; init; }

    /// <summary>For how many days the deletion of the key can be taken back, 7 to 30. Default: 30.</summary>
    [WholeNumber(ShortestWindow, LongestWindow, "days")]
    public int DeletionWindowInDays { get; init; } = LongestWindow;

    /// <summary>Whether Pulumi refuses to delete or replace the key. Default: false.</summary>
    public bool Protect { get; init; }

    /// <summary>The name of the key's alias, <c>alias/…</c>.</summary>
    /// <param name="entry">The key's entry in <c>keys</c>.</param>
    /// <param name="stack">The stack's name, of which an alias takes all but dots.</param>
    public string AliasName(string entry, string stack) => $"alias/{Alias ?? $"sagemaker/{stack.Replace('.', '-')}/{entry}"}";
}
