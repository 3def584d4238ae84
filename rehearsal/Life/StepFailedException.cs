namespace Rehearsal.Life;

/// <summary>A step of the life of a stack that failed.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
