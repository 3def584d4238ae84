using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the stack of this name.</summary>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <exception cref="KeyNotFoundException">When the value resolves: the stack has no output of that name.</exception>
    public Output<object> RequireOutput(Input<string> name) => WithItsOwnSecrecy(
        name, Output.Tuple(name.ToOutput(), Name, Outputs).Apply(known => known.Item3.GetValueOrDefault(known.Item1)
            ?? throw new KeyNotFoundException($"Required output '{known.Item1}' does not exist on stack '{known.Item2}'.")));

    // One secret among a stack's outputs makes Outputs secret; the stack's list of names says which one it is.
    private Output<T> WithItsOwnSecrecy<T>(Input<string> name, Output<T> output)
    {
        return new(WithSecrecyAsync());

        async Task<Serialization.OutputData<T>> WithSecrecyAsync()
        {
            var data = await output.Data.ConfigureAwait(false);
            var asked = await name.ToOutput().Data.ConfigureAwait(false);
            var secrets = await SecretOutputNames.Data.ConfigureAwait(false);
            var all = await Outputs.Data.ConfigureAwait(false);
            return data with { IsSecret = asked.IsKnown && secrets.IsKnown ? secrets.Value.Contains(asked.Value) : all.IsSecret };
        }
    }
}

/// <summary>Which stack to read. Here the reference's name alone says it; the official signature names the type.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The other stack, <c>organization/project/stack</c>.</summary>
    [Input("name", required: true)]
    internal Input<string>? Name { get; set; }
}
