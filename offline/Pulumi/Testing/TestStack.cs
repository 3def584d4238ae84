namespace Pulumi.Testing;

/// <summary>The stack of a test whose program is a function; its outputs are handed back as they are.</summary>
internal sealed class TestStack : Stack
{
    public TestStack(Func<Task<IDictionary<string, object?>>> createResources) =>
        Outputs = createResources().GetAwaiter().GetResult();

    public IDictionary<string, object?> Outputs { get; }
}
