namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an entry: a key of the user's choosing.</summary>
/// <remarks>The name becomes part of the names of resources, which have 64 characters.</remarks>
internal sealed class EntryName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a name of 1 to 40 letters, digits, '-' and '_', beginning with a letter";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z][A-Za-z0-9_-]{0,39}";
}
