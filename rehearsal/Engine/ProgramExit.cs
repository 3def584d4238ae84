namespace Rehearsal.Engine;

/// <summary>How a run of the program ended.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to its standard output and error.</param>
internal sealed record ProgramExit(int Code, string Output);
