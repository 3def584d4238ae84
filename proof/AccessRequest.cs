using System.Collections.Immutable;

namespace Proof;

/// <summary>One request that AWS is asked and IAM decides.</summary>
/// <param name="By">Who asks: the ARN of an identity, or a service (<c>sagemaker.amazonaws.com</c>).</param>
/// <param name="Action">The action, <c>s3:GetObject</c> say.</param>
/// <param name="On">The ARN of the resource; <c>*</c> for an action that knows none.</param>
/// <param name="Context">
/// The condition keys that the request carries beyond those of every request; the values of one that is a list, with commas between them.
/// </param>
public sealed record AccessRequest(string By, string Action, string On, IReadOnlyDictionary<string, string> Context)
{
    /// <summary>
    /// Stands for the external id that the role demands which is assumed: it is a secret of the stack, which the judge reads from the trust
    /// policy.
    /// </summary>
    public const string OwnExternalId = "its own";

    /// <summary>The nearest to the external id that the role demands; the judge makes them of it.</summary>
    internal static readonly ImmutableArray<string> NearOwnExternalId =
        [$"{OwnExternalId}, a character more", $"{OwnExternalId}, a character less", $"{OwnExternalId}, in another case"];

    /// <summary>A key under which equal requests are equal.</summary>
    internal string Identity => Context.Count == 0 ? $"{By} {Action} {On}" : string.Join(' ', [By, Action, On,
        .. TellingKeys.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}")]);

    /// <summary>
    /// The condition keys that tell requests apart. Where a service says for which account it works, which of that account's jobs it is
    /// makes no difference.
    /// </summary>
    internal IEnumerable<KeyValuePair<string, string>> TellingKeys =>
        Context.Where(entry => entry.Key != "aws:SourceArn" || !Context.ContainsKey("aws:SourceAccount"));

    /// <summary>What follows the last slash of the resource's ARN: its name.</summary>
    internal string LastOfResource => On[(On.LastIndexOf('/') + 1)..];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Action} on {On}{string.Concat(Context.Select(entry => $", {entry.Key}={entry.Value}"))}";
}
