using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>The format of an ARN, or of a name that an ARN may stand in for: an ARN must be of the stack's own partition.</summary>
internal abstract class ArnFormat : Format
{
    /// <summary>The beginning of every ARN's pattern.</summary>
    protected const string AnyPartition = "arn:aws[a-z-]*";

    /// <summary>An account number's pattern.</summary>
    protected const string Account = "[0-9]{12}";

    /// <inheritdoc/>
    public override string AllowedAt(Place place) =>
        Allowed.Replace("'arn:aws:", $"'arn:{place.Account.Partition}:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override string? Objection(string text, Place place)
    {
        if (Arn.Parse(text) is not { } arn || (arn.Partition == place.Account.Partition && MayStand(arn, place)))
        {
            return OtherObjection(text);
        }

        var lesson = WhatIsWrong(arn);
        return lesson is null ? $"Expected {AllowedAt(place)}" : $"{lesson}. Expected {AllowedAt(place)}";
    }

    /// <summary>Whether an ARN of the stack's partition may stand at a place.</summary>
    protected virtual bool MayStand(Arn arn, Place place) => true;

    /// <summary>What is wrong with an ARN that may not stand at its place, a sentence; null where nothing is known of it.</summary>
    protected virtual string? WhatIsWrong(Arn arn) => null;

    /// <summary>What else is wrong with a text; null where nothing is.</summary>
    protected virtual string? OtherObjection(string text) => null;
}
