namespace Pulumi;

/// <summary>The stack's configuration, under one namespace.</summary>
/// <param name="name">The namespace; the project's name when left out.</param>
public sealed partial class Config(string? name = null)
{
    private readonly string name = WithoutSuffix(name ?? Deployment.Instance.ProjectName);

    public string? Get(string key) => Deployment.Required.GetConfig(FullKey(key));

    public string Require(string key) => Get(key) ?? throw new ConfigMissingException(FullKey(key));

    private static string WithoutSuffix(string name) =>
        name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;

    private string FullKey(string key) => $"{name}:{key}";
}
