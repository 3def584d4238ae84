namespace Rehearsal.Engine;

/// <summary>What a provider refuses, or what it works with does.</summary>
internal class ProviderException(string message) : Exception(message)
{
    /// <summary>Whether it is refused as what was asked for does not exist.</summary>
    public virtual bool IsNotFound => false;
}
