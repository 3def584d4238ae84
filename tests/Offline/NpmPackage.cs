using System.Text.Json;

namespace SageMakerIam.Tests.Offline;

/// <summary>What a provider's npm package declares of the types in its listing, as <c>offline/api/npm/extract.mjs</c> writes it.</summary>
/// <param name="Version">The package's version.</param>
/// <param name="Types">The types, by their full names in C#.</param>
internal sealed record NpmPackage(string Version, Dictionary<string, NpmType> Types)
{
    /// <summary>Reads the extract of a provider's package.</summary>
    /// <param name="assembly">The name of the provider's .NET package.</param>
    public static NpmPackage Of(string assembly)
    {
        var file = Path.Combine(RepositoryFolder.Path, "offline", "api", "npm", $"{assembly.Replace('.', '-')}.json".ToLowerInvariant());
        return JsonSerializer.Deserialize<NpmPackage>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
    }
}

/// <summary>
/// A resource, its arguments, a function, its arguments or result, or a type that they hold; nothing of what signatures name alone.
/// </summary>
/// <param name="Token">A resource's or function's token.</param>
/// <param name="Properties">The properties with their types; the name of one that may be left out ends in <c>?</c>.</param>
/// <param name="SecretOutputs">The outputs that a resource asks to be kept secret of its own accord.</param>
/// <param name="SecretInputs">The arguments that are secret whatever they are given.</param>
/// <param name="JsonInputs">The arguments that travel as JSON text.</param>
/// <param name="Defaults">What the arguments are when they are not given; <c>variables</c> for the first of those that is set.</param>
internal sealed record NpmType(
    string? Token,
    Dictionary<string, string>? Properties,
    string[]? SecretOutputs,
    string[]? SecretInputs,
    string[]? JsonInputs,
    Dictionary<string, JsonElement>? Defaults);
