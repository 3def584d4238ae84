using System.Text.Json.Nodes;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>What AWS answered.</summary>
/// <param name="Output">The output, with the API's own names.</param>
/// <param name="Attempts">How often the call was made until AWS answered it.</param>
internal sealed record AwsAnswer(JsonObject Output, int Attempts);
