using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>A Pulumi program.</summary>
internal interface IPulumiProgram
{
    /// <summary>
    /// Starts what the program takes to come up, while something else is done. Otherwise the first run does. Default: nothing.
    /// </summary>
    void Start()
    {
    }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="environment">The environment variables by which it finds its engine.</param>
    Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment);
}
