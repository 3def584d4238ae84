using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rehearsal.Engine;

/// <summary>A stack's configuration, as an engine passes it to its program: in environment variables.</summary>
/// <param name="Values">The values by <c>namespace:key</c>: text, or JSON text for anything else.</param>
/// <param name="SecretKeys">The keys that are secret or have a secret value in them.</param>
/// <param name="File">
/// The full path of the file that they stand in, which an engine does not tell and a program may say beside a fault. Default: null, none.
/// </param>
/// <remarks>pulumi/pulumi-dotnet, <c>pulumi-language-dotnet/main.go</c>, constructConfig and constructConfigSecretKeys.</remarks>
internal sealed record ProgramConfig(
    ImmutableSortedDictionary<string, string> Values, ImmutableSortedSet<string> SecretKeys, string? File = null)
{
    /// <summary>How many bytes one variable can hold.</summary>
    /// <remarks>execve(2): a string of the environment has 32 pages at most, with the variable's name and the end of the string.</remarks>
    public const int MaxSize = (32 * 4_096) - 15;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A configuration without secrets.</summary>
    public ProgramConfig(ImmutableSortedDictionary<string, string> values)
        : this(values, [])
    {
    }

    /// <summary>None.</summary>
    public static ProgramConfig Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The size of the variable with the values, in bytes.</summary>
    public int Size => Encoding.UTF8.GetByteCount(ValuesText);

    /// <summary>The variables.</summary>
    public ImmutableDictionary<string, string> Variables => ImmutableDictionary.CreateRange(new Dictionary<string, string>
    {
        ["PULUMI_CONFIG"] = ValuesText,
        ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(SecretKeys, Json),
    }).AddRange(File is null ? [] : [KeyValuePair.Create("REHEARSAL_STACK_FILE", File)]);

    /// <summary>The settings of the stack's default provider of a package: the entries of its namespace, <c>aws:region</c> say.</summary>
    public PropertyMap SettingsOf(string package) => new(Values
        .Where(entry => entry.Key.StartsWith($"{package}:", StringComparison.Ordinal))
        .ToImmutableDictionary(entry => entry.Key[(package.Length + 1)..], entry => (object?)entry.Value));

    private string ValuesText => JsonSerializer.Serialize(Values, Json);
}
