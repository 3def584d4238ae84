namespace Pulumi.Testing;

/// <summary>The stack that a test pretends to run.</summary>
public class TestOptions
{
    /// <value>Default: <c>project</c>.</value>
    public string? ProjectName { get; set; }

    /// <value>Default: <c>stack</c>.</value>
    public string? StackName { get; set; }

    /// <value>Default: true.</value>
    public bool? IsPreview { get; set; }
}
