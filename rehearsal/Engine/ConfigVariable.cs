using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rehearsal.Engine;

/// <summary>The environment variable in which an engine passes a stack's configuration to its program.</summary>
/// <remarks>pulumi/pulumi-dotnet, <c>pulumi-language-dotnet/main.go</c>, constructConfig.</remarks>
internal static class ConfigVariable
{
    /// <summary>How many bytes its text can have.</summary>
    /// <remarks>execve(2): a string of the environment has 32 pages at most, with the variable's name and the end of the string.</remarks>
    public const int MaxSize = (32 * 4_096) - 15;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The variable's text: a JSON map.</summary>
    public static string Of(IReadOnlyDictionary<string, string> config) => JsonSerializer.Serialize(config, Json);

    /// <summary>The size of its text, in bytes.</summary>
    public static int Size(IReadOnlyDictionary<string, string> config) => Encoding.UTF8.GetByteCount(Of(config));
}
