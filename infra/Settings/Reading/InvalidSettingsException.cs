using System.Collections.Immutable;

namespace SageMakerIam.Settings.Reading;

/// <summary>A stack's configuration has faults; the message names them all.</summary>
internal sealed class InvalidSettingsException(string stack, ImmutableArray<Fault> faults)
    : Exception(string.Join('\n', faults.Select(fault => $"  {fault}").Prepend(Heading(stack, faults.Length))))
{
    /// <summary>The faults, in the order of the configuration.</summary>
    public ImmutableArray<Fault> Faults { get; } = faults;

    private static string Heading(string stack, int count) =>
        $"Configuration of stack '{stack}' has {(count == 1 ? "a fault" : $"{count} faults")}:";
}
