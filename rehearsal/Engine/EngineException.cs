namespace Rehearsal.Engine;

/// <summary>What a deployment engine refuses of its own accord, before any call of a provider.</summary>
internal sealed class EngineException(string message) : Exception(message);
