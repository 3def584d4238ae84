using System.Text.Json.Nodes;

namespace Proof;

/// <summary>
/// The policies that resources bear themselves, which decide beside those of identities: of a secret, a KMS key, a bucket, a repository, a
/// topic, a queue, a function, a VPC endpoint.
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

    /// <summary>Reads a file: a JSON object whose keys are ARNs, and whose values are policy documents or null.</summary>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is something else.</exception>
    public static ResourcePolicies Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        const string remedy =
            """Write {"ARN": POLICY, …}; a POLICY is what `aws kms get-key-policy --output text` prints, say, or null.""";
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

            if (policy is not null && !PolicyFile.IsPolicy(policy))
            {
                throw new InvalidPoliciesException(file, $"what stands at {arn} is no policy: it has no Statement.", remedy);
            }
        }

        return new ResourcePolicies(policies.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
    }
}
