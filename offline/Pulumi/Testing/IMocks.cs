using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for the engine and the providers in a unit test.</summary>
public interface IMocks
{
    /// <summary>Answers a registration or a read with the resource's id and its outputs.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers the call of a function.</summary>
    Task<object> CallAsync(MockCallArgs args);
}

/// <summary>A registration or a read as a mock sees it: unknown and null inputs left out, secrets plain.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The explicit provider, <c>urn::id</c>; empty without one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a read or an import; empty otherwise.</summary>
    public string? Id { get; set; }
}

/// <summary>The call of a function as a mock sees it.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;
}
