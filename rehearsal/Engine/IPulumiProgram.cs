using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>A Pulumi program.</summary>
internal interface IPulumiProgram
{
    /// <summary>Runs the program to its end.</summary>
    /// <param name="environment">The environment variables by which it finds its engine.</param>
    Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment);
}
