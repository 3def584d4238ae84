using System.Collections.Immutable;
using System.Text.Json;
using Proof.Processes;

namespace SageMakerIam.Tests;

/// <summary>What AWS's Service Authorization Reference says, by <c>tests/node/reference.mjs</c>, in one process for all tests.</summary>
internal static class ServiceAuthorizationReference
{
    private static readonly NodeModule Module =
        new(Path.Combine(RepositoryFolder.Path, "tests", "node", "reference.mjs"), JsonSerializerOptions.Web);

    /// <summary>Asks a function of the module, which answers with a list of texts.</summary>
    public static async Task<ImmutableArray<string>> AskAsync(string function, object request) =>
        (await Module.CallAsync(function, request, TimeSpan.FromMinutes(1))).Deserialize<ImmutableArray<string>>();
}
