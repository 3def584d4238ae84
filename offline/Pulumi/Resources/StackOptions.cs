namespace Pulumi;

/// <summary>How a stack treats its resources. Nothing here asks for any of it; the official signatures name the type.</summary>
public class StackOptions;
