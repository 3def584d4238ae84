namespace Rehearsal.Engine;

/// <summary>How the program's process ended.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to its standard output and error.</param>
internal sealed record ProgramExit(int Code, string Output);
