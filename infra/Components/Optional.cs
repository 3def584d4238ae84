using Pulumi;

namespace SageMakerIam.Components;

/// <summary>Turns a setting that may be left out into an input that is then left out too.</summary>
internal static class Optional
{
    public static Input<string>? Input(string? setting) => setting is null ? null : (Input<string>)setting;
}
