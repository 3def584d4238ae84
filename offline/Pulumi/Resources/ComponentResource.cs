using System.Reflection;

namespace Pulumi;

/// <summary>A resource that exists only as the parent of others.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
        if (remote)
        {
            throw new NotSupportedException("The offline slice has no remote components.");
        }
    }

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

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Required.RegisterOutputs(this, outputs);
    }
}
