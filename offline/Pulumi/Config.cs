namespace Pulumi;

/// <summary>The stack's configuration, under one namespace.</summary>
/// <param name="name">The namespace; the project's name when left out.</param>
public sealed class Config(string? name = null)
{
    private readonly string name = name ?? Deployment.Instance.ProjectName;

    public string? Get(string key) => Deployment.Required.GetConfig(FullKey(key));

    public string Require(string key) => Get(key) ?? throw new RunException(
        $"Missing Required configuration variable '{FullKey(key)}'\n" +
        $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private string FullKey(string key) => $"{name}:{key}";
}
