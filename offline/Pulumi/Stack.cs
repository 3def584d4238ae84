using System.Reflection;

namespace Pulumi;

/// <summary>The root of a stack's resources.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToComponentOptions(options)) =>
        Deployment.Required.Stack = this;

    /// <summary>Runs a function that makes the resources and gives back the stack outputs.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options)
    {
        RegisterOutputs(Output.Create(RunAsync()));

        // A program that throws before its first await fails its outputs as one that throws after it.
        async Task<IDictionary<string, object?>> RunAsync() => await program().ConfigureAwait(false);
    }

    /// <summary>Registers the properties marked with <see cref="OutputAttribute"/> of a stack that is a class.</summary>
    /// <exception cref="RunException">A property has no value, or is no output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = (from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       let output = property.GetCustomAttribute<OutputAttribute>()
                       where output is not null && property.DeclaringType!.IsSubclassOf(typeof(Stack))
                       select (Name: output.Name ?? property.Name, Value: property.GetValue(this))).ToList();
        var unassigned = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (unassigned.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unassigned)}' have no value assigned. [Output] attributed properties must be assigned "
                + "inside Stack constructor.");
        }

        var ofWrongType = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList();
        if (ofWrongType.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(ofWrongType);
        }

        RegisterOutputs(outputs.ToDictionary(output => output.Name, output => (object?)output.Value));
    }

    private static ComponentResourceOptions? ToComponentOptions(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
