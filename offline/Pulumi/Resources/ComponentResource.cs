using System.Reflection;

namespace Pulumi;

/// <summary>A resource that exists only as the parent of others.</summary>
public class ComponentResource(string type, string name, ComponentResourceOptions? options = null)
    : Resource(type, name, args: null, options ?? new ComponentResourceOptions())
{
    /// <summary>Registers the properties marked with <see cref="OutputAttribute"/>.</summary>
    protected void RegisterOutputs() => RegisterOutputs(
        (from property in GetType().GetProperties()
         where property.Name != nameof(Urn)
         let output = property.GetCustomAttribute<OutputAttribute>()
         where output is not null
         select (Name: string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, Value: property.GetValue(this)))
        .ToDictionary(output => output.Name, output => (object?)output.Value));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    private protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Required.RegisterOutputs(this, outputs);
}
