using System.Text.Json;
using System.Text.RegularExpressions;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Aws;

/// <summary>
/// What the provider refuses of inputs before it asks AWS, in its own words, which have Terraform's names of the inputs. What is not known
/// yet, or left out, is let through.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/verify/validate.go</c>; terraform-plugin-sdk, <c>helper/validation</c>.</remarks>
internal static partial class InputRules
{
    /// <summary>Refuses what is no JSON object, or has a key twice. Whether it is a policy, AWS says.</summary>
    /// <exception cref="ProviderException">The provider refuses it.</exception>
    public static void Document(string property, string? document)
    {
        if (document is null)
        {
            return;
        }

        try
        {
            using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ProviderException($"\"{property}\" contains an invalid JSON policy: not a JSON object");
            }
        }
        catch (JsonException fault)
        {
            throw new ProviderException($"\"{property}\" contains an invalid JSON policy: {fault.Message}");
        }
    }

    /// <summary>Refuses what is no ARN.</summary>
    /// <inheritdoc cref="Document"/>
    public static void Arn(string property, string? arn)
    {
        if (arn is { Length: > 0 } && !Parts().IsMatch(arn))
        {
            var reason = arn.StartsWith("arn:", StringComparison.Ordinal) ? "not enough sections" : "invalid prefix";
            throw new ProviderException($"\"{property}\" ({arn}) is an invalid ARN: arn: {reason}");
        }
    }

    /// <summary>Refuses a text that is too long.</summary>
    /// <inheritdoc cref="Document"/>
    public static void Length(string property, string? text, int most)
    {
        if (text?.Length > most)
        {
            throw new ProviderException($"expected length of {property} to be in the range (0 - {most}), got {text}");
        }
    }

    /// <summary>Refuses a number out of its range.</summary>
    /// <inheritdoc cref="Document"/>
    public static void Range(string property, int? number, int least, int most)
    {
        if (number < least || number > most)
        {
            throw new ProviderException($"expected {property} to be in the range ({least} - {most}), got {number}");
        }
    }

    [GeneratedRegex("^arn:aws(-[a-z]+)*:[^:]*:[^:]*:(aws|aws-managed|[0-9]{12})?:.+$")]
    private static partial Regex Parts();
}
