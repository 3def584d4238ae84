using System.Collections.Immutable;

namespace SageMakerIam.Tests;

/// <summary>
/// Other environment variables for the length of a test. They are the whole process's: nothing may run beside it
/// (<see cref="Sdk.PulumiConfiguration"/>).
/// </summary>
internal sealed class ChangedEnvironment : IDisposable
{
    private readonly ImmutableDictionary<string, string?> before;

    /// <summary>Sets the variables; those that are null are not set.</summary>
    public ChangedEnvironment(params (string Name, string? Value)[] variables)
    {
        before = variables.ToImmutableDictionary(variable => variable.Name, variable => Environment.GetEnvironmentVariable(variable.Name));
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
