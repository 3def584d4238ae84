using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Proof;

/// <summary>
/// The policies that resources bear themselves, which decide beside those of identities: of a secret, a KMS key, a bucket, a repository, a
/// topic, a queue, a function, a VPC endpoint; and the audiences of identity providers, which decide in the same place.
/// </summary>
public sealed class ResourcePolicies
{
    /// <summary>Holds policies.</summary>
    /// <param name="documents">The policy document of each resource by its ARN; null for one that is known to bear none.</param>
    public ResourcePolicies(params IEnumerable<KeyValuePair<string, JsonNode?>> documents) =>
        Documents = documents.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>None that are known.</summary>
    public static ResourcePolicies None { get; } = new();

    /// <summary>The policy document of each resource by its ARN; null for one that is known to bear none.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Documents { get; }

    /// <summary>
    /// The ARNs of those that the stack neither makes nor gives: they decide, are not mutated, and what they let in is nobody's fault.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> OfOthers { get; init; } = [];

    /// <summary>
    /// The audiences that OpenID Connect identity providers take tokens for, by the provider's ARN: what lets somebody in there. Default:
    /// none that are known, and each provider takes every token.
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Audiences { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>
    /// Reads a file: a JSON object whose keys are ARNs, and whose values are policy documents or null; for an identity provider, what
    /// GetOpenIDConnectProvider answers.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="ofOthers">Which ARNs of some are not the stack's.</param>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is something else.</exception>
    public static ResourcePolicies Read(string file, Func<IEnumerable<string>, IEnumerable<string>> ofOthers)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ofOthers);
        const string remedy =
            """
            Write {"ARN": POLICY, …}; a POLICY is what `aws kms get-key-policy --output text` prints, say, or null; that of an identity
            provider is what `aws iam get-open-id-connect-provider` prints.
            """;
        if (PolicyFile.Read(file, remedy) is not JsonObject policies)
        {
            throw new InvalidPoliciesException(file, "it is no map of policies by ARNs.", remedy);
        }

        foreach (var (arn, policy) in policies)
        {
            if (!arn.StartsWith("arn:", StringComparison.Ordinal) || arn.Split(':').Length < 6)
            {
                throw new InvalidPoliciesException(file, $"'{arn}' is no ARN.", remedy);
            }

            if (IsProvider(arn))
            {
                if (policy?["ClientIDList"] is not JsonArray)
                {
                    throw new InvalidPoliciesException(
                        file, $"what stands at {arn} is no identity provider: it has no ClientIDList.", remedy);
                }
            }
            else if (policy is not null && !PolicyFile.IsPolicy(policy))
            {
                throw new InvalidPoliciesException(file, $"what stands at {arn} is no policy: it has no Statement.", remedy);
            }
        }

        return new ResourcePolicies(
            policies.Where(entry => !IsProvider(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())))
        {
            OfOthers = [.. ofOthers(policies.Select(entry => entry.Key))],
            Audiences = policies.Where(entry => IsProvider(entry.Key)).ToImmutableDictionary(
                entry => entry.Key,
                entry => entry.Value!["ClientIDList"]!.AsArray().Select(audience => (string)audience!).ToImmutableArray()),
        };
    }

    private static bool IsProvider(string arn) => arn.Contains(":oidc-provider/", StringComparison.Ordinal);
}
