using Pulumi;

namespace SageMakerIam.Tests.Programs;

/// <summary>A component that registers what it marks as outputs.</summary>
internal sealed class MarkedOutputs : ComponentResource
{
    public MarkedOutputs()
        : base("wire:index:Marked", "marked")
    {
        Key = Output.CreateSecret("hidden");
        RegisterOutputs();
    }

    [Output("key")]
    public Output<string> Key { get; }

    [Output("none")]
    public Output<string>? None { get; }

    public string NotAnOutput { get; } = "";
}
