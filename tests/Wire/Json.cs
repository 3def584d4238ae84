using System.Text.Json;

namespace SageMakerIam.Tests.Wire;

/// <summary>Reads requests as the official stubs write them.</summary>
internal static class Json
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static IEnumerable<string?> Texts(this JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(item => item.GetString());

    public static string Raw(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (current, name) => current.GetProperty(name)).GetRawText();
}
