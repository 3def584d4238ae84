using Pulumi;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>Turns a setting that may be left out into an input that is then left out too.</summary>
internal static class Optional
{
    public static Input<string>? Input(string? setting) => setting is null ? null : (Input<string>)setting;

    /// <summary>How long a role is held, in seconds; left out where it is as long as IAM has it by itself.</summary>
    public static Input<int>? Session(int seconds) => seconds == PassRoleGrantSettings.ShortestSession ? null : (Input<int>)seconds;

    /// <summary>The tags of a principal. Without one the input stays as it is: the SDK would send an empty map.</summary>
    public static InputMap<string> Tags(GuardrailSettings? guardrails) =>
        guardrails?.PrincipalTag is { } tag ? new InputMap<string> { [tag.Key] = tag.Value } : null!;
}
