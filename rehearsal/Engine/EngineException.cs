namespace Rehearsal.Engine;

/// <summary>What a deployment engine refuses of its own accord, before any call to AWS.</summary>
internal sealed class EngineException(string message) : Exception(message);
