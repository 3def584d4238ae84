using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>An entry that may be bound in what it launches.</summary>
internal interface IControlled
{
    /// <summary>Its KMS keys, by their ARNs, or by their keys in <c>keys</c>.</summary>
    ImmutableArray<string> KmsKeys { get; }

    /// <summary>Whether it may launch nothing without one of them.</summary>
    bool RequireKeys { get; }

    /// <summary>The network outside of which it may launch nothing; null where it may launch anywhere.</summary>
    RequiredVpc? RequireVpc { get; }

    /// <summary>On what, for how long and how open it may launch work at most; null for however it likes.</summary>
    GuardrailSettings? Guardrails { get; }
}
