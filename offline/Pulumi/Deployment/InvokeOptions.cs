namespace Pulumi;

/// <summary>How a function is called.</summary>
public class InvokeOptions
{
    /// <summary>The version of the provider's package.</summary>
    public string? Version { get; set; }
}
