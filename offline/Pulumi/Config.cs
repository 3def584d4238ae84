using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration, under one namespace.</summary>
/// <param name="name">The namespace; the project's name when left out.</param>
public sealed partial class Config(string? name = null)
{
    private readonly string name = WithoutSuffix(name ?? Deployment.Instance.ProjectName);

    public string? Get(string key) => Deployment.Required.GetConfig(FullKey(key));

    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw new ConfigTypeException(FullKey(key), value, nameof(Boolean)),
    };

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw new ConfigTypeException(FullKey(key), value, nameof(Int32)),
    };

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw new ConfigTypeException(FullKey(key), value, nameof(Double)),
    };

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, null!);

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options)
    {
        var value = Get(key);
        try
        {
            return value is null ? default : JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException malformed)
        {
            throw new ConfigTypeException(FullKey(key), value, typeof(T).FullName!, malformed);
        }
    }

    public Output<string>? GetSecret(string key) => SecretOrNull(Get(key));

    public Output<bool>? GetSecretBoolean(string key) => SecretOrNull(GetBoolean(key));

    public Output<int>? GetSecretInt32(string key) => SecretOrNull(GetInt32(key));

    public Output<double>? GetSecretDouble(string key) => SecretOrNull(GetDouble(key));

    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key)!);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetObject<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    public string Require(string key) => Get(key) ?? throw new ConfigMissingException(FullKey(key));

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw new ConfigMissingException(FullKey(key));

    public int RequireInt32(string key) => GetInt32(key) ?? throw new ConfigMissingException(FullKey(key));

    public double RequireDouble(string key) => GetDouble(key) ?? throw new ConfigMissingException(FullKey(key));

    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    public T RequireObject<T>(string key, JsonSerializerOptions options)
    {
        Require(key);
        return GetObject<T>(key, options)!;
    }

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        Output.CreateSecret(RequireObject<T>(key, options));

    private static string WithoutSuffix(string name) =>
        name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;

    private static Output<string>? SecretOrNull(string? value) => value is null ? null : Output.CreateSecret(value);

    private static Output<T>? SecretOrNull<T>(T? value)
        where T : struct => value is { } known ? Output.CreateSecret(known) : null;

    private string FullKey(string key) => $"{name}:{key}";
}
