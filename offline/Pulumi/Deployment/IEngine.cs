using Pulumirpc;

namespace Pulumi;

/// <summary>The part of the engine that hears a program's messages.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);
}
